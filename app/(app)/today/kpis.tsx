import type { ReactNode } from "react";
import { KpiCell, KpiStrip } from "@/components/kpi-strip";
import { MoneyText } from "@/components/money-text";
import { NumberText } from "@/components/number-text";
import type { ServerWords } from "@/app/server-words";
import type { PortfolioTotals } from "@/db/queries/standings-totals";
import { isSmallSample, lossSdMinor } from "@/lib/metrics/portfolio";
import { PortfolioFigure, SumText } from "../accounts/portfolio-figure";

type Props = {
  totals: PortfolioTotals;
  customers: { all: number; atRisk: number };
  query: string;
  t: ServerWords;
};

/** The headline figures of the list below them; the last one is of all customers and says so. */
export function Kpis({ totals, customers, query, t }: Props) {
  return (
    <KpiStrip label={t("today.kpis.label")}>
      {totals.money ? <MoneyKpis money={totals.money} count={totals.count} query={query} t={t} /> : null}
      <Kpi
        figure="decisions-60"
        label={t("today.kpis.decisions")}
        value={<NumberText value={totals.deciding60} />}
        shown={totals.deciding60}
        count={totals.deciding60}
        query={query}
        note={t.rich("today.kpis.decisionsNote", {
          count: totals.deciding60AtRisk,
          n: () => <NumberText value={totals.deciding60AtRisk} />,
        })}
      />
      <Kpi
        figure="accounts-at-risk"
        label={t("today.kpis.atRisk")}
        value={<NumberText value={customers.atRisk} />}
        shown={customers.atRisk}
        count={customers.atRisk}
        query=""
        note={t.rich("today.kpis.atRiskNote", {
          count: customers.all,
          n: () => <NumberText value={customers.all} />,
        })}
      />
    </KpiStrip>
  );
}

type MoneyProps = {
  money: NonNullable<PortfolioTotals["money"]>;
  count: number;
  query: string;
  t: ServerWords;
};

function MoneyKpis({ money, count, query, t }: MoneyProps) {
  const sample = isSmallSample(money.lossAccounts) ? t("today.kpis.smallSample") : "";
  return (
    <>
      <Kpi
        figure="expected-loss"
        label={t("today.kpis.loss")}
        value={<SumText amountMinor={money.lossMinor} isConverted={money.isConverted} />}
        shown={money.lossMinor}
        count={count}
        query={query}
        note={
          <>
            {t.rich("today.kpis.lossNote", {
              count: money.lossAccounts,
              n: () => <NumberText value={money.lossAccounts} />,
              sd: () => <MoneyText amountMinor={lossSdMinor(money.lossVariance)} compact />,
            })}
            {sample}
          </>
        }
      />
      <Kpi
        figure="revenue-at-risk"
        label={t("today.kpis.atRiskRevenue")}
        value={<SumText amountMinor={money.atRiskMinor} isConverted={money.isConverted} />}
        shown={money.atRiskMinor}
        count={money.atRiskAccounts}
        query={query}
        note={t.rich("today.kpis.atRiskRevenueNote", {
          part: () => <NumberText value={money.atRiskAccounts} />,
          all: () => <NumberText value={count} />,
        })}
      />
    </>
  );
}

type KpiProps = {
  figure: string;
  label: string;
  value: ReactNode;
  shown: number;
  count: number;
  query: string;
  note: ReactNode;
};

function Kpi({ note, ...figure }: KpiProps) {
  return <KpiCell label={figure.label} value={<PortfolioFigure {...figure} />} note={note} />;
}
