import { cardMeasures, type Card, type MeasureKey } from "./card";
import { NEUTRAL_SCORE } from "./decay";
import type { HealthScore } from "./score";

/**
 * What one measure adds, in score points: `contribution` counts from neutral and sums to CHI − 50, `points`
 * counts from zero, sums to CHI and is shown "of the `possible`", which sums to 100. A measure that takes no
 * part in the score has null contribution and points, and 0 possible: its weight has gone to the others.
 */
export type Contribution = {
  key: MeasureKey;
  group: string;
  contribution: number | null;
  points: number | null;
  possible: number;
};

/**
 * Explains a score exactly (metrics.md H12), per measure in the order of `cardMeasures(card)`. When the card
 * scores missing data as neutral, a missing measure takes part with 50 points at its full weight. All null
 * when the score is.
 */
export function contributions(card: Card, score: HealthScore): Contribution[] {
  const shares: ReadonlyMap<MeasureKey, Share> = score.chi === null ? new Map() : measureShares(card, score);
  const groups = new Map(card.groups.flatMap(({ key, measures }) => measures.map((one) => [one.key, key])));
  return cardMeasures(card).map(({ key }) => {
    const name = { key, group: groups.get(key) ?? "" };
    const part = shares.get(key);
    if (part === undefined) {
      return { ...name, contribution: null, points: null, possible: 0 };
    } else {
      return {
        ...name,
        contribution: part.share * (part.decayed - NEUTRAL_SCORE),
        points: part.share * part.decayed,
        possible: part.share * 100,
      };
    }
  });
}

/** Contributions summed per group, in the order of the card; null where no measure of it takes part. */
export function groupContributions(
  card: Card,
  parts: readonly Contribution[],
): (Omit<Contribution, "key" | "group"> & { key: string })[] {
  return card.groups.map(({ key }) => {
    const mine = parts.filter((part) => part.group === key && part.points !== null);
    const sum = (of: (part: Contribution) => number | null) =>
      mine.length > 0 ? mine.reduce((total, part) => total + (of(part) ?? 0), 0) : null;
    return {
      key,
      contribution: sum((part) => part.contribution),
      points: sum((part) => part.points),
      possible: sum((part) => part.possible) ?? 0,
    };
  });
}

/** The share of the whole score that a measure carries, and the decayed score it enters with. */
type Share = { share: number; decayed: number };

function measureShares(card: Card, score: HealthScore): Map<MeasureKey, Share> {
  const fallback = card.missing === "neutral" ? NEUTRAL_SCORE : null;
  const decayed = new Map(score.measures.map((measure) => [measure.key, measure.decayed]));
  const groups = card.groups
    .map((group, g) => ({ ...group, isScored: (score.groups[g]?.score ?? null) !== null }))
    .filter((group) => group.isScored || fallback !== null);
  const groupTotal = sumWeights(groups);
  const shares = new Map<MeasureKey, Share>();
  for (const group of groups) {
    const scoreOf = (key: MeasureKey) => (group.isScored ? decayed.get(key) : null) ?? fallback;
    const parts = group.measures.filter((measure) => scoreOf(measure.key) !== null);
    const total = sumWeights(parts);
    for (const { key, weight } of parts) {
      const share = total > 0 ? (group.weight / groupTotal) * (weight / total) : 0;
      shares.set(key, { share, decayed: scoreOf(key) ?? NEUTRAL_SCORE });
    }
  }
  return shares;
}

function sumWeights(items: readonly { weight: number }[]): number {
  return items.reduce((sum, item) => sum + item.weight, 0);
}
