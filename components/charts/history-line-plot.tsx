"use client";

import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceArea,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";
import { bandLine } from "../health-mark";
import { insideLabel, timeAxis, valueAxis } from "./axes";
import { ChartTooltip } from "./chart-tooltip";
import type { HistoryLineProps, HistoryPoint } from "./history-line";
import { lastKnown } from "./points";

const GROUNDS = { ok: "var(--ok)", crit: "var(--crit)" };

/** The drawing of HistoryLine; the only part that needs Recharts. */
export function HistoryLinePlot(props: HistoryLineProps & { height: number }) {
  const { points, grounds, ticks, marks, band, dir, height, heads, label } = props;
  const versions = [...new Set(points.map((point) => point.version))];
  const newest = Math.max(...versions);
  const last = lastKnown(points);
  const tickTexts = new Map(ticks.map((tick) => [tick.value, tick.text]));
  const domain = domainOf(points, ticks);

  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 400, height }}>
      <LineChart data={points} margin={{ top: 4, right: 8, bottom: 0, left: 8 }} aria-label={label}>
        {grounds.map((ground) => (
          <ReferenceArea
            key={ground.key}
            y1={Math.max(ground.from, domain[0])}
            y2={Math.min(ground.to, domain[1])}
            fill={GROUNDS[ground.tone]}
            fillOpacity={0.08}
            label={insideLabel(ground.label, ground.tone === "ok" ? "end" : "start", dir, true)}
          />
        ))}
        <CartesianGrid vertical={false} stroke="var(--line)" />
        <XAxis {...timeAxis(points, dir)} />
        <YAxis
          {...valueAxis(dir)}
          domain={domain}
          ticks={ticks.map((tick) => tick.value)}
          tickFormatter={(value: number) => tickTexts.get(value) ?? ""}
        />
        {marks.map((mark) => (
          <ReferenceLine
            key={mark.key}
            x={mark.key}
            stroke="var(--ink-3)"
            strokeDasharray="2 3"
            label={insideLabel(mark.label, "start", dir, true)}
          />
        ))}
        {versions.map((version) => (
          <Line
            key={version}
            dataKey={(point: HistoryPoint) => (point.version === version ? point.value : null)}
            stroke={version === newest ? "var(--ink-2)" : "var(--ink-3)"}
            strokeWidth={version === newest ? 2 : 1.5}
            strokeDasharray={version === newest ? undefined : "4 3"}
            isAnimationActive={false}
            dot={<PartialDot />}
            activeDot={{ r: 3, fill: "var(--ink-2)", stroke: "var(--surface)" }}
          />
        ))}
        {last ? (
          <ReferenceDot
            x={last.key}
            y={last.value}
            r={4}
            fill={last.isPartial ? "var(--surface)" : bandLine(band)}
            stroke={last.isPartial ? bandLine(band) : "var(--surface)"}
            strokeWidth={last.isPartial ? 2 : 1}
            label={{ value: last.text, position: "top", fontSize: 11.5, fontWeight: 600, fill: "var(--ink)" }}
          />
        ) : null}
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--line-2)" }}
          content={
            <ChartTooltip
              dir={dir}
              lines={(point: HistoryPoint) => ({
                title: point.label,
                values: [{ name: heads[1], text: point.text }],
              })}
            />
          }
        />
      </LineChart>
    </ResponsiveContainer>
  );
}

/** A point with a missing input is hollow; the others carry no dot. Recharts fills in the place. */
function PartialDot(props: { cx?: number; cy?: number; payload?: HistoryPoint; value?: number | null }) {
  const { cx, cy, payload, value } = props;
  if (!payload?.isPartial || value === null || value === undefined || cx === undefined || cy === undefined)
    return null;
  return <circle cx={cx} cy={cy} r={2.5} fill="var(--surface)" stroke="var(--ink-2)" strokeWidth={1.5} />;
}

const ROOM = 12;

/** From a little below the lowest thing to a little above the highest, inside 0 to 100. */
function domainOf(points: HistoryPoint[], ticks: { value: number }[]): [number, number] {
  const values = points.flatMap((point) => (point.value === null ? [] : [point.value]));
  const all = [...values, ...ticks.map((tick) => tick.value)];
  return [Math.max(0, Math.min(...all) - ROOM), Math.min(100, Math.max(...all) + ROOM)];
}
