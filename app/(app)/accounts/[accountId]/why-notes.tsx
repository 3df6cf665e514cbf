import type { ReactNode } from "react";
import { DateText } from "@/components/date-text";
import { EmptyState } from "@/components/ui/empty-state";
import { NumberText, PercentText } from "@/components/number-text";
import type { AccountSnapshot } from "@/db/queries/account";
import type { HealthChange } from "@/lib/metrics/health/explain";
import { localDay } from "@/lib/period";
import { messageKey } from "@/lib/words/message-key";
import type { PageContext } from "./page-context";
import type { Why, WhyGroup, WhyMeasure } from "./why-rows";

type Changed = { change: HealthChange; from: AccountSnapshot } | null;
type Props = { context: PageContext; why: Why; changed: Changed };

/** Below the table, in words: the change and its parts, what holds the band, what is missing and where its weight went. */
export function WhyNotes(props: Props) {
  const { context, why } = props;
  const { t } = context;
  return (
    <div className="mt-2 flex flex-col gap-1 text-meta text-ink-2">
      {context.subject.standing.chi === null ? (
        <EmptyState level={3} title={t("account.why.unscored")}>
          {t("account.why.unscoredText")}
        </EmptyState>
      ) : (
        <ChangeParts {...props} />
      )}
      <Held context={context} />
      {why.groups.flatMap((group) =>
        group.measures
          .filter((measure) => measure.weight.spread !== null)
          .map((measure) => <Missing key={measure.key} context={context} group={group} measure={measure} />),
      )}
      <LeftOut context={context} />
    </div>
  );
}

function ChangeParts({ context: { subject, t, locale }, changed }: Props) {
  if (changed === null) return <p>{t("account.why.noParts")}</p>;
  const { change, from } = changed;
  const { standing } = subject;
  const isOtherCard = from.versionId !== standing.versionId;
  return (
    <p data-change-parts>
      {t.rich("account.why.parts", {
        total: () => <Signed value={change.delta} />,
        behaviour: () => <Signed value={change.behaviour} />,
        missing: () => <Signed value={change.missing} />,
        configuration: () => <Signed value={change.configuration} />,
      })}
      {isOtherCard ? " " : null}
      {isOtherCard
        ? t("account.why.partsCard", {
            from: t("account.why.cardVersion", { card: from.cardNames[locale], version: from.version }),
            to: t("account.why.cardVersion", { card: standing.cardNames[locale], version: standing.version }),
          })
        : null}
    </p>
  );
}

function Signed({ value }: { value: number }) {
  return <NumberText value={value} decimals={1} signed />;
}

/** A guardrail or a person's judgement over the computed band; neither touches the score. */
function Held({ context: { subject, workspace, t } }: { context: PageContext }) {
  const { guardrail, override, band, computedBand } = subject.standing;
  const nameOf = (key: string) => t(`common.bands.${messageKey(key)}`);
  return (
    <>
      {guardrail ? (
        <p className="text-watch-ink">
          {t("account.why.held", {
            band: nameOf(override ? computedBand : band),
            reason: t(`common.guardrails.${messageKey(guardrail)}`),
          })}
        </p>
      ) : null}
      {override ? (
        <p className="text-watch-ink">
          {t.rich("account.why.override", {
            band: nameOf(override.band),
            author: override.author ?? t("account.why.someone"),
            reason: override.reason,
            computed: nameOf(computedBand),
            day: () => <DateText day={localDay(override.expiresAt, workspace.zone)} />,
          })}
        </p>
      ) : null}
    </>
  );
}

type MissingProps = { context: PageContext; group: WhyGroup; measure: WhyMeasure };

function Missing({ context: { t }, group, measure }: MissingProps): ReactNode {
  const { spread, share } = measure.weight;
  if (spread === null) return null;
  const words = { group: "missingGroup", card: "missingCard", nowhere: "missingNowhere" } as const;
  return (
    <p>
      {t.rich(`account.why.${words[spread]}`, {
        measure: t(`common.measures.${messageKey(measure.key)}.name`),
        reason: t(`common.reasons.${messageKey(measure.reason ?? "no_data")}`),
        group: t(`common.groups.${messageKey(group.key)}`),
        share: () => <PercentText value={share} />,
      })}
    </p>
  );
}

/** Measures whose source is not connected; goals have no source in any workspace yet and are not spoken of. */
function LeftOut({ context: { subject, t } }: { context: PageContext }) {
  const names = subject.standing.leftOut
    .filter((key) => key !== "goals_attained")
    .map((key) => t(`common.measures.${messageKey(key)}.name`));
  return names.length === 0 ? null : (
    <p>{t("account.why.leftOut", { measures: names.join(t("account.why.separator")) })}</p>
  );
}
