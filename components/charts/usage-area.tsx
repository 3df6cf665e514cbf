"use client";

import dynamic from "next/dynamic";
import { ChartFrame, type ChartProps } from "./chart-frame";
import type { TimePoint } from "./points";

const Plot = dynamic(() => import("./usage-area-plot").then((module) => module.UsageAreaPlot), {
  ssr: false,
});

export type UsageAreaProps = ChartProps & {
  points: TimePoint[];
  /** Heads of the table view: week, users. */
  heads: [time: string, value: string];
  /** Words of a value on the axis; only round values are asked for. */
  ticks: { value: number; text: string }[];
  /** The paid seats, or null when no contract counts them. */
  reference: { value: number; label: string } | null;
};

/** Active users by week under the line of the seats that are paid. */
export function UsageArea(props: UsageAreaProps) {
  const { title, label, points, heads, height = 130 } = props;
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
