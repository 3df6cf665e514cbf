import type { Reason } from "../result";
import { cardMeasures, type Card, type CardMeasure, type MeasureKey } from "./card";
import type { Populations } from "./curves";
import { scoreColumns, type Composite, type ScoredColumns } from "./kernel";
import { MEASURES } from "./measures";

/** What is known of one measure of one account: raw value and age of its evidence in days; null = unknown. */
export type MeasureInput = { raw: number | null; ageDays: number | null };

/** One measure on its way to the score, each step null when it has no value; `reason` says why not. */
export type MeasureScore = {
  key: MeasureKey;
  raw: number | null;
  ageDays: number | null;
  normalised: number | null;
  decayed: number | null;
  reason: Reason | null;
};

export type GroupScore = { key: string; score: number | null; coverage: number };

/**
 * The score of one account under one card: CHI in points 0 to 100 or null, coverage 0 to 1, groups in the
 * order of the card, measures in the order of `cardMeasures(card)`.
 */
export type HealthScore = {
  chi: number | null;
  coverage: number;
  groups: GroupScore[];
  measures: MeasureScore[];
};

/**
 * Scores one account (metrics.md H2–H8): the kernel with n = 1. `inputs` and `populations` follow the order
 * of `cardMeasures(card)`; a population is the ascending values a percentile measure is ranked in.
 * Throws CardError when the card cannot be scored.
 */
export function healthScore(
  card: Card,
  inputs: readonly MeasureInput[],
  populations?: readonly (Float64Array | null)[],
): HealthScore {
  const measures = cardMeasures(card);
  const columns = {
    raw: measures.map((_, m) => cell(inputs[m]?.raw)),
    ageDays: measures.map((_, m) => cell(inputs[m]?.ageDays)),
    populations: populations?.map(onlyPopulation),
  };
  return scoreAt(card, measures, inputs, scoreColumns(card, columns, 1), 0);
}

/** One account's row of scored columns, as `healthScore` would give it; `inputs` are that account's. */
export function scoreAt(
  card: Card,
  measures: readonly CardMeasure[],
  inputs: readonly MeasureInput[],
  columns: ScoredColumns,
  row: number,
): HealthScore {
  return {
    ...compositeAt(card, columns, row),
    measures: measures.map((measure, m) => {
      const step = {
        key: measure.key,
        raw: inputs[m]?.raw ?? null,
        ageDays: inputs[m]?.ageDays ?? null,
        normalised: valueAt(columns.normalised[m], row),
        decayed: valueAt(columns.decayed[m], row),
      };
      return { ...step, reason: reasonOf(step) };
    }),
  };
}

function compositeAt(card: Card, composite: Composite, row: number): Omit<HealthScore, "measures"> {
  return {
    chi: valueAt(composite.chi, row),
    coverage: composite.coverage[row] ?? 0,
    groups: card.groups.map((group, g) => ({
      key: group.key,
      score: valueAt(composite.groups[g]?.score, row),
      coverage: composite.groups[g]?.coverage[row] ?? 0,
    })),
  };
}

function reasonOf(step: Omit<MeasureScore, "reason">): Reason | null {
  if (step.decayed !== null) {
    return null;
  } else if (step.raw === null) {
    return MEASURES[step.key].whenNull;
  } else if (step.normalised === null) {
    return "too_few";
  } else {
    return step.ageDays === null ? "no_data" : "stale";
  }
}

/** A column of one row; null becomes NaN, which is null inside columns. */
export function cell(value: number | null | undefined): Float64Array {
  return Float64Array.of(value ?? NaN);
}

function onlyPopulation(sorted: Float64Array | null): Populations | null {
  return sorted === null ? null : { sorted: [sorted], of: Int32Array.of(0) };
}

function valueAt(column: Float64Array | undefined, row: number): number | null {
  const value = column?.[row] ?? NaN;
  return Number.isNaN(value) ? null : value;
}
