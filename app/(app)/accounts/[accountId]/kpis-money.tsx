import { DateText } from "@/components/date-text";
import { KpiCell } from "@/components/kpi-strip";
import { MissingText } from "@/components/missing-text";
import { MoneyText } from "@/components/money-text";
import { NumberText, PercentText } from "@/components/number-text";
import { HORIZON_DAYS } from "@/lib/metrics/forecast/loss";
import { decidesWithin } from "@/lib/metrics/lifecycle/decision";
import { daysBetween } from "@/lib/period";
import { URGENT_DAYS } from "@/lib/portfolio";
import { AccountFigure } from "./account-figure";
import type { PageContext } from "./page-context";
import type { AccountContract } from "./subject";

type Props = { context: PageContext; contracts: readonly AccountContract[] };

/** Probability × ARR that decides within 90 days (C5). */
export function Loss({ context: { subject, t }, contracts }: Props) {
  const { account, standing } = subject;
  const { churn, money } = standing;
  const deciding = contracts.filter(({ decision }) => decidesWithin(decision, HORIZON_DAYS)).length;
  const p = <PercentText value={churn} />;
  const arr = <MoneyText amountMinor={money?.decidingMinor ?? null} currency={account.currency} compact />;
  return (
    <KpiCell
      label={t("account.kpis.loss")}
      value={
        <AccountFigure
          figure="account-expected-loss"
          accountId={account.accountId}
          label={t("account.kpis.loss")}
          value={<MoneyText amountMinor={money?.lossMinor ?? null} currency={account.currency} compact />}
          shown={money?.lossMinor ?? null}
          count={deciding}
          inputs={[
            { label: t("account.inputs.churn"), value: p },
            { label: t("account.inputs.deciding"), value: arr },
          ]}
        />
      }
      note={t.rich("account.kpis.lossNote", { p: () => p, arr: () => arr })}
    />
  );
}

/** ARR of the running subscriptions (R1). */
export function Arr({ context: { subject, t }, contracts }: Props) {
  const { account, standing } = subject;
  const arrMinor = standing.money?.arrMinor ?? null;
  return (
    <KpiCell
      label={t("account.kpis.arr")}
      value={
        <AccountFigure
          figure="account-arr"
          accountId={account.accountId}
          label={t("account.kpis.arr")}
          value={<MoneyText amountMinor={arrMinor} currency={account.currency} compact />}
          shown={arrMinor}
          count={contracts.length}
        />
      }
      note={t.rich("account.kpis.arrNote", {
        count: contracts.length,
        n: () => <NumberText value={contracts.length} />,
      })}
    />
  );
}

/** The nearest decision date; red only below 30 days. */
export function DecisionCell({ context: { subject, today, t }, contracts }: Props) {
  const { decisionOn, decidesMonthly, stageKey } = subject.standing;
  const days = decisionOn === null ? null : daysBetween(today, decisionOn);
  const value =
    decisionOn !== null ? (
      <DateText day={decisionOn} style="medium" />
    ) : decidesMonthly ? (
      <span>{t("account.kpis.anyTime")}</span>
    ) : (
      <MissingText />
    );
  const note = () => {
    if (days === null) return t(`account.kpis.${stageKey === "former" ? "former" : "anyTimeNote"}`);
    if (days < 0) return t("account.kpis.over");
    return t.rich("account.kpis.daysLeft", { count: days, n: () => <NumberText value={days} /> });
  };
  return (
    <KpiCell
      label={t("account.kpis.decision")}
      value={
        <AccountFigure
          figure="account-decision"
          accountId={subject.account.accountId}
          label={t("account.kpis.decision")}
          value={value}
          shown={contracts.length}
          count={contracts.length}
          inputs={
            days === null ? [] : [{ label: t("account.inputs.days"), value: <NumberText value={days} /> }]
          }
        />
      }
      note={note()}
      noteTone={days !== null && days < URGENT_DAYS ? "risk" : "plain"}
    />
  );
}
