import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrSteps, missingSteps, type DatedTerms } from "./steps";

const terms = (change: Partial<DatedTerms>): DatedTerms => ({
  from: "2024-01-01",
  knownAtMs: 1,
  feeMinor: 100,
  billingMonths: 1,
  isTrial: false,
  end: null,
  ...change,
});

/** ARR at the end of a day as the steps known by an instant give it. */
function arrAt(steps: ReturnType<typeof arrSteps>, day: string, knownAtMs: number): number {
  return steps
    .filter((s) => s.day <= day && s.knownAtMs <= knownAtMs)
    .reduce((sum, s) => sum + s.deltaMinor, 0);
}

describe("R1 steps of revenue from dated terms", () => {
  it("rise at the beginning and fall on the first day without service", () => {
    expect(arrSteps([terms({ end: "2024-03-01" })])).toEqual([
      { day: "2024-01-01", knownAtMs: 1, deltaMinor: 1200 },
      { day: "2024-03-01", knownAtMs: 1, deltaMinor: -1200 },
    ]);
  });

  it("are none for a trial, and none for what ended on the day it began", () => {
    expect(arrSteps([terms({ isTrial: true })])).toEqual([]);
    expect(arrSteps([terms({ end: "2024-01-01" })])).toEqual([]);
  });

  it("divide a yearly fee by its twelve months: 1,200 a year is 1,200 ARR", () => {
    expect(arrSteps([terms({ feeMinor: 1200, billingMonths: 12 })])[0]?.deltaMinor).toBe(1200);
  });

  it("do not know of an end before it was learnt", () => {
    const steps = arrSteps([terms({}), terms({ knownAtMs: 9, end: "2024-03-01" })]);
    expect(arrAt(steps, "2024-04-01", 8)).toBe(1200);
    expect(arrAt(steps, "2024-04-01", 9)).toBe(0);
  });

  it("correct what was told wrongly by rows that are added: 100 a month was 80 from the start", () => {
    const steps = arrSteps([terms({}), terms({ knownAtMs: 5, feeMinor: 80 })]);
    expect(steps).toEqual([
      { day: "2024-01-01", knownAtMs: 1, deltaMinor: 1200 },
      { day: "2024-01-01", knownAtMs: 5, deltaMinor: -240 },
    ]);
  });

  it("find nothing missing the second time, and only the difference when something was learnt", () => {
    const first = arrSteps([terms({})]);
    expect(missingSteps(first, first)).toEqual([]);
    const later = arrSteps([terms({}), terms({ from: "2024-02-01", knownAtMs: 5, feeMinor: 150 })]);
    expect(missingSteps(later, first)).toEqual([{ day: "2024-02-01", knownAtMs: 5, deltaMinor: 600 }]);
  });

  it("give the ARR of the terms known at every instant, whatever was learnt in whatever order", () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2024-01-${String(n).padStart(2, "0")}`);
    const one = fc.record({
      from: day,
      knownAtMs: fc.integer({ min: 1, max: 6 }),
      feeMinor: fc.integer({ min: 0, max: 1000 }),
      billingMonths: fc.constantFrom(1, 3, 12),
      isTrial: fc.boolean(),
      end: fc.option(day, { nil: null }),
    });
    const unique = fc.uniqueArray(one, { maxLength: 6, selector: (t) => `${t.from} ${t.knownAtMs}` });
    fc.assert(
      fc.property(unique, day, fc.integer({ min: 1, max: 6 }), (all, at, known) => {
        const told = all.filter((t) => t.knownAtMs <= known);
        expect(arrAt(arrSteps(all), at, known)).toBe(arrAt(arrSteps(told), at, known));
        expect(arrAt(arrSteps(all), at, known)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
