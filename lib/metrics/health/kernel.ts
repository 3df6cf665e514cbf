import { byKey, cardMeasures, type Card } from "./card";
import { checkCard } from "./card-check";
import { normalise, type Populations } from "./curves";
import { decay, NEUTRAL_SCORE } from "./decay";

/** Below this share of its weight a group, and the whole card, has no score (H7, H8). */
export const COVERAGE_MIN = 0.5;
/** Room for the last bits of sums of weights that are no whole numbers. */
const COVERAGE_GUARD = 1e-12;

/** What is known: one column per entry of `cardMeasures(card)`, one row per account, NaN for null. */
export type RawColumns = {
  raw: readonly Float64Array[];
  ageDays: readonly Float64Array[];
  /** Only percentile measures need theirs; null elsewhere. */
  populations?: readonly (Populations | null)[];
};

/** Scores of groups in the order of `card.groups`, and of the card; NaN for null, coverage is never null. */
export type Composite = {
  groups: { score: Float64Array; coverage: Float64Array }[];
  chi: Float64Array;
  coverage: Float64Array;
};

export type ScoredColumns = Composite & { normalised: Float64Array[]; decayed: Float64Array[] };

/**
 * Scores `n` accounts under one card: raw → normalised (H2–H5) → decayed (H6) → groups and CHI (H7, H8).
 * This is the only code that scores; one account is n = 1 and gets the same bits. Points 0 to 100.
 * Throws CardError when the card cannot be scored.
 */
export function scoreColumns(card: Card, columns: RawColumns, n: number): ScoredColumns {
  checkCard(card);
  const normalised = normaliseColumns(card, columns);
  const decayed = decayColumns(card, normalised, columns.ageDays);
  return { normalised, decayed, ...composeColumns(card, decayed, n) };
}

/** The first step alone, for callers that keep its result while only weights change (weight preview). */
export function normaliseColumns(
  card: Card,
  { raw, populations }: Pick<RawColumns, "raw" | "populations">,
): Float64Array[] {
  return cardMeasures(card).map((measure, m) =>
    normalise(measure.curve, columnOf(raw, m), populations?.[m] ?? null),
  );
}

/** The second step alone: normalised columns and ages in days to decayed columns. */
export function decayColumns(
  card: Card,
  normalised: readonly Float64Array[],
  ageDays: readonly Float64Array[],
): Float64Array[] {
  return cardMeasures(card).map((measure, m) =>
    decay(measure.decay, columnOf(normalised, m), columnOf(ageDays, m)),
  );
}

/**
 * The last step alone: decayed columns to groups, CHI and coverage. `coverageMin` is 0.50 everywhere but in
 * the walk of H12b, where the coverage test is not applied (0).
 */
export function composeColumns(
  card: Card,
  decayed: readonly Float64Array[],
  n: number,
  coverageMin: number = COVERAGE_MIN,
): Composite {
  const position = new Map(cardMeasures(card).map((measure, m) => [measure.key, m]));
  const isNeutral = card.missing === "neutral";
  const scored = card.groups.map((group) => {
    // Summed in key order, so that the bits do not depend on the order in which a card happens to be listed.
    const parts = [...group.measures].sort(byKey).map((measure) => ({
      weight: measure.weight,
      scores: columnOf(decayed, position.get(measure.key) ?? -1),
    }));
    return { key: group.key, weight: group.weight, ...weightedMeans(parts, n, isNeutral, coverageMin) };
  });
  const parts = [...scored].sort(byKey).map((group) => ({
    weight: group.weight,
    scores: group.score,
    coverage: group.coverage,
  }));
  const total = weightedMeans(parts, n, isNeutral, coverageMin);
  // A card of one group is a flat card: its coverage is that of H7, also where it is too small for a score.
  const only = scored.length === 1 ? scored[0] : undefined;
  return {
    groups: scored.map(({ score, coverage }) => ({ score, coverage })),
    chi: total.score,
    coverage: only === undefined ? total.coverage : only.coverage.slice(),
  };
}

type Part = { weight: number; scores: Float64Array; coverage?: Float64Array };

/**
 * H7 over columns: the mean of the parts that have a score, by weight, and the share of the weight that is
 * covered. A part that is itself a group brings its own coverage (H8).
 */
function weightedMeans(
  parts: readonly Part[],
  n: number,
  isNeutral: boolean,
  coverageMin: number,
): { score: Float64Array; coverage: Float64Array } {
  const score = new Float64Array(n);
  const coverage = new Float64Array(n);
  const present = new Float64Array(n);
  let total = 0;
  for (const part of parts) {
    total += part.weight;
    if (part.weight > 0) addPart(part, score, present, coverage);
  }
  const threshold = coverageMin - COVERAGE_GUARD;
  for (let i = 0; i < n; i += 1) {
    const weight = present[i]!;
    const covered = total > 0 ? coverage[i]! / total : 0;
    coverage[i] = covered;
    if (weight === 0 || covered < threshold) {
      score[i] = NaN;
    } else if (isNeutral) {
      score[i] = (score[i]! + (total - weight) * NEUTRAL_SCORE) / total;
    } else {
      score[i] = score[i]! / weight;
    }
  }
  return { score, coverage };
}

/** Adds one part to the running sums of score × weight, of weight present and of weight covered. */
function addPart(part: Part, score: Float64Array, present: Float64Array, covered: Float64Array): void {
  const { weight, scores, coverage } = part;
  for (let i = 0; i < score.length; i += 1) {
    const s = scores[i]!;
    if (s === s) {
      score[i] = score[i]! + weight * s;
      present[i] = present[i]! + weight;
      covered[i] = covered[i]! + (coverage === undefined ? weight : weight * coverage[i]!);
    }
  }
}

function columnOf(columns: readonly Float64Array[], m: number): Float64Array {
  const column = columns[m];
  if (column === undefined) throw new RangeError(`no column for measure ${m}`);
  return column;
}
