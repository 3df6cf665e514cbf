import { describe, expect, test } from "vitest";
import { CardError } from "./card-check";
import type { Curve } from "./card";
import { normalise, sortedPopulation } from "./curves";

const at = (curve: Curve, x: number) => normalise(curve, Float64Array.of(x), null)[0];

describe("H2 linear", () => {
  test("H2 utilisation 0.62 on 0.20→0.90 is 60.0000", () => {
    expect(at({ kind: "linear", x0: 0.2, x100: 0.9 }, 0.62)).toBeCloseTo(60, 6);
  });

  test("H2 tickets 6 on 12→2 are 60.0000, 14 are 0", () => {
    const tickets: Curve = { kind: "linear", x0: 12, x100: 2 };
    expect(at(tickets, 6)).toBeCloseTo(60, 6);
    expect(at(tickets, 14)).toBe(0);
    expect(at(tickets, 2)).toBe(100);
    expect(Object.is(at(tickets, 12), 0)).toBe(true);
  });

  test("H2 null stays null and x0 = x100 is rejected", () => {
    expect(at({ kind: "linear", x0: 0, x100: 1 }, NaN)).toBeNaN();
    expect(() => at({ kind: "linear", x0: 3, x100: 3 }, 1)).toThrow(CardError);
  });
});

describe("H3 step", () => {
  const days: Curve = { kind: "step", steps: [[0, 100], [3, 80], [7, 50], [14, 20], [30, 0]] }; // prettier-ignore

  test("H3 lower edges are inclusive: 7 is 50, 6.99 is 80", () => {
    expect(at(days, 7)).toBe(50);
    expect(at(days, 6.99)).toBe(80);
  });

  test("H3 below the first edge takes the first bin, the last bin is open, null stays null", () => {
    expect(at(days, -4)).toBe(100);
    expect(at(days, 4000)).toBe(0);
    expect(at(days, NaN)).toBeNaN();
  });

  test("H3 no steps, or edges out of order, are rejected", () => {
    expect(() => at({ kind: "step", steps: [] }, 1)).toThrow(CardError);
    expect(() => at({ kind: "step", steps: [[3, 80], [3, 50]] }, 1)).toThrow(CardError); // prettier-ignore
  });
});

describe("H4 percentile", () => {
  const values = [2, 3, 3, 5, 8, 8, 8, 9, 10, 12, 12, 14, 15, 15, 18, 20, 22, 25, 30, 41];
  const rank = (better: "high" | "low", population: number[], x: number) =>
    normalise({ kind: "percentile", better }, Float64Array.of(x), {
      sorted: [sortedPopulation(Float64Array.from(population))],
      of: Int32Array.of(0),
    })[0];

  test("H4 x = 8 of 20 accounts is 27.5000, and 72.5000 when lower is better", () => {
    expect(rank("high", values, 8)).toBeCloseTo(27.5, 6);
    expect(rank("low", values, 8)).toBeCloseTo(72.5, 6);
  });

  test("H4 fewer than 20 peers, nulls not counted, give null", () => {
    expect(rank("high", values.slice(1), 8)).toBeNaN();
    expect(rank("high", [...values.slice(1), NaN], 8)).toBeNaN();
    expect(rank("high", values, NaN)).toBeNaN();
  });

  test("H4 each account is ranked in its own segment, one without a population gets null", () => {
    const low = sortedPopulation(Float64Array.from(values));
    const high = low.map((value) => value + 100);
    const scores = normalise({ kind: "percentile", better: "high" }, Float64Array.of(8, 8, 8), {
      sorted: [low, high],
      of: Int32Array.of(0, 1, -1),
    });
    expect([...scores]).toEqual([27.5, 0, NaN]);
  });
});

describe("H5 logistic", () => {
  const curve: Curve = { kind: "logistic", x50: 10, x90: 20 };

  test("H5 m 10, x90 20: 13 is 65.9073, 0 is 10.0000, 20 is 90", () => {
    expect(at(curve, 13)).toBeCloseTo(65.9073, 4);
    expect(at(curve, 0)).toBeCloseTo(10, 6);
    expect(at(curve, 20)).toBeCloseTo(90, 6);
  });

  test("H5 x90 below m turns the direction, x90 = m is rejected", () => {
    expect(at({ kind: "logistic", x50: 20, x90: 10 }, 10)).toBeCloseTo(90, 6);
    expect(() => at({ kind: "logistic", x50: 10, x90: 10 }, 1)).toThrow(CardError);
  });
});
