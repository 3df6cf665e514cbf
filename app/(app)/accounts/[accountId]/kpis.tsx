import { HealthBadge } from "@/components/health-badge";
import { KpiCell, KpiStrip } from "@/components/kpi-strip";
import { DeltaText, NumberText, PercentText } from "@/components/number-text";
import { listSegmentRates } from "@/db/queries/health";
import { HORIZON_DAYS } from "@/lib/metrics/forecast/loss";
import { coverageParts } from "@/lib/metrics/account-coverage";
import { groupContributions } from "@/lib/metrics/health/explain";
import { explainStored } from "@/lib/metrics/portfolio";
import { rulePrior, type RulePrior } from "@/lib/metrics/risk/prior";
import { churnHistory } from "@/lib/metrics/standing/portfolio";
import { messageKey } from "@/lib/words/message-key";
import { AccountFigure } from "./account-figure";
import { Arr, DecisionCell, Loss } from "./kpis-money";
import type { PageContext } from "./page-context";
import { CHANGE_DAYS, listAccountContracts } from "./subject";

/** The headline figures of the account; without the right to read money those of money are not there. */
export async function Kpis({ context }: { context: PageContext }) {
  const { scope, subject, workspace, t } = context;
  const [contracts, rates] = await Promise.all([
    listAccountContracts(scope, subject, workspace.calendar),
    listSegmentRates(scope, { day: subject.question.day }),
  ]);
  const { segmentKey, band, money } = subject.standing;
  const prior = rulePrior(churnHistory(rates, segmentKey), HORIZON_DAYS, band);
  const paid = contracts.filter((contract) => !contract.isTrial);
  return (
    <KpiStrip label={t("account.kpis.label")} tone="surface">
      <Health context={context} />
      <Churn context={context} prior={prior} segments={rates.length} />
      {money ? <Loss context={context} contracts={paid} /> : null}
      {money ? <Arr context={context} contracts={paid} /> : null}
      <DecisionCell context={context} contracts={paid} />
      <Coverage context={context} />
    </KpiStrip>
  );
}

function Health({ context: { subject, t } }: { context: PageContext }) {
  const { chi, band, computedBand, guardrail, override, card, stored, chiChange30d } = subject.standing;
  const { parts } = explainStored(card, stored);
  const change =
    chiChange30d === null
      ? t("account.kpis.noChange")
      : t.rich("account.kpis.inDays", { n: () => <NumberText value={CHANGE_DAYS} /> });
  return (
    <KpiCell
      label={t("account.kpis.health")}
      value={
        <AccountFigure
          figure="account-health"
          accountId={subject.account.accountId}
          label={t("account.kpis.health")}
          value={<HealthBadge score={chi} band={band} change={chiChange30d} size="kpi" />}
          shown={chi}
          count={parts.length}
          inputs={groupContributions(card, parts).map(({ key, points }) => ({
            label: t(`common.groups.${messageKey(key)}`),
            value: <NumberText value={points} decimals={1} />,
          }))}
        />
      }
      note={
        <>
          {chiChange30d === null ? null : (
            <DeltaText value={chiChange30d} better="high" className="me-1 font-semibold" />
          )}
          {change}
          {guardrail === null ? null : (
            <span className="block text-watch-ink">
              {t("common.guardrails.held", {
                band: t(`common.bands.${messageKey(override ? computedBand : band)}`),
                reason: t(`common.guardrails.${messageKey(guardrail)}`),
              })}
            </span>
          )}
          {override === null ? null : (
            <span className="block text-watch-ink">
              {t("account.kpis.override", { band: t(`common.bands.${messageKey(override.band)}`) })}
            </span>
          )}
        </>
      }
    />
  );
}

function Churn({ context, prior, segments }: { context: PageContext; prior: RulePrior; segments: number }) {
  const { subject, t } = context;
  const { churn, churnLow, churnHigh, band } = subject.standing;
  const { history } = prior;
  const inputs = [
    { label: t("account.inputs.churned"), value: <NumberText value={history.segmentChurned} /> },
    {
      label: t("account.inputs.accountYears"),
      value: <NumberText value={history.segmentAccountYears} decimals={1} />,
    },
    { label: t("account.inputs.allRate"), value: <PercentText value={prior.allYearlyRate} decimals={1} /> },
    { label: t("account.inputs.segmentRate"), value: <PercentText value={prior.yearlyRate} decimals={1} /> },
    { label: t("account.inputs.horizonRate"), value: <PercentText value={prior.horizonRate} decimals={1} /> },
    {
      label: t("account.inputs.odds", { band: t(`common.bands.${messageKey(band)}`) }),
      value: t.rich("account.inputs.times", {
        n: () => <NumberText value={prior.oddsMultiplier} maxDecimals={1} />,
      }),
    },
  ];
  return (
    <KpiCell
      label={t("account.kpis.churn")}
      value={
        <AccountFigure
          figure="account-churn"
          accountId={subject.account.accountId}
          label={t("account.kpis.churn")}
          value={<PercentText value={churn} reason="no_data" />}
          shown={churn}
          count={segments}
          inputs={churn === null ? [] : inputs}
        />
      }
      note={
        churnLow === null || churnHigh === null
          ? t("account.kpis.noInterval")
          : t.rich("account.kpis.interval", {
              low: () => <PercentText value={churnLow} />,
              high: () => <PercentText value={churnHigh} />,
            })
      }
    />
  );
}

function Coverage({ context: { subject, t } }: { context: PageContext }) {
  const { card, stored, coverage } = subject.standing;
  const parts = coverageParts(card, explainStored(card, stored).score);
  const missing = parts.filter((part) => part.share > 0 && part.spread !== null).length;
  return (
    <KpiCell
      label={t("account.kpis.coverage")}
      value={
        <AccountFigure
          figure="account-coverage"
          accountId={subject.account.accountId}
          label={t("account.kpis.coverage")}
          value={<PercentText value={coverage} />}
          shown={coverage}
          count={parts.length}
        />
      }
      note={
        missing === 0
          ? t("account.kpis.coverageFull")
          : t.rich("account.kpis.coverageNote", { count: missing, n: () => <NumberText value={missing} /> })
      }
      noteTone={missing === 0 ? "plain" : "watch"}
    />
  );
}
