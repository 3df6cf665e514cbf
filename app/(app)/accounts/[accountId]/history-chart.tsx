"use client";

import { useTranslations } from "next-intl";
import { HistoryLine } from "@/components/charts/history-line";
import { useFormat } from "@/components/format-context";
import type { Band, Card } from "@/lib/metrics/health/card";
import { messageKey } from "@/lib/words/message-key";
import type { HistoryPlace } from "./history-points";

type Props = { points: readonly HistoryPlace[]; bands: Card["bands"]; band: Band };

const MOST = 100;
/** Points that the words of a mark need behind them. */
const LABEL_POINTS = 7;

/** The history of the score as a line between its thresholds, with a mark where another scorecard took over. */
export function HistoryChart({ points, bands, band }: Props) {
  const t = useTranslations("account.history");
  const names = useTranslations("common.bands");
  const format = useFormat();
  const { dir } = format;
  const last = points.at(-1);
  const best = bands.at(-1);
  const second = bands[1];
  const monthOf = (day: string) => format.day(day, "monthShort");
  const words = ({ from, to, a, b }: NonNullable<HistoryPlace["tookOver"]>) =>
    from === to ? t("version", { from, a: format.number(a), b: format.number(b) }) : t("card", { from, to });
  return (
    <HistoryLine
      title={t("title")}
      label={t("label", { score: format.number(last?.chi ?? null), band: names(messageKey(band)) })}
      dir={dir}
      heads={[t("time"), t("score")]}
      band={band}
      points={points.map((point, index) => ({
        key: point.day,
        label: point.isLive
          ? t("live", { day: format.day(point.day, "medium") })
          : format.day(point.day, "medium"),
        tick:
          monthOf(point.day) === monthOf(points[index - 1]?.day ?? point.day)
            ? undefined
            : monthOf(point.day),
        value: point.chi,
        text: format.number(point.chi),
        isPartial: point.isPartial,
        version: point.run,
      }))}
      grounds={[
        ...(best ? [{ key: best.key, from: best.from, to: MOST, tone: "ok" as const, label: t("healthy", { from: format.number(best.from) }) }] : []), // prettier-ignore
        ...(second ? [{ key: "critical", from: 0, to: second.from, tone: "crit" as const, label: t("critical", { from: format.number(second.from) }) }] : []), // prettier-ignore
      ]}
      ticks={bands.slice(1).map(({ from }) => ({ value: from, text: format.number(from) }))}
      marks={points.flatMap(({ day, tookOver }, index) =>
        tookOver === null ? [] : [{ key: day, label: isCrowded(points, index) ? "" : words(tookOver) }],
      )}
    />
  );
}

/** Whether another version took over so soon after that the words of both would stand on each other; the later one speaks. */
function isCrowded(points: readonly HistoryPlace[], index: number): boolean {
  return points.slice(index + 1, index + LABEL_POINTS).some((point) => point.tookOver !== null);
}
