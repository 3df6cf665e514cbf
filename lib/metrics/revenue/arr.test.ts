import { describe, expect, test } from "vitest";
import { arrMinor, mrrMinor, subscriptionArrMinor, type Subscription } from "./arr";

const months = (count: number) => ({ unit: "month", count }) as const;
const days = (count: number) => ({ unit: "day", count }) as const;

describe("R1 MRR and ARR", () => {
  test("R1 4 seats × 500 a year: 2000/12 = 166.6667 a month, 2000 a year", () => {
    expect(mrrMinor(200_000, months(12)) / 100).toBeCloseTo(166.6667, 4);
    expect(arrMinor(200_000, months(12))).toBe(200_000);
  });

  test("R1 month, quarter, half year and year are exact to the minor unit", () => {
    expect([1, 3, 6, 12].map((count) => arrMinor(9_999, months(count)))).toEqual([
      119_988, 39_996, 19_998, 9_999,
    ]);
    expect(mrrMinor(9_999, months(3))).toBe(3_333);
  });

  test("R1 other terms are rounded once: 24 months 1001 is 501, 30 days 1000 is 12,175", () => {
    expect(arrMinor(1_001, months(24))).toBe(501);
    expect(mrrMinor(1_000, days(30))).toBeCloseTo(1014.583333, 6);
    expect(arrMinor(1_000, days(30))).toBe(12_175);
  });

  test("R1 a subscription counts from its start until the day before its end; a trial is a real zero", () => {
    const line: Subscription = {
      feeMinor: 1_000,
      term: months(1),
      start: "2025-01-01",
      end: "2025-07-01",
      isTrial: false,
    };
    const at = (day: string, more: Partial<Subscription> = {}) =>
      subscriptionArrMinor({ ...line, ...more }, day);
    expect(["2024-12-31", "2025-01-01", "2025-06-30", "2025-07-01"].map((day) => at(day))).toEqual([
      0, 12_000, 12_000, 0,
    ]);
    expect(at("2040-01-01", { end: null })).toBe(12_000);
    expect(at("2025-02-01", { isTrial: true })).toBe(0);
  });
});
