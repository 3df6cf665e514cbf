import { describe, expect, it } from "vitest";
import { h7Card } from "./health/card.fixture";
import { shippedScorecards } from "../defaults/scorecards";
import { isSmallSample, lossSdMinor, mainReasons, shareOfScore, weightedHealth } from "./portfolio";

describe("portfolio figures", () => {
  it("C2 SD of the five accounts of C1 is 47.5815 thousand", () => {
    const accounts = [[0.05, 100], [0.2, 80], [0.4, 50], [0.1, 30], [0.7, 20]] as const; // prettier-ignore
    const variance = accounts.reduce((sum, [p, arr]) => sum + p * (1 - p) * (arr * 1e5) ** 2, 0);
    expect(lossSdMinor(variance)).toBe(4_758_151);
  });

  it("the SD over no account is 0", () => {
    expect(lossSdMinor(0)).toBe(0);
  });

  it("H13 weighs (120k, 40) and (30k, 80) to 48.0000 from their sums", () => {
    const sums = { weightedChi: 120_000 * 40 + 30_000 * 80, chiWeightMinor: 150_000, n: 4 };
    expect(weightedHealth(sums)).toEqual({ value: 48, n: 4 });
  });

  it("H13 without revenue behind a score is null with a reason, and no accounts is no data", () => {
    expect(weightedHealth({ weightedChi: 0, chiWeightMinor: 0, n: 3 })).toEqual({
      value: null,
      reason: "zero_denominator",
      n: 3,
    });
    expect(weightedHealth({ weightedChi: 0, chiWeightMinor: 0, n: 0 })).toEqual({
      value: null,
      reason: "no_data",
      n: 0,
    });
  });

  it("H12 names only what lowers the score, the strongest first", () => {
    const raw = [80, 60, 10, 40, 90];
    const stored = { raw, ageDays: raw.map(() => 0), normalised: raw };
    expect(mainReasons(h7Card(), stored, 2).map(({ key, raw: value }) => [key, value])).toEqual([
      ["login_recency", 10],
      ["payment_risk", 40],
    ]);
    expect(mainReasons(h7Card(), stored, 1)[0]?.contribution).toBeCloseTo(0.2 * (10 - 50), 10);
  });

  it("H8 usage opens 60 % of the shipped mid card, tickets and surveys 10 % each, and all families together 100 %", () => {
    const card = shippedScorecards({ isLatePayer: false, business: "subscription" }).find(
      ({ key }) => key === "mid",
    )?.card;
    const share = (...families: string[]) => (card ? shareOfScore(card, families) : NaN);
    expect(share("usage", "users", "seats")).toBeCloseTo(0.6, 10);
    expect(share("tickets")).toBeCloseTo(0.1, 10);
    expect(share("surveys")).toBeCloseTo(0.1, 10);
    expect(share("usage", "users", "tickets", "surveys", "touches", "invoices", "goals")).toBeCloseTo(1, 10);
    expect(share("accounts")).toBe(0);
  });

  it("29 is a small sample, 30 is not", () => {
    expect([isSmallSample(29), isSmallSample(30)]).toEqual([true, false]);
  });
});
