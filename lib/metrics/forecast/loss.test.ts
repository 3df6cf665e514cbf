import { describe, expect, test } from "vitest";
import { decidingArrMinor, expectedLossMinor, lossVariance, revenueAtRisk } from "./loss";

/** The portfolio of C1, in thousands of whole units = minor units of 100,000. */
const K = 100_000;
const C1 = [
  { arr: 100, p: 0.95 },
  { arr: 80, p: 0.8 },
  { arr: 50, p: 0.6 },
  { arr: 30, p: 0.9 },
  { arr: 20, p: 0.3 },
].map(({ arr, p }) => ({ arrMinor: arr * K, renewalProbability: p, band: "healthy" as const }));

describe("C2 revenue at risk and expected loss", () => {
  test("C2 of C1: at risk 70 (50 and 20), expected loss 58.0, SD 47.5815", () => {
    const risk = revenueAtRisk(C1);
    expect(risk.atRiskMinor).toBe(70 * K);
    expect(risk.atRiskContracts).toBe(2);
    expect(risk.expectedLossMinor).toBe(58 * K);
    expect(risk.sdMinor / K).toBeCloseTo(47.5815, 4);
    expect(risk.contracts).toBe(5);
  });

  test("C2 variances add, so that SQL can sum them per account", () => {
    const variance = C1.reduce((sum, one) => sum + lossVariance(1 - one.renewalProbability, one.arrMinor), 0);
    expect(Math.sqrt(variance) / K).toBeCloseTo(47.5815, 4);
  });

  test("C2 a contract counts once, by its band even when it is likely to renew, at 0.7 not by probability", () => {
    const one = (renewalProbability: number | null, band: "critical" | "at_risk" | "watch" | "unknown") =>
      revenueAtRisk([{ arrMinor: 100, renewalProbability, band }]);
    expect(one(0.5, "critical").atRiskMinor).toBe(100);
    expect(one(0.95, "at_risk").atRiskMinor).toBe(100);
    expect(one(0.7, "watch").atRiskMinor).toBe(0);
    expect(one(null, "unknown")).toMatchObject({
      atRiskMinor: 0,
      expectedLossMinor: 0,
      sdMinor: 0,
      contracts: 1,
    });
    expect(one(null, "critical").atRiskMinor).toBe(100);
    expect(revenueAtRisk([])).toMatchObject({ atRiskMinor: 0, expectedLossMinor: 0, contracts: 0 });
  });
});

describe("C5 expected loss of an account", () => {
  test("C5 p .46, 172k deciding inside 90 d and 12k outside: 79,120.00", () => {
    const dated = (inDays: number) =>
      ({ kind: "dated", day: "2025-12-12", end: "2026-01-11", inDays }) as const;
    const contracts = [
      { arrMinor: 17_200_000, decision: dated(23) },
      { arrMinor: 1_200_000, decision: dated(163) },
    ];
    const deciding = decidingArrMinor(contracts, 90);
    expect(deciding).toBe(17_200_000);
    expect(expectedLossMinor(0.46, deciding)).toBe(7_912_000);
  });

  test("C5 monthly contracts always decide, contracts that are over never do", () => {
    const contracts = [
      { arrMinor: 5, decision: { kind: "always" } as const },
      { arrMinor: 7, decision: { kind: "over" } as const },
    ];
    expect(decidingArrMinor(contracts, 90)).toBe(5);
    expect(decidingArrMinor([], 90)).toBe(0);
  });

  test("C5 the loss is rounded to the minor unit half away from zero", () => {
    expect(expectedLossMinor(0.5, 3)).toBe(2);
    expect(expectedLossMinor(0, 100)).toBe(0);
  });
});
