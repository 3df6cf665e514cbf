import type { AccountStanding } from "@/db/queries/account";
import { coverageParts, type CoveragePart } from "@/lib/metrics/account-coverage";
import { plainBand } from "@/lib/metrics/health/bands";
import type { Band, Card, MeasureKey } from "@/lib/metrics/health/card";
import { groupContributions, type HealthChange } from "@/lib/metrics/health/explain";
import type { HealthScore, MeasureScore } from "@/lib/metrics/health/score";
import { explainStored } from "@/lib/metrics/portfolio";

/** One measure of the table: its way from raw value to points, and its part of the change. */
export type WhyMeasure = MeasureScore & {
  weight: CoveragePart;
  points: number | null;
  possible: number;
  change: number | null;
};

/** One group of the card, or, with a null score, the measures that left the card within the 30 days. */
export type WhyGroup = {
  key: string;
  score: number | null;
  band: Band;
  points: number | null;
  possible: number;
  change: number | null;
  measures: WhyMeasure[];
};

export type Why = {
  score: HealthScore;
  groups: WhyGroup[];
  /** Measures that only the older card held: they take part in the change and in nothing else. */
  gone: { key: MeasureKey; change: number }[];
};

/** What the score is made of, group by group in the order of the card (H12, H12b). */
export function whyOf(
  { card, stored }: Pick<AccountStanding, "card" | "stored">,
  change: HealthChange | null,
): Why {
  const { score, parts } = explainStored(card, stored);
  const deltas = new Map(change?.measures.map(({ key, delta }) => [key, delta]));
  const weights = new Map(coverageParts(card, score).map((part) => [part.key, part]));
  const scores = new Map(score.measures.map((measure) => [measure.key, measure]));
  const totals = groupContributions(card, parts);
  const groups = card.groups.map((group, g): WhyGroup => {
    const measures = parts
      .filter((part) => part.group === group.key)
      .flatMap(({ key, points, possible }): WhyMeasure[] => {
        const measure = scores.get(key);
        const weight = weights.get(key);
        if (measure === undefined || weight === undefined) return [];
        return [
          { ...measure, weight, points, possible, change: change === null ? null : (deltas.get(key) ?? 0) },
        ];
      });
    return {
      key: group.key,
      score: score.groups[g]?.score ?? null,
      band: plainBand(card, score.groups[g]?.score ?? null),
      points: totals[g]?.points ?? null,
      possible: totals[g]?.possible ?? 0,
      change: change === null ? null : measures.reduce((sum, measure) => sum + (measure.change ?? 0), 0),
      measures,
    };
  });
  return { score, groups, gone: goneOf(card, change) };
}

function goneOf(card: Card, change: HealthChange | null): Why["gone"] {
  const held = new Set(card.groups.flatMap((group) => group.measures.map((measure) => measure.key)));
  return (change?.measures ?? []).flatMap(({ key, delta }) =>
    held.has(key) ? [] : [{ key, change: delta }],
  );
}
