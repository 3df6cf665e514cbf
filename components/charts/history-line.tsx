"use client";

import dynamic from "next/dynamic";
import type { Band } from "@/lib/metrics/health/card";
import { ChartFrame, type ChartProps } from "./chart-frame";
import type { TimePoint } from "./points";

const Plot = dynamic(() => import("./history-line-plot").then((module) => module.HistoryLinePlot), {
  ssr: false,
});

export type HistoryPoint = TimePoint & {
  /** An input was missing: drawn hollow. */
  isPartial?: boolean;
  /** The scorecard version that judged; runs of different versions are never joined. */
  version: number;
};

export type HistoryLineProps = ChartProps & {
  points: HistoryPoint[];
  /** Heads of the table view: time, score. */
  heads: [time: string, value: string];
  /** Grounds of the bands that matter, each with its words. */
  grounds: { key: string; from: number; to: number; tone: "ok" | "crit"; label: string }[];
  /** Values on the axis with their words: the thresholds. */
  ticks: { value: number; text: string }[];
  /** Where a new version took over, with its words. */
  marks: { key: string; label: string }[];
  /** Band of the last point; colours its dot. */
  band: Band;
};

/** The history of a score between its thresholds. */
export function HistoryLine(props: HistoryLineProps) {
  const { title, label, points, heads, height = 140 } = props;
  return (
    <ChartFrame
      title={title}
      label={label}
      height={height}
      heads={heads}
      rows={points.map((point) => ({
        key: point.key,
        shown: [point.label, point.text],
        written: [point.key, point.value],
      }))}
    >
      <Plot {...props} height={height} />
    </ChartFrame>
  );
}
