import { DateText } from "@/components/date-text";
import { PartialBanner } from "@/components/ui/partial-banner";
import { listSources, type SourceState } from "@/db/queries/sources";
import { sourcePace } from "@/lib/freshness";
import { cardMeasures } from "@/lib/metrics/health/card";
import { MEASURES } from "@/lib/metrics/health/measures";
import { localDay, snapshotDay } from "@/lib/period";
import { messageKey } from "@/lib/words/message-key";
import type { PageContext } from "./page-context";

/** What the reader must know of the data first: that it stands still, and which sources have stopped. */
export async function AccountNotes({ context, pinned }: { context: PageContext; pinned: Date | null }) {
  const { scope, asOf, workspace, t } = context;
  const behind = (await listSources(scope, { asOf })).filter(
    ({ lastAt }) => sourcePace(lastAt, asOf) !== "ok",
  );
  if (behind.length === 0 && pinned === null) return null;
  return (
    <div className="flex flex-col gap-2">
      {pinned ? (
        <p role="note" className="rounded-control bg-lapis-soft px-3 py-2 text-body text-lapis-ink">
          {t.rich("account.notes.pinned", {
            day: () => <DateText day={snapshotDay(pinned, workspace.zone)} style="medium" />,
          })}
        </p>
      ) : null}
      {behind.length > 0 ? (
        <PartialBanner>
          <ul>
            {behind.map((source) => (
              <Behind key={source.source} context={context} source={source} />
            ))}
          </ul>
        </PartialBanner>
      ) : null}
    </div>
  );
}

function Behind({ context, source }: { context: PageContext; source: SourceState }) {
  const { subject, workspace, t } = context;
  const families: readonly string[] = source.families;
  const affected = cardMeasures(subject.standing.card)
    .filter(({ key }) => MEASURES[key].families.some((family) => families.includes(family)))
    .map(({ key }) => t(`common.measures.${messageKey(key)}.name`));
  return (
    <li>
      {t.rich("account.notes.late", {
        source: sourceName(source.source, t),
        day: () => <DateText day={localDay(source.lastAt, workspace.zone)} style="medium" />,
      })}{" "}
      {affected.length === 0
        ? t("account.notes.affectsNothing")
        : t("account.notes.affects", { measures: affected.join(t("account.why.separator")) })}
    </li>
  );
}

/** A source known by name is named in the reader's language; another keeps the name its owner gave it. */
function sourceName(source: string, t: PageContext["t"]): string {
  const key = `shell.sources.${messageKey(source)}`;
  return t.has(key) ? t(key) : source;
}
