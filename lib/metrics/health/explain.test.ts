import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyCard, anyInputs } from "./arbitrary.fixture";
import type { Card, MeasureKey } from "./card";
import { buildCard, h7Card, inputsInOrder, inputsOf, MID_RAW, midCard, plainMeasure } from "./card.fixture";
import { changeBetween, contributions, groupContributions } from "./explain";
import { healthScore, type MeasureInput } from "./score";

const snapshot = (card: Card, inputs: MeasureInput[]) => ({ card, score: healthScore(card, inputs) });
const sum = (values: (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);

describe("H12 explanation of a level", () => {
  const scores = [80, 60, null, 40, 90];

  test("H12 the H7 data give +11.2500, +3.1250, –, -1.8750, +5.0000, together +17.5000", () => {
    const parts = contributions(h7Card(), healthScore(h7Card(), inputsInOrder(scores)));
    [11.25, 3.125, null, -1.875, 5].forEach((expected, i) => {
      if (expected === null) expect(parts[i]?.contribution).toBeNull();
      else expect(parts[i]?.contribution).toBeCloseTo(expected, 6);
    });
    expect(sum(parts.map((part) => part.contribution))).toBeCloseTo(17.5, 6);
  });

  test("H12 in neutral mode the missing one stands with 50 points at its full weight", () => {
    const card = h7Card({ missing: "neutral" });
    const parts = contributions(card, healthScore(card, inputsInOrder(scores)));
    expect(parts[2]).toMatchObject({ contribution: 0, points: 10, possible: 20 });
    expect(sum(parts.map((part) => part.contribution))).toBeCloseTo(14, 6);
  });

  test("H12 the shipped mid card: groups give 34.5, 12.5, 7.5 and 2 points of 60, 20, 15 and 5", () => {
    const card = midCard();
    const parts = contributions(card, healthScore(card, inputsOf(card, MID_RAW)));
    const groups = groupContributions(card, parts);
    [34.5, 12.5, 7.5, 2].forEach((points, g) => expect(groups[g]?.points).toBeCloseTo(points, 6));
    [60, 20, 15, 5].forEach((possible, g) => expect(groups[g]?.possible).toBeCloseTo(possible, 6));
    expect(parts.find((part) => part.key === "goals_attained")).toMatchObject({ points: null, possible: 0 });
  });

  test("H12 an account without a score has no contributions", () => {
    const parts = contributions(h7Card(), healthScore(h7Card(), inputsInOrder([80, null, null, null, null])));
    expect(parts.every((part) => part.contribution === null && part.points === null)).toBe(true);
    expect(groupContributions(h7Card(), parts)).toEqual([
      { key: "all", contribution: null, points: null, possible: 0 },
    ]);
  });

  test("contributions sum to CHI − 50 and points to CHI of 100, on any card", () => {
    fc.assert(
      fc.property(anyCard, anyInputs, (card, inputs) => {
        const score = healthScore(card, inputs);
        fc.pre(score.chi !== null);
        const parts = contributions(card, score);
        expect(Math.abs(sum(parts.map((part) => part.contribution)) - (score.chi - 50))).toBeLessThan(1e-9);
        expect(Math.abs(sum(parts.map((part) => part.points)) - score.chi)).toBeLessThan(1e-9);
        expect(Math.abs(sum(parts.map((part) => part.possible)) - 100)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe("H12b explanation of a change", () => {
  const two = (first: number, second: number) =>
    buildCard({ all: [1, [plainMeasure("engagement", first), plainMeasure("sentiment", second)]] });

  test("H12b 70 → 60: missing +10, behaviour −20, configuration 0", () => {
    const change = changeBetween(
      snapshot(two(2, 1), inputsInOrder([80, 50])),
      snapshot(two(1, 1), inputsInOrder([60, null])),
    );
    expect(change?.delta).toBeCloseTo(-10, 6);
    expect(change?.missing).toBeCloseTo(10, 6);
    expect(change?.behaviour).toBeCloseTo(-20, 6);
    expect(change?.configuration).toBeCloseTo(0, 6);
  });

  test("H12b per measure: the one that went missing takes its contribution with it", () => {
    const change = changeBetween(
      snapshot(two(2, 1), inputsInOrder([80, 50])),
      snapshot(two(1, 1), inputsInOrder([60, null])),
    );
    expect(change?.measures.map((measure) => measure.key)).toEqual(["engagement", "sentiment"]);
    expect(change?.measures[0]).toMatchObject({ behaviour: -20, configuration: 0 });
    expect(change?.measures[0]?.missing).toBeCloseTo(10, 6);
    expect(change?.measures[1]?.delta).toBeCloseTo(0, 6);
  });

  test("H12b ageing alone is missing data", () => {
    const decay = { graceDays: 30, halfLifeDays: 45, maxDays: 365 };
    const card = buildCard({ all: [1, [plainMeasure("sentiment", 1, { decay })]] });
    const change = changeBetween(
      snapshot(card, [{ raw: 90, ageDays: 30 }]),
      snapshot(card, [{ raw: 90, ageDays: 75 }]),
    );
    expect(change).toMatchObject({ delta: -20, missing: -20, behaviour: 0, configuration: 0 });
  });

  test("H12b new weights alone are configuration, and so is a measure that the new card drops", () => {
    const inputs = inputsInOrder([80, 50]);
    const reweighed = changeBetween(snapshot(two(2, 1), inputs), snapshot(two(1, 1), inputs));
    expect(reweighed).toMatchObject({ missing: 0, behaviour: 0 });
    expect(reweighed?.configuration).toBeCloseTo(-5, 6);
    const single = buildCard({ all: [1, [plainMeasure("sentiment", 1)]] });
    const dropped = changeBetween(snapshot(two(2, 1), inputs), snapshot(single, inputsInOrder([50])));
    expect(dropped).toMatchObject({ missing: 0, behaviour: 0 });
    expect(dropped?.configuration).toBeCloseTo(-20, 6);
  });

  test("H12b nothing on both sides: everything is missing; no score on one side: no change", () => {
    const card = two(1, 1);
    const change = changeBetween(
      snapshot(card, inputsInOrder([80, null])),
      snapshot(card, inputsInOrder([null, 50])),
    );
    expect(change).toMatchObject({ delta: -30, missing: -30, behaviour: 0, configuration: 0 });
    const unknown = snapshot(two(1, 2), inputsInOrder([80, null]));
    expect(changeBetween(unknown, snapshot(card, inputsInOrder([80, 50])))).toBeNull();
  });

  test("H12b a percentile measure compares its stored scores, mirrored when the direction turned", () => {
    const ranked = (better: "high" | "low") =>
      buildCard({ all: [1, [plainMeasure("engagement", 1, { curve: { kind: "percentile", better } })]] });
    const peers = Float64Array.from({ length: 20 }, (_, i) => i);
    const at = (better: "high" | "low", raw: number) => ({
      card: ranked(better),
      score: healthScore(ranked(better), [{ raw, ageDays: 0 }], [peers]),
    });
    expect(changeBetween(at("high", 4), at("high", 14))).toMatchObject({
      delta: 50,
      behaviour: 50,
      configuration: 0,
    });
    const turned = changeBetween(at("high", 4), at("low", 14));
    expect(turned).toMatchObject({ delta: 5, behaviour: 50, configuration: -45 });
  });

  test("the parts sum to the change, and the measures to each part, between any two cards", () => {
    fc.assert(
      fc.property(anyCard, anyCard, anyInputs, anyInputs, fc.boolean(), (v0, v1, x0, x1, isSameCard) => {
        const from = snapshot(v0, x0);
        const to = snapshot(isSameCard ? v0 : v1, x1);
        const change = changeBetween(from, to);
        fc.pre(change !== null && from.score.chi !== null && to.score.chi !== null);
        const total = change.behaviour + change.missing + change.configuration;
        expect(Math.abs(total - (to.score.chi - from.score.chi))).toBeLessThan(1e-9);
        for (const part of ["behaviour", "missing", "configuration", "delta"] as const) {
          expect(Math.abs(sum(change.measures.map((measure) => measure[part])) - change[part])).toBeLessThan(
            1e-9,
          );
        }
        if (isSameCard) expect(Math.abs(change.configuration)).toBeLessThan(1e-9);
      }),
    );
  });

  test("each measure of either card stands once, ascending by key", () => {
    const change = changeBetween(snapshot(midCard(), inputsOf(midCard(), MID_RAW)), snapshot(h7Card(), inputsInOrder([80, 60, 70, 40, 90]))); // prettier-ignore
    const keys: MeasureKey[] = change?.measures.map((measure) => measure.key) ?? [];
    expect(keys).toEqual([...new Set(keys)].sort());
    expect(keys).toHaveLength(9);
  });
});
