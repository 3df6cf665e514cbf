import { byKey, cardMeasures, type Card, type CardMeasure, type MeasureKey } from "./card";
import { contributions } from "./contributions";
import { normalise } from "./curves";
import { composeColumns, decayColumns } from "./kernel";
import { cell, scoreAt, type HealthScore, type MeasureScore } from "./score";

/** A score with the card version it was made under. */
export type ScoredSnapshot = { card: Card; score: HealthScore };

/** Three parts of a change, in score points; they add up to it. */
export type ChangeParts = { behaviour: number; missing: number; configuration: number };

/** ΔCHI with its parts, and the same per measure of either card, ascending by key. */
export type HealthChange = ChangeParts & {
  delta: number;
  measures: (ChangeParts & { key: MeasureKey; delta: number })[];
};

/**
 * Splits the change between two snapshots into behaviour, missing data (ageing included) and configuration
 * (metrics.md H12b) by the walk (V0, A0, x0, a0) → A0∩A1 → x1 → a1 → A1 → V1, without the coverage test.
 * Null when either score is null. Available is what takes part in a score with some weight. A measure that
 * only the older card holds keeps its evidence until the version changes: that a card dropped it is
 * configuration, not missing data. When the walk finds no score on its way, all of it is missing data.
 */
export function changeBetween(from: ScoredSnapshot, to: ScoredSnapshot): HealthChange | null {
  const start = standOf(from.card, from.score);
  const end = standOf(to.card, to.score);
  if (start === null || end === null) {
    return null;
  } else {
    return sumUp(
      stepsOf([start, ...walk(from, to), end]) ?? [{ part: "missing", before: start, after: end }],
    );
  }
}

/** Where the walk stands: a CHI, and what every measure contributes to it. */
type Stand = { chi: number; byMeasure: ReadonlyMap<MeasureKey, number> };

type Step = { part: keyof ChangeParts; before: Stand; after: Stand };

/** What the step from each stand to the next is called. */
const WALK: readonly (keyof ChangeParts)[] = ["missing", "behaviour", "missing", "missing", "configuration"];

/** The four stands between the two snapshots, all under the older card; null where there is no score. */
function walk(from: ScoredSnapshot, to: ScoredSnapshot): (Stand | null)[] {
  const measures = cardMeasures(from.card);
  const later = new Map(to.score.measures.map((measure) => [measure.key, measure]));
  const counted0 = keysOf(from);
  const counted1 = keysOf(to);
  const rows = measures.map((measure, m) => {
    const before = from.score.measures[m];
    const after = later.get(measure.key);
    const isBefore = counted0.has(measure.key);
    return {
      x0: before?.normalised ?? null,
      a0: before?.ageDays ?? null,
      x1: after === undefined ? before?.normalised : normalisedUnder(measure, to.card, after, before),
      a1: after === undefined ? before?.ageDays : after.ageDays,
      isBefore,
      isAfter: after === undefined ? isBefore : counted1.has(measure.key),
    };
  });
  type Row = (typeof rows)[number];
  const stand = (isIn: (row: Row) => boolean, x: (row: Row) => number | null | undefined, a: typeof x) =>
    standUnder(from.card, measures, rows.map((row) => [isIn(row) ? x(row) : null, a(row)] as const)); // prettier-ignore
  const stays = (row: Row) => row.isBefore && row.isAfter;
  return [
    stand(stays, (row) => row.x0, (row) => row.a0), // prettier-ignore
    stand(stays, (row) => row.x1, (row) => row.a0), // prettier-ignore
    stand(stays, (row) => row.x1, (row) => row.a1), // prettier-ignore
    stand((row) => row.isAfter, (row) => row.x1, (row) => row.a1), // prettier-ignore
  ];
}

/**
 * The later raw value on the older card's curve. A percentile cannot be taken again without its population:
 * the stored one stands, mirrored if the direction changed, or the older one where the later card has none.
 */
function normalisedUnder(
  { key, curve }: CardMeasure,
  laterCard: Card,
  after: MeasureScore,
  before: MeasureScore | undefined,
): number | null {
  if (curve.kind !== "percentile") {
    return normalise(curve, cell(after.raw), null)[0] ?? null;
  } else {
    const laterCurve = cardMeasures(laterCard).find((measure) => measure.key === key)?.curve;
    if (laterCurve?.kind !== "percentile") {
      return before?.normalised ?? null;
    } else if (after.normalised !== null && laterCurve.better !== curve.better) {
      return 100 - after.normalised;
    } else {
      return after.normalised;
    }
  }
}

type Evidence = readonly [normalised: number | null | undefined, ageDays: number | null | undefined];

function standUnder(card: Card, measures: CardMeasure[], evidence: readonly Evidence[]): Stand | null {
  const normalised = evidence.map(([score]) => cell(score));
  const decayed = decayColumns(card, normalised, evidence.map(([, ageDays]) => cell(ageDays))); // prettier-ignore
  const columns = { normalised, decayed, ...composeColumns(card, decayed, 1, 0) };
  return standOf(card, scoreAt(card, measures, [], columns, 0));
}

function standOf(card: Card, score: HealthScore): Stand | null {
  if (score.chi === null) {
    return null;
  } else {
    const parts = contributions(card, score);
    return { chi: score.chi, byMeasure: new Map(parts.map((part) => [part.key, part.contribution ?? 0])) };
  }
}

/** The measures that take part in a score with a share above 0. */
function keysOf({ card, score }: ScoredSnapshot): Set<MeasureKey> {
  const scored = new Set(score.measures.filter(({ decayed }) => decayed !== null).map(({ key }) => key));
  const groups = card.groups.filter((_, g) => (score.groups[g]?.score ?? null) !== null);
  const carrying = groups.filter((group) => group.weight > 0).flatMap((group) => group.measures);
  return new Set(carrying.filter(({ key, weight }) => weight > 0 && scored.has(key)).map(({ key }) => key));
}

/** Names the steps between the stands; null when a stand has no score. */
function stepsOf(stands: readonly (Stand | null)[]): Step[] | null {
  const steps: Step[] = [];
  for (const [i, part] of WALK.entries()) {
    const before = stands[i] ?? null;
    const after = stands[i + 1] ?? null;
    if (before === null || after === null) return null;
    steps.push({ part, before, after });
  }
  return steps;
}

function sumUp(steps: readonly Step[]): HealthChange {
  const keys = new Set(steps.flatMap(({ before, after }) => [...before.byMeasure.keys(), ...after.byMeasure.keys()])); // prettier-ignore
  const measures = [...keys].map((key) => ({
    key,
    ...partsOf(steps, (stand) => stand.byMeasure.get(key) ?? 0),
  }));
  return { ...partsOf(steps, (stand) => stand.chi), measures: measures.sort(byKey) };
}

function partsOf(steps: readonly Step[], of: (stand: Stand) => number): ChangeParts & { delta: number } {
  const parts: ChangeParts = { behaviour: 0, missing: 0, configuration: 0 };
  for (const { part, before, after } of steps) parts[part] += of(after) - of(before);
  return { delta: parts.behaviour + parts.missing + parts.configuration, ...parts };
}
