"use client";

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { timeAxis, valueAxis } from "./axes";
import type { BarPairProps, PairPoint } from "./bar-pair";
import { ChartTooltip } from "./chart-tooltip";

const LEGEND_HEIGHT = 18;

/** The drawing of BarPair; the only part that needs Recharts. */
export function BarPairPlot(props: BarPairProps & { height: number }) {
  const { points, heads, ticks, dir, height, label } = props;
  const tickTexts = new Map(ticks.map((tick) => [tick.value, tick.text]));
  const chart = height - LEGEND_HEIGHT;
  return (
    <>
      <p dir={dir} aria-hidden="true" className="flex h-[18px] items-center gap-3 text-axis text-ink-2">
        <LegendEntry text={heads[1]} className="bg-lapis" />
        <LegendEntry text={heads[2]} className="bg-ok" />
      </p>
      <ResponsiveContainer width="100%" height={chart} initialDimension={{ width: 400, height: chart }}>
        <BarChart
          data={points}
          margin={{ top: 4, right: 8, bottom: 0, left: 8 }}
          barGap={1}
          aria-label={label}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis {...timeAxis(points, dir)} />
          <YAxis
            {...valueAxis(dir)}
            domain={[0, "auto"]}
            ticks={ticks.map((tick) => tick.value)}
            tickFormatter={(value: number) => tickTexts.get(value) ?? ""}
          />
          <Bar dataKey="value" fill="var(--lapis)" radius={2} isAnimationActive={false} />
          <Bar dataKey="other" fill="var(--ok)" radius={2} isAnimationActive={false} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: "var(--surface-3)" }}
            content={
              <ChartTooltip
                dir={dir}
                lines={(point: PairPoint) => ({
                  title: point.label,
                  values: [
                    { name: heads[1], text: point.text },
                    { name: heads[2], text: point.otherText },
                  ],
                })}
              />
            }
          />
        </BarChart>
      </ResponsiveContainer>
    </>
  );
}

function LegendEntry({ text, className }: { text: string; className: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <span className={`size-2 rounded-[2px] ${className}`} />
      {text}
    </span>
  );
}
