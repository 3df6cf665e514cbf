"use client";

import { useTranslations } from "next-intl";
import type { Band } from "@/lib/metrics/health/card";
import { messageKey } from "@/lib/words/message-key";
import { useFormat } from "./format-context";
import { bandInk, HealthMark } from "./health-mark";
import { classNames } from "./ui/class-names";

type Props = {
  /** 0 to 100; null when too little is known. */
  score: number | null;
  band: Band;
  /** Points gained or lost over `days`; null or left out when not known. */
  change?: number | null;
  days?: number;
  /** Draws the word behind the number; it is always in the accessible name. */
  showWord?: boolean;
  size?: "body" | "kpi";
};

/** Health as shape, number and, where it fits, word; read out as "Health 34, critical, down 18 in 30 days". */
export function HealthBadge({ score, band, change, days = 30, showWord = false, size = "body" }: Props) {
  const format = useFormat();
  const bands = useTranslations("common.bands");
  const t = useTranslations("figure");
  const word = bands(messageKey(band));
  const said = { score: format.number(score), band: word };
  const name =
    change === null || change === undefined
      ? t("health", said)
      : t("healthChanged", {
          ...said,
          direction: change > 0 ? "up" : change < 0 ? "down" : "same",
          change: format.number(Math.abs(change)),
          days: format.number(days),
        });
  return (
    <span className={classNames("inline-flex items-center gap-1.5 whitespace-nowrap", bandInk(band))}>
      <HealthMark band={band} size={size === "kpi" ? 15 : 12} />
      <span className="sr-only">{name}</span>
      <span aria-hidden="true" className={classNames("font-semibold", size === "kpi" && "text-kpi")}>
        <bdi dir="ltr">{format.number(score)}</bdi>
        {showWord ? <span className="ms-1.5">{word}</span> : null}
      </span>
    </span>
  );
}

/** The band alone, as a chip with shape and word. */
export function BandChip({ band }: { band: Band }) {
  const bands = useTranslations("common.bands");
  return (
    <span
      className={classNames(
        "inline-flex min-h-5 items-center gap-1.5 rounded-chip px-1.5 text-meta font-medium",
        GROUNDS[band],
        bandInk(band),
      )}
    >
      <HealthMark band={band} />
      {bands(messageKey(band))}
    </span>
  );
}

const GROUNDS: Record<Band, string> = {
  healthy: "bg-ok-soft",
  watch: "bg-watch-soft",
  at_risk: "bg-risk-soft",
  critical: "bg-crit-soft",
  unknown: "bg-surface-3",
};
