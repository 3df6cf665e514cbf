import { cardMeasures, type Card, type MeasureKey } from "./health/card";
import type { HealthScore } from "./health/score";

/**
 * One measure's part of the coverage of a score (H7, H8). `share` is the share of the whole weight that the card gives it and
 * sums to 1; `counted` is what of it took part and sums to the coverage. `spread` says where the weight of a measure without
 * a score went: to the others of its group, to the other groups when its group has no score, or nowhere.
 */
export type CoveragePart = {
  key: MeasureKey;
  group: string;
  share: number;
  counted: number;
  spread: "group" | "card" | "nowhere" | null;
};

/** How the coverage of a score is made up, per measure in the order of `cardMeasures(card)` (metrics.md H7, H8). */
export function coverageParts(card: Card, score: HealthScore): CoveragePart[] {
  const groupTotal = sumWeights(card.groups);
  const decayed = new Map(score.measures.map((measure) => [measure.key, measure.decayed]));
  const parts = new Map<MeasureKey, CoveragePart>();
  card.groups.forEach((group, g) => {
    const total = sumWeights(group.measures);
    const isOnly = card.groups.length === 1;
    const isGroupScored = (score.groups[g]?.score ?? null) !== null;
    for (const { key, weight } of group.measures) {
      const share = groupTotal > 0 && total > 0 ? (group.weight / groupTotal) * (weight / total) : 0;
      const isScored = (decayed.get(key) ?? null) !== null;
      const counted = isScored && (isGroupScored || isOnly) ? share : 0;
      const spread =
        isScored || share === 0 ? null : score.chi === null ? "nowhere" : isGroupScored ? "group" : "card";
      parts.set(key, { key, group: group.key, share, counted, spread });
    }
  });
  return cardMeasures(card).flatMap(({ key }) => parts.get(key) ?? []);
}

function sumWeights(items: readonly { weight: number }[]): number {
  return items.reduce((sum, item) => sum + item.weight, 0);
}
