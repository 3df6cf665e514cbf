"use client";

import {
  Area,
  AreaChart,
  CartesianGrid,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { svgText, timeAxis, valueAxis } from "./axes";
import { ChartTooltip } from "./chart-tooltip";
import { lastKnown, type TimePoint } from "./points";
import type { UsageAreaProps } from "./usage-area";

const HEADROOM = 1.12;

/** The drawing of UsageArea; the only part that needs Recharts. */
export function UsageAreaPlot(props: UsageAreaProps & { height: number }) {
  const { points, ticks, reference, dir, height, heads, label } = props;
  const last = lastKnown(points);
  const tickTexts = new Map(ticks.map((tick) => [tick.value, tick.text]));
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const top = Math.max(1, reference?.value ?? 0, ...values, ...ticks.map((tick) => tick.value)) * HEADROOM;

  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 400, height }}>
      <AreaChart data={points} margin={{ top: 8, right: 8, bottom: 0, left: 8 }} aria-label={label}>
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis {...timeAxis(points, dir)} />
        <YAxis
          {...valueAxis(dir)}
          domain={[0, top]}
          ticks={ticks.map((tick) => tick.value)}
          tickFormatter={(value: number) => tickTexts.get(value) ?? ""}
        />
        <Area
          dataKey="value"
          stroke="var(--lapis)"
          strokeWidth={2}
          fill="var(--lapis)"
          fillOpacity={0.1}
          isAnimationActive={false}
          dot={false}
          activeDot={{ r: 3, fill: "var(--lapis)", stroke: "var(--surface)" }}
        />
        {reference ? (
          <ReferenceLine
            y={reference.value}
            stroke="var(--ink-3)"
            strokeDasharray="4 3"
            label={{
              value: svgText(reference.label, dir),
              position: dir === "rtl" ? "insideBottomRight" : "insideBottomLeft",
              fontSize: 10.5,
              fill: "var(--ink-2)",
              offset: 4,
            }}
          />
        ) : null}
        {last ? (
          <ReferenceDot
            x={last.key}
            y={last.value}
            r={4}
            fill="var(--lapis)"
            stroke="var(--surface)"
            label={{ value: last.text, position: "top", fontSize: 11.5, fontWeight: 600, fill: "var(--ink)" }}
          />
        ) : null}
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--line-2)" }}
          content={
            <ChartTooltip
              dir={dir}
              lines={(point: TimePoint) => ({
                title: point.label,
                values: [{ name: heads[1], text: point.text }],
              })}
            />
          }
        />
      </AreaChart>
    </ResponsiveContainer>
  );
}
