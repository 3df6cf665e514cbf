import { NumberText } from "@/components/number-text";
import type { ServerWords } from "@/app/server-words";
import type { GroupTotals } from "@/db/queries/standings-totals";
import { BANDS_WORST_FIRST, NO_OWNER, type PortfolioGroup } from "@/lib/portfolio";
import { messageKey } from "@/lib/words/message-key";
import type { GroupHead } from "./group-line";
import { PortfolioFigure, SumText } from "./portfolio-figure";
import { queryOf, type AccountsView } from "./search-params";

type Params = {
  group: PortfolioGroup;
  view: AccountsView;
  segments: readonly { key: string; name: string }[];
  t: ServerWords;
};

/** The heads of a grouped list in their order: bands from the worst, segments as ruled, owners by expected loss. */
export function groupHeads(
  groups: readonly GroupTotals[],
  { group, view, segments, t }: Params,
): GroupHead[] {
  return ordered(groups, group, segments).map((found) => {
    const band = group === "band" ? BANDS_WORST_FIRST.find((key) => key === found.key) : undefined;
    return {
      key: found.key,
      count: found.totals.count,
      name: nameOf(found, group, segments, t),
      band: band ?? null,
      figures: <GroupFigures totals={found.totals} query={queryOf(narrowed(view, group, found.key))} t={t} />,
    };
  });
}

function ordered(
  groups: readonly GroupTotals[],
  group: PortfolioGroup,
  segments: Params["segments"],
): GroupTotals[] {
  const place = (key: string) =>
    group === "band"
      ? BANDS_WORST_FIRST.findIndex((band) => band === key)
      : segments.findIndex((segment) => segment.key === key);
  const loss = ({ totals }: GroupTotals) => totals.money?.lossMinor ?? 0;
  return groups.toSorted((a, b) =>
    group === "owner" ? loss(b) - loss(a) || compare(a, b) : place(a.key) - place(b.key),
  );
}

function compare(a: GroupTotals, b: GroupTotals): number {
  return (a.name ?? "") < (b.name ?? "") ? -1 : 1;
}

function nameOf(
  { key, name }: GroupTotals,
  group: PortfolioGroup,
  segments: Params["segments"],
  t: ServerWords,
): string {
  if (group === "band") return t(`common.bands.${messageKey(key)}`);
  if (group === "segment") return segments.find((segment) => segment.key === key)?.name ?? key;
  return key === NO_OWNER ? t("accounts.filters.noOwner") : (name ?? t("accounts.filters.unknownOwner"));
}

/** The view whose rows are those of one group, for the figures in its head. */
function narrowed(view: AccountsView, group: PortfolioGroup, key: string): AccountsView {
  const whole = { ...view, group: "none" as const };
  if (group === "band") return { ...whole, band: BANDS_WORST_FIRST.filter((band) => band === key) };
  return group === "segment" ? { ...whole, segment: [key] } : { ...whole, owner: key };
}

function GroupFigures({
  totals,
  query,
  t,
}: {
  totals: GroupTotals["totals"];
  query: string;
  t: ServerWords;
}) {
  const { count, money } = totals;
  const amount = (figure: string, name: "deciding" | "loss", amountMinor: number, isConverted: boolean) => (
    <span className="text-meta text-ink-2">
      {t(`accounts.totals.${name}`)}{" "}
      <PortfolioFigure
        figure={figure}
        label={t(`accounts.totals.${name}`)}
        value={<SumText amountMinor={amountMinor} isConverted={isConverted} />}
        shown={amountMinor}
        count={count}
        query={query}
        className="font-semibold text-ink"
      />
    </span>
  );
  return (
    <>
      <PortfolioFigure
        figure="accounts"
        label={t("accounts.totals.count")}
        value={<NumberText value={count} />}
        shown={count}
        count={count}
        query={query}
        className="text-ink-2"
      />
      <span className="ms-auto" />
      {money ? amount("deciding-arr", "deciding", money.decidingMinor, money.isConverted) : null}
      {money ? amount("expected-loss", "loss", money.lossMinor, money.isConverted) : null}
    </>
  );
}
