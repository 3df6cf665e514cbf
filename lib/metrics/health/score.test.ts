import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyCard, anyInputs } from "./arbitrary.fixture";
import { cardMeasures } from "./card";
import { CardError } from "./card-check";
import { buildCard, h7Card, inputsInOrder, inputsOf, MID_RAW, midCard, plainMeasure } from "./card.fixture";
import { scoreColumns } from "./kernel";
import { healthScore, type MeasureInput } from "./score";
import { recomputeFromStored } from "./snapshot";

const H7_SCORES = [80, 60, null, 40, 90];

describe("H1 the mid account of the catalogue", () => {
  test("H1 flat card: 56.8421, coverage 0.95", () => {
    const grouped = midCard();
    const flat = buildCard({ all: [1, grouped.groups.flatMap((group) => group.measures)] });
    const score = healthScore(flat, inputsOf(flat, MID_RAW));
    expect(score.chi).toBeCloseTo(56.8421, 4);
    expect(score.coverage).toBeCloseTo(0.95, 6);
  });

  test("H8 shipped mid card: 56.5000, groups 57.5, 62.5, 50 (coverage 0.667), 40", () => {
    const score = healthScore(midCard(), inputsOf(midCard(), MID_RAW));
    expect(score.chi).toBeCloseTo(56.5, 6);
    expect(score.coverage).toBeCloseTo(0.95, 6);
    [57.5, 62.5, 50, 40].forEach((expected, g) => expect(score.groups[g]?.score).toBeCloseTo(expected, 6));
    expect(score.groups[2]?.coverage).toBeCloseTo(0.667, 3);
  });

  test("H1 normalises to 50, 50, 50, 80, 75, 50, 40, 50 and leaves goals null with its reason", () => {
    const byKey = new Map(
      healthScore(midCard(), inputsOf(midCard(), MID_RAW)).measures.map((one) => [one.key, one]),
    );
    const keys = Object.keys(MID_RAW) as (keyof typeof MID_RAW)[];
    const scores = keys.map((key) => byKey.get(key)?.normalised ?? NaN);
    [50, 50, 50, 80, 75, 50, 40, 50].forEach((expected, i) => expect(scores[i]).toBeCloseTo(expected, 6));
    expect(byKey.get("goals_attained")).toMatchObject({ decayed: null, reason: "not_matured" });
  });
});

describe("H7 missing data", () => {
  test("H7 reweights: 67.5000, coverage 0.8", () => {
    const score = healthScore(h7Card(), inputsInOrder(H7_SCORES));
    expect(score.chi).toBeCloseTo(67.5, 6);
    expect(score.coverage).toBeCloseTo(0.8, 6);
  });

  test("H7 neutral scores the missing one 50: 64.0000", () => {
    expect(healthScore(h7Card({ missing: "neutral" }), inputsInOrder(H7_SCORES)).chi).toBeCloseTo(64, 6);
  });

  test("H7 only the first scored: coverage 0.3 and no score", () => {
    const score = healthScore(h7Card(), inputsInOrder([80, null, null, null, null]));
    expect(score.chi).toBeNull();
    expect(score.coverage).toBeCloseTo(0.3, 6);
  });

  test("H7 coverage of exactly one half, in weights that are no whole numbers, still scores", () => {
    const keys = ["engagement", "login_recency", "sentiment"] as const;
    const card = buildCard({ all: [1, keys.map((key, i) => plainMeasure(key, [0.1, 0.2, 0.3][i] ?? 0))] });
    expect(healthScore(card, inputsInOrder([80, 80, null])).chi).toBeCloseTo(80, 6);
  });

  test("H7 all weights zero, a negative weight, or no measures are rejected", () => {
    const weighing = (weight: number) => buildCard({ all: [1, [plainMeasure("engagement", weight)]] });
    expect(() => healthScore(weighing(0), inputsInOrder([80]))).toThrow(CardError);
    expect(() => healthScore(weighing(-1), inputsInOrder([80]))).toThrow(CardError);
    expect(() => healthScore(buildCard({}), [])).toThrow("no_measures");
  });
});

describe("H8 groups", () => {
  const card = buildCard({
    a: [60, [plainMeasure("engagement", 1), plainMeasure("login_recency", 1)]],
    b: [40, [plainMeasure("sentiment", 1)]],
  });

  test("H8 A = 80, CHI 68.0000, coverage 0.7; flattening would have given 62.8571", () => {
    const score = healthScore(card, inputsInOrder([80, null, 50]));
    expect(score.groups[0]?.score).toBe(80);
    expect(score.chi).toBeCloseTo(68, 6);
    expect(score.coverage).toBeCloseTo(0.7, 6);
  });

  test("H8 a group below half its weight is missing and adds no coverage", () => {
    const thin = buildCard({
      a: [40, [plainMeasure("engagement", 1), plainMeasure("login_recency", 2)]],
      b: [60, [plainMeasure("sentiment", 1)]],
    });
    const score = healthScore(thin, inputsInOrder([80, null, 50]));
    expect(score.groups[0]?.score).toBeNull();
    expect(score.chi).toBe(50);
    expect(score.coverage).toBeCloseTo(0.6, 6);
  });

  test("H8 the total is tested too: groups that pass may not cover half the card together", () => {
    const score = healthScore(card, inputsInOrder([80, null, null]));
    expect(score.coverage).toBeCloseTo(0.3, 6);
    expect(score.chi).toBeNull();
  });

  test("the order in which a card lists groups and measures does not touch a bit", () => {
    fc.assert(
      fc.property(anyCard, anyInputs, (one, inputs) => {
        const groups = [...one.groups].reverse();
        const other = {
          ...one,
          groups: groups.map((group) => ({ ...group, measures: [...group.measures].reverse() })),
        };
        expect(Object.is(healthScore(other, inputs).chi, healthScore(one, inputs).chi)).toBe(true);
      }),
    );
  });
});

describe("the kernel", () => {
  test("one account alone and the same account among many get the same bits", () => {
    fc.assert(
      fc.property(anyCard, fc.array(anyInputs, { minLength: 1, maxLength: 20 }), (card, accounts) => {
        const columns = scoreColumns(card, columnsOf(card, accounts), accounts.length);
        accounts.forEach((inputs, row) => {
          const alone = healthScore(card, inputs);
          expect(Object.is(alone.chi ?? NaN, columns.chi[row])).toBe(true);
          expect(Object.is(alone.coverage, columns.coverage[row])).toBe(true);
          alone.measures.forEach((measure, m) => {
            expect(Object.is(measure.decayed ?? NaN, columns.decayed[m]?.[row])).toBe(true);
          });
        });
      }),
    );
  });

  test("scores stay between 0 and 100 and coverage between 0 and 1", () => {
    fc.assert(
      fc.property(anyCard, anyInputs, (card, inputs) => {
        const { chi, coverage } = healthScore(card, inputs);
        expect(chi === null || (chi >= -1e-9 && chi <= 100 + 1e-9)).toBe(true);
        expect(coverage >= 0 && coverage <= 1 + 1e-12).toBe(true);
      }),
    );
  });
});

describe("H14 stored snapshots", () => {
  test("H14 raw, age and version give normalised, decayed and CHI bit for bit", () => {
    fc.assert(
      fc.property(anyCard, anyInputs, (card, inputs) => {
        const first = healthScore(card, inputs);
        const { raw, ageDays, normalised } = stored(first);
        expect(recomputeFromStored(card, raw, ageDays, normalised)).toStrictEqual(first);
      }),
    );
  });

  test("H14 a percentile measure recomputes from its stored normalised score, without its population", () => {
    const ranked = plainMeasure("engagement", 1, { curve: { kind: "percentile", better: "high" } });
    const card = buildCard({ all: [1, [ranked, plainMeasure("sentiment", 1)]] });
    const peers = Float64Array.from({ length: 20 }, (_, i) => i);
    const first = healthScore(card, inputsInOrder([7, 40]), [peers, null]);
    expect(first.chi).toBeCloseTo((37.5 + 40) / 2, 6);
    const { raw, ageDays, normalised } = stored(first);
    expect(recomputeFromStored(card, raw, ageDays, normalised)).toStrictEqual(first);
  });
});

describe("reasons of missing measures", () => {
  test("no value, too few peers and stale evidence are told apart", () => {
    const card = buildCard({
      all: [
        1,
        [
          plainMeasure("engagement", 1, { curve: { kind: "percentile", better: "high" } }),
          plainMeasure("login_recency", 1),
          plainMeasure("sentiment", 1, { decay: { graceDays: 30, halfLifeDays: 45, maxDays: 365 } }),
        ],
      ],
    });
    const inputs = [
      { raw: 1, ageDays: 0 },
      { raw: null, ageDays: 0 },
      { raw: 80, ageDays: 366 },
    ];
    const score = healthScore(card, inputs);
    expect(score.measures.map((measure) => measure.reason)).toEqual(["too_few", "never", "stale"]);
    expect(score.chi).toBeNull();
    expect(score.coverage).toBe(0);
  });
});

type Score = ReturnType<typeof healthScore>;

function stored(score: Score) {
  return {
    raw: score.measures.map((measure) => measure.raw),
    ageDays: score.measures.map((measure) => measure.ageDays),
    normalised: score.measures.map((measure) => measure.normalised),
  };
}

function columnsOf(card: Parameters<typeof healthScore>[0], accounts: readonly MeasureInput[][]) {
  const column = (of: (input: MeasureInput) => number | null, m: number) =>
    Float64Array.from(accounts, (inputs) => (inputs[m] ? (of(inputs[m]) ?? NaN) : NaN));
  return {
    raw: cardMeasures(card).map((_, m) => column((input) => input.raw, m)),
    ageDays: cardMeasures(card).map((_, m) => column((input) => input.ageDays, m)),
  };
}
