import type { ComponentProps } from "react";
import type { XAxis, YAxis } from "recharts";
import { isolateRightToLeft } from "@/lib/words/isolate";
import { ticksOf, tickText, type TimePoint } from "./points";

const TEXT = { fontSize: 10.5, fill: "var(--ink-3)" };

/** The time axis: runs with the reading direction, no line, only the ticks the points ask for. */
export function timeAxis(points: readonly TimePoint[], dir: "ltr" | "rtl"): ComponentProps<typeof XAxis> {
  return {
    dataKey: "key",
    reversed: dir === "rtl",
    ticks: ticksOf(points),
    tickFormatter: tickText(points),
    interval: "preserveStartEnd",
    minTickGap: 12,
    padding: { left: 4, right: 4 },
    axisLine: false,
    tickLine: false,
    tickMargin: 6,
    height: 22,
    tick: TEXT,
  };
}

/** The value axis: at the inline start, no line. */
export function valueAxis(dir: "ltr" | "rtl"): ComponentProps<typeof YAxis> {
  return {
    orientation: dir === "rtl" ? "right" : "left",
    axisLine: false,
    tickLine: false,
    tickMargin: 6,
    width: 34,
    tick: TEXT,
  };
}

/** A sentence for an SVG text, whose own direction must stay left to right. */
export function svgText(text: string, dir: "ltr" | "rtl"): string {
  return dir === "rtl" ? isolateRightToLeft(text) : text;
}

/** Where a text stands inside the plot: at its reading start or end. */
export function insideLabel(value: string, place: "start" | "end", dir: "ltr" | "rtl", top = false) {
  const isLeft = (place === "start") === (dir === "ltr");
  const height = top ? "Top" : "Bottom";
  return {
    value: svgText(value, dir),
    position: `inside${height}${isLeft ? "Left" : "Right"}` as const,
    fontSize: 10.5,
    fill: "var(--ink-2)",
    offset: 6,
  };
}
