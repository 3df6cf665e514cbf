"use client";

import { useTranslations } from "next-intl";
import { NumberText, PercentText } from "@/components/number-text";
import { useFormat } from "@/components/format-context";
import { MissingText } from "@/components/missing-text";
import type { MeasureKey } from "@/lib/metrics/health/card";
import type { Reason } from "@/lib/metrics/result";

type Props = {
  measure: MeasureKey;
  raw: number | null;
  reason: Reason | null;
  /** What a share is a share of, where that is a known number of things. */
  of?: number | null;
};

const TIMES: readonly MeasureKey[] = ["usage_vs_baseline", "order_rhythm"];
const DAYS: readonly MeasureKey[] = ["login_recency", "contact_recency", "payment_risk"];
const SHARES: readonly MeasureKey[] = [
  "adoption_breadth",
  "engagement",
  "licence_utilisation",
  "goals_attained",
];

/** The raw value of a measure with its unit: 0.44×, 2 of 9, 27%, 12 d, 39. */
export function RawText({ measure, raw, reason, of = null }: Props) {
  const format = useFormat();
  const units = useTranslations("common.units");
  const t = useTranslations("account.why");
  if (raw === null) return <MissingText reason={reason ?? undefined} />;
  if (TIMES.includes(measure))
    return (
      <bdi className="whitespace-nowrap">
        {units("times", { value: format.number(raw, { decimals: 2 }) })}
      </bdi>
    );
  if (DAYS.includes(measure))
    return <bdi className="whitespace-nowrap">{units("days", { count: Math.floor(raw) })}</bdi>;
  if (SHARES.includes(measure) && of !== null) {
    return t.rich("ofCount", {
      n: () => <NumberText value={raw * of} />,
      total: () => <NumberText value={of} />,
    });
  }
  if (SHARES.includes(measure)) return <PercentText value={raw} />;
  return <NumberText value={raw} maxDecimals={1} />;
}
