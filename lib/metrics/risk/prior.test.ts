import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BAND_KEYS } from "../health/card";
import { rateOverHorizon, rulePrior, type ChurnHistory } from "./prior";

/** c 3, n 40 and p_all = (9 + 1)/(90 + 10) = 0.10. */
const history: ChurnHistory = {
  segmentChurned: 3,
  segmentAccountYears: 40,
  allChurned: 9,
  allAccountYears: 90,
};

describe("P16 rule prior", () => {
  test("P16 H 365 d, c 3, n 40, p_all 0.10: p̂ 0.083333", () => {
    const prior = rulePrior(history, 365, "unknown");
    expect(prior.allYearlyRate).toBeCloseTo(0.1, 12);
    expect(prior.yearlyRate).toBeCloseTo(0.083333, 6);
    expect(prior.probability).toBeCloseTo(0.083333, 6);
  });

  test("P16 critical or at risk 0.214286, watch 0.105691, healthy 0.043478", () => {
    const at = (band: Parameters<typeof rulePrior>[2]) => rulePrior(history, 365, band).probability;
    expect(at("critical")).toBeCloseTo(0.214286, 6);
    expect(at("at_risk")).toBeCloseTo(0.214286, 6);
    expect(at("watch")).toBeCloseTo(0.105691, 6);
    expect(at("healthy")).toBeCloseTo(0.043478, 6);
  });

  test("P16 the horizon comes before the odds: 90 of 365 days", () => {
    const prior = rulePrior(history, 90, "critical");
    const overHorizon = 1 - (1 - prior.yearlyRate) ** (90 / 365);
    expect(prior.horizonRate).toBeCloseTo(overHorizon, 12);
    expect(prior.probability).toBeCloseTo((3 * overHorizon) / (1 - overHorizon + 3 * overHorizon), 12);
    expect(prior).toMatchObject({ oddsMultiplier: 3, horizonDays: 90, band: "critical", history });
  });

  test("P16 a workspace without any churn or any year still ranks", () => {
    const nothing = { segmentChurned: 0, segmentAccountYears: 0, allChurned: 0, allAccountYears: 0 };
    const risk = (band: "critical" | "healthy") => rulePrior(nothing, 90, band);
    expect(risk("critical").yearlyRate).toBeCloseTo(0.1, 12);
    expect(risk("critical").probability).toBeGreaterThan(risk("healthy").probability);
    expect(risk("critical").interval).toBeNull();
  });

  test("P16 more leavers than account-years still give probabilities", () => {
    const young = { segmentChurned: 30, segmentAccountYears: 2, allChurned: 60, allAccountYears: 5 };
    expect(rulePrior(young, 90, "critical").probability).toBe(1);
    expect(rateOverHorizon(1, 90)).toBe(1);
  });

  test("the interval of the segment rate holds the probability and stays between 0 and 1", () => {
    const count = fc.integer({ min: 0, max: 500 });
    const years = fc.double({ min: 0, max: 5000, noNaN: true });
    const anyBand = fc.constantFrom(...BAND_KEYS, "unknown" as const);
    fc.assert(
      fc.property(count, years, count, years, anyBand, (churned, own, others, otherYears, band) => {
        const full = {
          segmentChurned: churned,
          segmentAccountYears: own,
          allChurned: churned + others,
          allAccountYears: own + otherYears,
        };
        const { probability, interval } = rulePrior(full, 90, band);
        expect(probability >= 0 && probability <= 1).toBe(true);
        if (interval !== null) {
          expect(interval.low >= 0 && interval.low <= probability).toBe(true);
          expect(interval.high <= 1 && interval.high >= probability).toBe(true);
        }
      }),
    );
  });
});
