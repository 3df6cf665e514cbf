import fc from "fast-check";
import { MEASURE_KEYS, type Card, type CardMeasure, type Curve, type Decay } from "./card";
import { buildCard } from "./card.fixture";
import type { MeasureInput } from "./score";

const score = fc.double({ min: 0, max: 100, noNaN: true });
const weight = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.double({ min: 0.01, max: 10, noNaN: true }));

const curve: fc.Arbitrary<Curve> = fc.oneof(
  fc.record({
    kind: fc.constant("linear" as const),
    x0: fc.constantFrom(0, 60, 100),
    x100: fc.constantFrom(10, 90),
  }),
  fc.record({
    kind: fc.constant("logistic" as const),
    x50: fc.constantFrom(10, 30),
    x90: fc.constantFrom(20, 90),
  }),
  fc.record({
    kind: fc.constant("step" as const),
    steps: fc.tuple(score, score, score).map(([a, b, c]) => [[0, a], [30, b], [60, c]] as const), // prettier-ignore
  }),
);

const decay: fc.Arbitrary<Decay | null> = fc.oneof(
  fc.constant(null),
  fc.record({
    graceDays: fc.integer({ min: 0, max: 20 }),
    halfLifeDays: fc.integer({ min: 1, max: 60 }),
    maxDays: fc.integer({ min: 20, max: 365 }),
  }),
);

/** Any scorable card of up to four groups and eleven measures. */
export const anyCard: fc.Arbitrary<Card> = fc
  .tuple(
    fc.subarray([...MEASURE_KEYS], { minLength: 1 }),
    fc.array(fc.tuple(weight, curve, decay, fc.integer({ min: 0, max: 3 })), {
      minLength: 11,
      maxLength: 11,
    }),
    fc.array(weight, { minLength: 4, maxLength: 4 }),
    fc.constantFrom("reweight" as const, "neutral" as const),
  )
  .map(([keys, settings, groupWeights, missing]) => {
    const groups: Record<string, [number, CardMeasure[]]> = {};
    keys.forEach((key, i) => {
      const [own, measureCurve, measureDecay, g] = settings[i]!;
      const name = `group${g}`;
      // The first of a group carries weight, as a card that can be scored needs.
      groups[name] ??= [groupWeights[g]! + (Object.keys(groups).length === 0 ? 1 : 0), []];
      const first = groups[name][1].length === 0 ? 1 : 0;
      groups[name][1].push({ key, weight: own + first, curve: measureCurve, decay: measureDecay });
    });
    return buildCard(groups, { missing });
  });

/** Eleven inputs, some missing, some of unknown age. */
export const anyInputs: fc.Arbitrary<MeasureInput[]> = fc.array(
  fc.record({
    raw: fc.option(fc.double({ min: -20, max: 150, noNaN: true }), { freq: 5 }),
    ageDays: fc.option(fc.double({ min: -1, max: 400, noNaN: true }), { freq: 12 }),
  }),
  { minLength: 11, maxLength: 11 },
);
