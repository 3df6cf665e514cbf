import { describe, expect, test } from "vitest";
import { addDays } from "../../period";
import { healthTrend } from "./trend";

const START = "2025-03-01";
const points = (days: number[], chis: (number | null)[]) =>
  days.map((day, i) => ({ day: addDays(START, day), chi: chis[i] ?? null }));

describe("H10 trend", () => {
  test("H10 days 0, 7, 14, 21, 28 with 72, 70, 69, 65, 64: -9.0000 per 30 d, declining, Theil–Sen -8.5714", () => {
    const trend = healthTrend(points([0, 7, 14, 21, 28], [72, 70, 69, 65, 64]), addDays(START, 28));
    expect(trend.value).toBeCloseTo(-9, 6);
    expect(trend).toMatchObject({ label: "declining", n: 5 });
    expect(trend.value !== null && trend.robust).toBeCloseTo(-8.5714, 4);
  });

  test("H10 labels turn at +2 and −2 points per 30 days", () => {
    const rising = (perThirty: number) =>
      healthTrend(points([0, 15, 30, 45], [50, 50 + perThirty / 2, 50 + perThirty, 50 + 1.5 * perThirty]), addDays(START, 45)); // prettier-ignore
    expect(rising(2)).toMatchObject({ label: "improving" });
    expect(rising(-2)).toMatchObject({ label: "declining" });
    expect(rising(1.9)).toMatchObject({ label: "steady" });
  });

  test("H10 fewer than 4 scores, or less than 21 days between them, is too few", () => {
    const end = addDays(START, 30);
    expect(healthTrend(points([0, 10, 30], [1, 2, 3]), end)).toEqual({
      value: null,
      reason: "too_few",
      n: 3,
    });
    expect(healthTrend(points([0, 10, 20, 30], [1, 2, 3, null]), end)).toMatchObject({ value: null, n: 3 });
    expect(healthTrend(points([10, 15, 20, 30], [1, 2, 3, 4]), end)).toMatchObject({ value: null, n: 4 });
    expect(healthTrend(points([9, 15, 20, 30], [1, 2, 3, 4]), end).value).not.toBeNull();
    expect(healthTrend([], end)).toEqual({ value: null, reason: "too_few", n: 0 });
  });

  test("H10 looks back 90 days and never ahead", () => {
    const late = points([0, 100, 110, 120, 130, 140], [0, 60, 61, 62, 63, 99]);
    const trend = healthTrend(late, addDays(START, 135));
    expect(trend).toMatchObject({ n: 4 });
    expect(trend.value).toBeCloseTo(3, 6);
  });
});
