import type { Card, MeasureKey } from "./health/card";
import { contributions, type Contribution } from "./health/explain";
import { MEASURES } from "./health/measures";
import type { HealthScore } from "./health/score";
import { recomputeFromStored } from "./health/snapshot";
import type { Figure } from "./result";
import { roundHalfAwayFromZero } from "./rounding";

/** Below so many answers, accounts or cases a figure carries the mark "small sample" (metrics.md 0). */
const SMALL_SAMPLE = 30;

/** Whether a figure stands on so few that it must say so (metrics.md 0: 5 ≤ n < 30). */
export function isSmallSample(n: number): boolean {
  return n < SMALL_SAMPLE;
}

/**
 * SD of a summed expected loss in minor units, from the sum of the variances p(1 − p)·ARR² of the accounts, which are taken
 * as independent (metrics.md C2). 0 over no account.
 */
export function lossSdMinor(varianceSum: number): number {
  return roundHalfAwayFromZero(Math.sqrt(Math.max(0, varianceSum)));
}

/**
 * Health of a portfolio from its two sums: Σ ARR·CHI ÷ Σ ARR over accounts with ARR > 0 and a score (metrics.md H13), score
 * points. Null when no revenue stands behind a score; n is the number of accounts asked.
 */
export function weightedHealth(sums: { weightedChi: number; chiWeightMinor: number; n: number }): Figure {
  if (sums.n === 0) {
    return { value: null, reason: "no_data", n: 0 };
  } else if (sums.chiWeightMinor === 0) {
    return { value: null, reason: "zero_denominator", n: sums.n };
  } else {
    return { value: sums.weightedChi / sums.chiWeightMinor, n: sums.n };
  }
}

/** What H14 keeps of a judgement, in the measure order of its card. */
export type StoredJudgement = {
  raw: readonly (number | null)[];
  ageDays: readonly (number | null)[];
  normalised: readonly (number | null)[];
};

/** A measure that pulls a score down: its raw value (H1) and its contribution in score points, below zero. */
export type ReasonFact = { key: MeasureKey; raw: number; contribution: number };

/** The stored score with what each measure adds (metrics.md H12), recomputed bit for bit (H14). */
export function explainStored(
  card: Card,
  stored: StoredJudgement,
): { score: HealthScore; parts: Contribution[] } {
  const score = recomputeFromStored(card, stored.raw, stored.ageDays, stored.normalised);
  return { score, parts: contributions(card, score) };
}

/** The measures that lower a score most (metrics.md H12), strongest first, ties in the order of the card. */
export function mainReasons(card: Card, stored: StoredJudgement, most: number): ReasonFact[] {
  const { score, parts } = explainStored(card, stored);
  const rawOf = new Map(score.measures.map((measure) => [measure.key, measure.raw]));
  const lowering = parts.flatMap(({ key, contribution }) => {
    const raw = rawOf.get(key) ?? null;
    return contribution !== null && contribution < 0 && raw !== null ? [{ key, raw, contribution }] : [];
  });
  return lowering.sort((a, b) => a.contribution - b.contribution).slice(0, most);
}

/**
 * Share of a score, 0 to 1, that rests on measures fed by any of the given families (metrics.md H7, H8: share of the group ×
 * share inside the group).
 */
export function shareOfScore(card: Card, families: readonly string[]): number {
  const whole = sumOf(card.groups);
  return card.groups.reduce((share, group) => {
    const fed = group.measures.filter(({ key }) =>
      MEASURES[key].families.some((family) => families.includes(family)),
    );
    return share + (group.weight / whole) * (sumOf(fed) / sumOf(group.measures));
  }, 0);
}

function sumOf(parts: readonly { weight: number }[]): number {
  return parts.reduce((sum, part) => sum + part.weight, 0);
}
