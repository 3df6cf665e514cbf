import type { ServerWords } from "@/app/server-words";
import { DateText } from "@/components/date-text";
import { BandChip } from "@/components/health-badge";
import { LifecycleSteps } from "@/components/lifecycle-steps";
import { NumberText } from "@/components/number-text";
import { TopBar } from "@/components/top-bar";
import { Chip } from "@/components/ui/chip";
import type { AccountHead } from "@/db/queries/account";
import { listStagesSeen } from "@/db/queries/account-history";
import { getNeighbours } from "@/db/queries/account-neighbours";
import { lifecyclePath } from "@/lib/metrics/account-lifecycle";
import { initials } from "@/lib/words/initials";
import type { Locale } from "@/lib/words/locale";
import { messageKey } from "@/lib/words/message-key";
import { orderOf } from "../search-params";
import { NeighbourLinks } from "./account-keys";
import type { PageContext } from "./page-context";
import { accountHref, listFilter, listHref, type Origin } from "./search-params";
import { Section } from "./section";

type HeadProps = {
  account: AccountHead;
  origin: Origin | null;
  t: ServerWords;
  locale: Locale;
  children?: React.ReactNode;
};

/** Name, band, segment and industry, with the way back to the list. */
export function AccountBar({ account, origin, t, locale, children }: HeadProps) {
  const { name, industry, standing } = account;
  return (
    <TopBar
      title={<bdi>{name}</bdi>}
      parent={{ label: t(`account.head.lists.${origin?.list ?? "accounts"}`), href: listHref(origin) }}
      chips={
        <>
          {standing ? <BandChip band={standing.band} /> : null}
          {standing ? (
            <Chip>
              {standing.segmentNames?.[locale] ?? t(`common.segments.${messageKey(standing.segmentKey)}`)}
            </Chip>
          ) : null}
          {industry ? (
            <Chip>
              <bdi>{industry}</bdi>
            </Chip>
          ) : null}
        </>
      }
      actions={children}
    />
  );
}

type PlaceProps = { context: PageContext; origin: Origin; userId: string };

/** Where the account stands in the list it was opened from, and its neighbours there. */
export function PlaceInList(props: PlaceProps) {
  return (
    <Section name="head" height={30} isBare>
      <Place {...props} />
    </Section>
  );
}

async function Place({ context, origin, userId }: PlaceProps) {
  const { scope, subject, today, t } = context;
  const { accountId } = subject.account;
  const filter = listFilter(origin, userId, subject.standing);
  const found = await getNeighbours(scope, { accountId, filter, ...orderOf(origin.view), today });
  if (found === null) return null;
  const { place, total, previousId, nextId } = found;
  return (
    <>
      <span className="text-meta text-ink-2">
        {t.rich("account.head.place", {
          place: () => <NumberText value={place} />,
          total: () => <NumberText value={total} />,
          list: t(`account.head.lists.${origin.list}`),
        })}
      </span>
      <NeighbourLinks
        previousHref={previousId && accountHref(previousId, origin)}
        nextHref={nextId && accountHref(nextId, origin)}
      />
    </>
  );
}

/** The stages of the customer's life, its pace, since when it is a customer and who owns it. */
export function LifeBar({ context }: { context: PageContext }) {
  const { subject, t } = context;
  const { customerSince, ownerName } = subject.standing;
  return (
    <div className="flex min-h-9 flex-wrap items-center gap-x-5 gap-y-1 border-b border-line px-5 py-1.5 max-md:px-4">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1 max-md:basis-full">
        <Section name="stages" height={22} isBare>
          <Stages context={context} />
        </Section>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-meta text-ink-2">
        {customerSince ? (
          <span>
            {t.rich("account.head.since", { date: () => <DateText day={customerSince} style="medium" /> })}
          </span>
        ) : null}
        <span className="inline-flex items-center gap-1.5">
          {ownerName ? (
            <span
              aria-hidden="true"
              className="inline-flex size-5 items-center justify-center rounded-full bg-lapis-soft text-[9px] font-semibold text-lapis-ink"
            >
              {initials(ownerName)}
            </span>
          ) : null}
          {ownerName ? t("account.head.owner", { name: ownerName }) : t("account.head.noOwner")}
        </span>
      </div>
    </div>
  );
}

async function Stages({ context: { scope, subject, t } }: { context: PageContext }) {
  const { stageKey, pace } = subject.standing;
  const seen = await listStagesSeen(scope, subject.question);
  const steps = lifecyclePath(stageKey, seen).map(({ stage, state }) => ({
    key: stage,
    state,
    label: t(`common.stages.${stage}`),
    stateLabel: t(
      `account.head.stage${state === "done" ? "Done" : state === "current" ? "Current" : "Ahead"}`,
    ),
  }));
  return (
    <>
      <LifecycleSteps label={t("account.head.stages")} steps={steps} />
      {pace ? (
        <Chip tone={pace === "on_track" ? "ok" : pace === "behind" ? "watch" : "risk"}>
          {t("account.head.pace", {
            stage: t(`common.stages.${stageKey}`),
            pace: t(`account.head.paces.${messageKey(pace)}`),
          })}
        </Chip>
      ) : null}
    </>
  );
}
