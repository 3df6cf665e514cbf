import { daysBetween, type Day } from "../../period";
import type { Reason } from "../result";

/** How far a trend looks back, and what it needs to say anything (H10). */
export const TREND_DAYS = 90;
export const TREND_POINTS_MIN = 4;
export const TREND_SPAN_DAYS_MIN = 21;

const UNIT_DAYS = 30;
const NOTABLE_POINTS = 2;

export type TrendLabel = "improving" | "declining" | "steady";

/** Points per 30 days by least squares, the same by Theil–Sen, and the word for it; or why there is none. */
export type HealthTrend =
  | { value: number; robust: number; label: TrendLabel; n: number }
  | { value: null; reason: Reason; n: number };

/**
 * Trend of CHI over the 90 days up to `asOf` (metrics.md H10). Points are computed scores, never overrides,
 * of snapshots of one scorecard version; missing scores are left out. Null (`too_few`) below 4 points or when
 * they span fewer than 21 days.
 */
export function healthTrend(points: readonly { day: Day; chi: number | null }[], asOf: Day): HealthTrend {
  const known: Point[] = points.flatMap(({ day, chi }) => {
    const age = daysBetween(day, asOf);
    return chi !== null && age >= 0 && age <= TREND_DAYS ? [{ x: -age, y: chi }] : [];
  });
  const xs = known.map((point) => point.x);
  const n = known.length;
  if (n < TREND_POINTS_MIN || Math.max(...xs) - Math.min(...xs) < TREND_SPAN_DAYS_MIN) {
    return { value: null, reason: "too_few", n };
  } else {
    const value = leastSquaresSlope(known) * UNIT_DAYS;
    return { value, robust: theilSenSlope(known) * UNIT_DAYS, label: labelOf(value), n };
  }
}

type Point = { x: number; y: number };

function labelOf(value: number): TrendLabel {
  return value >= NOTABLE_POINTS ? "improving" : value <= -NOTABLE_POINTS ? "declining" : "steady";
}

function leastSquaresSlope(points: readonly Point[]): number {
  const meanX = mean(points.map((point) => point.x));
  const meanY = mean(points.map((point) => point.y));
  let covariance = 0;
  let variance = 0;
  for (const { x, y } of points) {
    covariance += (x - meanX) * (y - meanY);
    variance += (x - meanX) * (x - meanX);
  }
  return covariance / variance;
}

/** Median of the slopes of all pairs of points on different days. */
function theilSenSlope(points: readonly Point[]): number {
  const slopes = points.flatMap((a, i) =>
    points.slice(i + 1).flatMap((b) => (a.x === b.x ? [] : [(b.y - a.y) / (b.x - a.x)])),
  );
  return median(slopes);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? NaN;
  return (lower + upper) / 2;
}
