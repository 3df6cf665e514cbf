"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/format-context";
import type { MeasureKey } from "@/lib/metrics/health/card";
import type { Formatters } from "@/lib/words/format";
import { messageKey } from "@/lib/words/message-key";

/** How the raw value of a measure (H1) stands in its sentence: what is missing rather than what is there. */
const SAID: Record<MeasureKey, (raw: number, format: Formatters) => string> = {
  adoption_breadth: (raw, format) => format.percent(raw),
  contact_recency: (raw, format) => format.number(raw),
  engagement: (raw, format) => format.percent(raw),
  goals_attained: (raw, format) => format.percent(raw),
  licence_utilisation: (raw, format) => format.percent(Math.max(0, 1 - raw)),
  login_recency: (raw, format) => format.number(raw),
  order_rhythm: (raw, format) => format.number(raw, { decimals: 1 }),
  payment_risk: (raw, format) => format.number(raw),
  sentiment: (raw, format) => format.number(raw),
  ticket_burden: (raw, format) => format.number(raw),
  usage_vs_baseline: (raw, format) => format.percent(Math.max(0, 1 - raw)),
};

/** Counts that a plural depends on, where the sentence counts something. */
const COUNTED: readonly MeasureKey[] = ["contact_recency", "login_recency", "payment_risk", "ticket_burden"];

/** Says a measure with its raw value in words: "Usage 56% under its own baseline"; the bare name when nothing is known. */
export function useReasonText(): (key: MeasureKey, raw: number | null) => string {
  const format = useFormat();
  const t = useTranslations("accounts.reasons");
  const names = useTranslations("common.measures");
  return (key, raw) => {
    const name = messageKey(key);
    if (raw === null || (key === "usage_vs_baseline" && raw >= 1)) return names(`${name}.name`);
    return t(name, { value: SAID[key](raw, format), count: COUNTED.includes(key) ? Math.round(raw) : 0 });
  };
}
