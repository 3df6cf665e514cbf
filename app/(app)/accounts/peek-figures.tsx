"use client";

import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { HealthBadge } from "@/components/health-badge";
import { MoneyText } from "@/components/money-text";
import { DeltaText, PercentText } from "@/components/number-text";
import type { Standing } from "@/db/queries/standings";
import type { Day } from "@/lib/period";
import { AccountFigure } from "./[accountId]/account-figure";
import { DecisionDay, TimeToAct } from "./standing-cells";

/** The three figures of an account, each with its arithmetic, definition and rows. */
export function PeekFigures({ standing, today }: { standing: Standing; today: Day }) {
  const t = useTranslations("accounts.peek");
  const { accountId, chi, band, chiChange30d, churnProbability, money, currency } = standing;
  return (
    <>
      <dl className="grid grid-cols-[auto_auto_1fr] overflow-hidden rounded-card border border-line">
        <Cell
          label={t("health")}
          value={
            <AccountFigure
              figure="account-health"
              accountId={accountId}
              label={t("health")}
              shown={chi}
              count={null}
              value={<HealthBadge score={chi} band={band} size="kpi" />}
            />
          }
          note={chiChange30d === null ? t("noChange") : <DeltaText value={chiChange30d} better="high" />}
        />
        <Cell
          label={t("churn")}
          value={
            <AccountFigure
              figure="account-churn"
              accountId={accountId}
              label={t("churn")}
              shown={churnProbability}
              count={null}
              value={<PercentText value={churnProbability} />}
            />
          }
          note={<Interval standing={standing} />}
        />
        {money === null ? (
          <Cell
            label={t("decision")}
            value={<DecisionDay standing={standing} today={today} />}
            note={<TimeToAct standing={standing} today={today} />}
          />
        ) : (
          <Cell
            label={t("loss")}
            value={
              <AccountFigure
                figure="account-expected-loss"
                accountId={accountId}
                label={t("loss")}
                shown={money.lossMinor}
                count={null}
                value={<MoneyText amountMinor={money.lossMinor} currency={currency} compact />}
              />
            }
            note={t.rich("arithmetic", {
              p: () => <PercentText value={churnProbability} />,
              arr: () => <MoneyText amountMinor={money.decidingArrMinor} currency={currency} compact />,
            })}
          />
        )}
      </dl>
      <p className="mt-1.5 text-meta text-ink-2">{t("ruleBased")}</p>
    </>
  );
}

function Interval({ standing: { churnProbabilityLow, churnProbabilityHigh } }: { standing: Standing }) {
  const t = useTranslations("accounts.peek");
  if (churnProbabilityLow === null || churnProbabilityHigh === null) return null;
  return t.rich("range", {
    low: () => <PercentText value={churnProbabilityLow} />,
    high: () => <PercentText value={churnProbabilityHigh} />,
  });
}

function Cell({ label, value, note }: { label: string; value: ReactNode; note: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col border-e border-line px-2.5 py-2 last:border-e-0">
      <dt className="text-meta text-ink-2">{label}</dt>
      <dd className="text-kpi text-ink">{value}</dd>
      <dd className="text-meta text-ink-2">{note}</dd>
    </div>
  );
}
