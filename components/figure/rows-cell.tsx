"use client";

import { DateText } from "../date-text";
import { HealthBadge } from "../health-badge";
import { MoneyText } from "../money-text";
import { NumberText, PercentText } from "../number-text";
import type { Band } from "@/lib/metrics/health/card";
import type { RowsColumnKind } from "./rows-answer";

const NOTHING = "–";

type Props = {
  kind: RowsColumnKind;
  value: string | number | null | undefined;
  currency?: string | null;
  band?: string | number | null;
};

/** One cell of the rows behind a figure. */
export function CellValue({ kind, value, currency, band }: Props) {
  if (value === null || value === undefined) return <span className="text-ink-3">{NOTHING}</span>;
  if (kind === "text") return <bdi>{value}</bdi>;
  if (kind === "day") return <DateText day={String(value)} />;
  const number = Number(value);
  if (kind === "money") return <MoneyText amountMinor={number} currency={currency ?? undefined} />;
  if (kind === "percent") return <PercentText value={number} />;
  if (kind === "decimal") return <NumberText value={number} decimals={2} />;
  if (kind === "health" && typeof band === "string")
    return <HealthBadge score={number} band={band as Band} />;
  return <NumberText value={number} />;
}
