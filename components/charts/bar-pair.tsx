"use client";

import dynamic from "next/dynamic";
import { ChartFrame, type ChartProps } from "./chart-frame";
import type { TimePoint } from "./points";

const Plot = dynamic(() => import("./bar-pair-plot").then((module) => module.BarPairPlot), { ssr: false });

export type PairPoint = TimePoint & { other: number | null; otherText: string };

export type BarPairProps = ChartProps & {
  points: PairPoint[];
  /** Heads of the table view and words of the legend: time, first series, second series. */
  heads: [time: string, first: string, second: string];
  ticks: { value: number; text: string }[];
};

/** Two counts side by side over time, such as tickets created and resolved; bars start at zero. */
export function BarPair(props: BarPairProps) {
  const { title, label, points, heads, height = 130 } = props;
  return (
    <ChartFrame
      title={title}
      label={label}
      height={height}
      heads={heads}
      rows={points.map((point) => ({
        key: point.key,
        shown: [point.label, point.text, point.otherText],
        written: [point.key, point.value, point.other],
      }))}
    >
      <Plot {...props} height={height} />
    </ChartFrame>
  );
}
