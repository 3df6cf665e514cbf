import type { Curve } from "./card";
import { checkCurve } from "./card-check";

/** Fewer peers than this and a percentile says nothing (H4). */
export const PERCENTILE_PEERS_MIN = 20;

/**
 * The raw values a percentile measure is ranked against: one list per population, each ascending and without
 * nulls, and per account the index of its population (-1 = none).
 */
export type Populations = { sorted: readonly (Float64Array | null)[]; of: Int32Array };

/** The values of a column that are there, ascending: one population for H4. */
export function sortedPopulation(column: Float64Array): Float64Array {
  return column.filter((value) => !Number.isNaN(value)).sort();
}

/**
 * Turns a column of raw values into score points 0 to 100; NaN stands for null and stays NaN. A percentile
 * curve needs `populations`, and answers NaN for an account whose population is absent or below 20.
 * Throws CardError when the curve defines no score (metrics.md H2–H5).
 */
export function normalise(curve: Curve, raw: Float64Array, populations: Populations | null): Float64Array {
  checkCurve(curve, curve.kind);
  const out = new Float64Array(raw.length);
  if (curve.kind === "linear") {
    linear(curve, raw, out);
  } else if (curve.kind === "step") {
    step(curve, raw, out);
  } else if (curve.kind === "logistic") {
    logistic(curve, raw, out);
  } else {
    percentile(curve, raw, populations, out);
  }
  return out;
}

function linear(curve: Curve & { kind: "linear" }, raw: Float64Array, out: Float64Array): void {
  const { x0 } = curve;
  const span = curve.x100 - x0;
  for (let i = 0; i < raw.length; i += 1) {
    const share = (raw[i]! - x0) / span;
    out[i] = share <= 0 ? 0 : share >= 1 ? 100 : 100 * share;
  }
}

function step(curve: Curve & { kind: "step" }, raw: Float64Array, out: Float64Array): void {
  const edges = curve.steps.map(([edge]) => edge);
  const scores = curve.steps.map(([, score]) => score);
  for (let i = 0; i < raw.length; i += 1) {
    const x = raw[i]!;
    let bin = edges.length - 1;
    while (bin > 0 && x < edges[bin]!) bin -= 1;
    out[i] = Number.isNaN(x) ? NaN : scores[bin]!;
  }
}

function logistic(curve: Curve & { kind: "logistic" }, raw: Float64Array, out: Float64Array): void {
  const { x50 } = curve;
  const steepness = Math.log(9) / (curve.x90 - x50);
  for (let i = 0; i < raw.length; i += 1) {
    out[i] = 100 / (1 + Math.exp(-steepness * (raw[i]! - x50)));
  }
}

function percentile(
  curve: Curve & { kind: "percentile" },
  raw: Float64Array,
  populations: Populations | null,
  out: Float64Array,
): void {
  for (let i = 0; i < raw.length; i += 1) {
    const x = raw[i]!;
    const peers = populations?.sorted[populations.of[i]!] ?? null;
    if (peers === null || peers.length < PERCENTILE_PEERS_MIN || Number.isNaN(x)) {
      out[i] = NaN;
    } else {
      const below = countBelow(peers, x);
      const notAbove = countNotAbove(peers, x);
      const worse = curve.better === "high" ? below : peers.length - notAbove;
      out[i] = (100 * (worse + (notAbove - below) / 2)) / peers.length;
    }
  }
}

function countBelow(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countNotAbove(sorted: Float64Array, x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
