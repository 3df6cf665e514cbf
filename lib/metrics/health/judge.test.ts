import { describe, expect, test } from "vitest";
import { midCard } from "./card.fixture";
import { judgeAccount, type JudgeInput } from "./judge";

const input: JudgeInput = {
  card: midCard(),
  score: { chi: 80 },
  previousBand: null,
  guardrails: [],
  override: null,
  history: { segmentChurned: 3, segmentAccountYears: 40, allChurned: 9, allAccountYears: 90 },
  horizonDays: 365,
  decidingMinor: 10_000_000,
};
const override = {
  id: "o1",
  chi: null,
  band: "watch" as const,
  setAt: new Date("2026-03-01T00:00Z"),
  expiresAt: new Date("2026-03-31T00:00Z"),
};

describe("H14 order of judgement", () => {
  test("H14 the computed band holds when nothing limits it; P16 healthy 0.043478 of 100,000.00 is 4,347.83", () => {
    const judged = judgeAccount(input);
    expect(judged).toMatchObject({
      computedBand: "healthy",
      cappedBand: "healthy",
      effectiveBand: "healthy",
    });
    expect(judged).toMatchObject({ guardrail: null, overrideId: null, effectiveChi: 80 });
    expect(judged.prior.probability).toBeCloseTo(0.043478, 6);
    expect(judged.expectedLossMinor).toBe(434_783);
    expect(judged.lossVariance).toBeCloseTo((1 / 23) * (22 / 23) * 10_000_000 ** 2, -3);
  });

  test("H14 a guardrail caps the computed band and the probability follows: at risk 0.214286", () => {
    const judged = judgeAccount({ ...input, guardrails: ["open_critical", "sponsor_gone"] });
    expect(judged).toMatchObject({
      computedBand: "healthy",
      guardrail: "sponsor_gone",
      effectiveBand: "at_risk",
    });
    expect(judged.effectiveChi).toBe(80);
    expect(judged.prior.probability).toBeCloseTo(0.214286, 6);
  });

  test("H14 the override comes last, over the guardrail, and leaves the computed band for the next fold", () => {
    const judged = judgeAccount({ ...input, guardrails: ["notice_given"], override });
    expect(judged).toMatchObject({
      computedBand: "healthy",
      cappedBand: "critical",
      guardrail: "notice_given",
    });
    expect(judged).toMatchObject({ effectiveBand: "watch", overrideId: "o1" });
    expect(judged.prior.probability).toBeCloseTo(0.105691, 6);
  });

  test("H14 hysteresis looks at the previous computed band", () => {
    expect(judgeAccount({ ...input, score: { chi: 76 }, previousBand: "watch" }).computedBand).toBe("watch");
    expect(judgeAccount({ ...input, score: { chi: 76 }, previousBand: null }).computedBand).toBe("healthy");
  });

  test("an account without a score is unknown and keeps its segment's probability", () => {
    const judged = judgeAccount({ ...input, score: { chi: null }, guardrails: ["notice_given"] });
    expect(judged).toMatchObject({ computedBand: "unknown", effectiveBand: "unknown", effectiveChi: null });
    expect(judged.prior.probability).toBeCloseTo(0.083333, 6);
  });
});
