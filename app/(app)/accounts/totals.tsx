import type { ReactNode } from "react";
import { MissingText } from "@/components/missing-text";
import { MoneyText } from "@/components/money-text";
import { NumberText } from "@/components/number-text";
import type { ServerWords } from "@/app/server-words";
import type { MoneyTotals, PortfolioTotals } from "@/db/queries/standings-totals";
import { lossSdMinor, weightedHealth } from "@/lib/metrics/portfolio";
import { PortfolioFigure, SumText } from "./portfolio-figure";

type Props = { totals: PortfolioTotals; query: string; t: ServerWords };

/** The foot of Accounts: what the whole list adds up to, each sum with its doubt. */
export function Totals({ totals, query, t }: Props) {
  const { count, money } = totals;
  return (
    <dl
      aria-label={t("accounts.totals.label")}
      className="relative flex flex-wrap items-baseline gap-x-6 gap-y-1 text-meta text-ink-2 max-md:w-full max-md:min-w-0 max-md:flex-nowrap max-md:overflow-x-auto max-md:whitespace-nowrap"
    >
      <Total
        label={t("accounts.totals.count")}
        value={
          <PortfolioFigure
            figure="accounts"
            label={t("accounts.totals.count")}
            value={<NumberText value={count} />}
            shown={count}
            count={count}
            query={query}
          />
        }
      />
      {money ? <MoneyTotalsList money={money} count={count} query={query} t={t} /> : null}
    </dl>
  );
}

function MoneyTotalsList({
  money,
  count,
  query,
  t,
}: {
  money: MoneyTotals;
  count: number;
  query: string;
  t: ServerWords;
}) {
  const health = weightedHealth({ ...money, n: count });
  const sum = { isConverted: money.isConverted };
  const shared = { query, t };
  return (
    <>
      <MoneyTotal
        figure="deciding-arr"
        name="deciding"
        amountMinor={money.decidingMinor}
        count={count}
        {...sum}
        {...shared}
      />
      <MoneyTotal
        figure="expected-loss"
        name="loss"
        amountMinor={money.lossMinor}
        count={count}
        {...sum}
        {...shared}
        doubt={t.rich("accounts.totals.sd", {
          sd: () => <MoneyText amountMinor={lossSdMinor(money.lossVariance)} compact />,
        })}
      />
      <MoneyTotal
        figure="revenue-at-risk"
        name="atRisk"
        amountMinor={money.atRiskMinor}
        count={money.atRiskAccounts}
        {...sum}
        {...shared}
      />
      <Total
        label={t("accounts.totals.health")}
        value={
          <PortfolioFigure
            figure="mean-health"
            label={t("accounts.totals.health")}
            value={
              health.value === null ? (
                <MissingText reason={health.reason} />
              ) : (
                <NumberText value={health.value} decimals={1} />
              )
            }
            shown={health.value}
            count={count}
            query={query}
          />
        }
      />
      {money.unrated > 0 ? (
        <Total label={t("accounts.totals.unrated")} value={<NumberText value={money.unrated} />} />
      ) : null}
      {money.isConverted ? <Total label={t("accounts.totals.rates")} value={null} /> : null}
    </>
  );
}

type MoneyProps = {
  figure: string;
  name: "deciding" | "loss" | "atRisk";
  amountMinor: number;
  isConverted: boolean;
  count: number;
  query: string;
  t: ServerWords;
  doubt?: ReactNode;
};

function MoneyTotal({ figure, name, amountMinor, isConverted, count, query, t, doubt }: MoneyProps) {
  const label = t(`accounts.totals.${name}`);
  return (
    <Total
      label={label}
      value={
        <PortfolioFigure
          figure={figure}
          label={label}
          value={<SumText amountMinor={amountMinor} isConverted={isConverted} />}
          shown={amountMinor}
          count={count}
          query={query}
        />
      }
      doubt={doubt}
    />
  );
}

function Total({ label, value, doubt }: { label: string; value: ReactNode; doubt?: ReactNode }) {
  return (
    <div className="flex items-baseline gap-1.5">
      <dt>{label}</dt>
      <dd className="font-semibold text-ink">
        {value}
        {doubt ? <span className="ms-1.5 font-normal text-ink-2">{doubt}</span> : null}
      </dd>
    </div>
  );
}
