import { describe, expect, test } from "vitest";
import { rollUpHealth, type RollUpAccount } from "./roll-up";

const account = (arr: number, chi: number | null, band: RollUpAccount["band"]): RollUpAccount => ({
  arrMinor: arr * 100,
  chi,
  band,
});

describe("H13 roll-up", () => {
  test("H13 (120k, 40), (30k, 80), (50k, –), (0, 90) is 48.0000, ARR coverage 0.7500", () => {
    const portfolio = rollUpHealth([
      account(120_000, 40, "at_risk"),
      account(30_000, 80, "healthy"),
      account(50_000, null, "unknown"),
      account(0, 90, "healthy"),
    ]);
    expect(portfolio.chi).toBeCloseTo(48, 6);
    expect(portfolio.arrCoverage).toBeCloseTo(0.75, 6);
    expect(portfolio.meanChi).toBeCloseTo(70, 6);
    expect(portfolio.arrShareByBand).toEqual({
      critical: 0,
      at_risk: 0.6,
      watch: 0,
      healthy: 0.15,
      unknown: 0.25,
    });
    expect(portfolio).toMatchObject({ isUnweighted: false, accounts: 4, scored: 3 });
  });

  test("H13 without ARR the plain mean stands in, flagged; shares are null", () => {
    const portfolio = rollUpHealth([account(0, 40, "at_risk"), account(0, 90, "healthy")]);
    expect(portfolio).toMatchObject({ chi: 65, isUnweighted: true, arrCoverage: null });
    expect(portfolio.arrShareByBand.healthy).toBeNull();
  });

  test("H13 nothing scored, or nobody at all, is null", () => {
    expect(rollUpHealth([account(10, null, "unknown")])).toMatchObject({
      chi: null,
      isUnweighted: false,
      arrCoverage: 0,
    });
    expect(rollUpHealth([])).toMatchObject({ chi: null, meanChi: null, arrCoverage: null, accounts: 0 });
  });
});
