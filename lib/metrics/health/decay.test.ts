import { describe, expect, test } from "vitest";
import type { Decay } from "./card";
import { decay } from "./decay";

const SENTIMENT: Decay = { graceDays: 30, halfLifeDays: 45, maxDays: 365 };
const faded = (score: number, age: number, rule: Decay | null = SENTIMENT) =>
  decay(rule, Float64Array.of(score), Float64Array.of(age))[0];

describe("H6 staleness", () => {
  test("H6 90 at age 75 with grace 30, half-life 45 is 70.0000", () => {
    expect(faded(90, 75)).toBeCloseTo(70, 6);
  });

  test("H6 age 366 is null, 365 is not", () => {
    expect(faded(90, 366)).toBeNaN();
    expect(faded(90, 365)).toBeGreaterThan(50);
  });

  test("H6 10 at age 120 is 40.0000: old bad news fades too", () => {
    expect(faded(10, 120)).toBeCloseTo(40, 6);
  });

  test("H6 nothing fades within the grace, ages below 0 count as 0", () => {
    expect(faded(90, 30)).toBe(90);
    expect(faded(90, -2)).toBe(90);
  });

  test("H6 unknown age is null where a measure fades, and does not matter where it does not", () => {
    expect(faded(90, NaN)).toBeNaN();
    expect(faded(90, NaN, null)).toBe(90);
  });
});
