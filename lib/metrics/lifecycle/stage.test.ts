import { describe, expect, test } from "vitest";
import { expectedStageDays, paceOf, stageOf, type StageFacts } from "./stage";

const facts = (more: Partial<StageFacts> = {}): StageFacts => ({
  size: "mid",
  hasPaidEver: true,
  isPaying: true,
  isOnTrial: false,
  hasGivenNotice: false,
  contractEndInDays: 300,
  termMonths: 12,
  decisionInDays: 270,
  isRenewed: false,
  hasFirstValue: true,
  adoptionBreadth: 0.6,
  licenceUtilisation: 0.6,
  provenValueRatio: null,
  previousBand: "watch",
  ...more,
});

describe("lifecycle stages", () => {
  test("each rule alone gives its stage", () => {
    expect(stageOf(facts({ isPaying: false }))).toBe("former");
    expect(stageOf(facts({ hasGivenNotice: true }))).toBe("leaving");
    expect(stageOf(facts({ hasPaidEver: false, isPaying: false, isOnTrial: true }))).toBe("trial");
    expect(stageOf(facts({ decisionInDays: 90 }))).toBe("renewal");
    expect(stageOf(facts({ hasFirstValue: false }))).toBe("onboarding");
    expect(stageOf(facts({ adoptionBreadth: 0.49 }))).toBe("adoption");
    expect(stageOf(facts({ licenceUtilisation: 0.49 }))).toBe("adoption");
    expect(stageOf(facts({ previousBand: "healthy", licenceUtilisation: 0.9 }))).toBe("growth");
    expect(stageOf(facts({ previousBand: "healthy", provenValueRatio: 1 }))).toBe("growth");
    expect(stageOf(facts())).toBe("value");
  });

  test("the first rule that matches wins: leaving before renewal, renewal before onboarding", () => {
    expect(stageOf(facts({ hasGivenNotice: true, decisionInDays: 10 }))).toBe("leaving");
    expect(stageOf(facts({ hasFirstValue: false, decisionInDays: 10 }))).toBe("renewal");
    expect(stageOf(facts({ isPaying: false, hasGivenNotice: true }))).toBe("former");
  });

  test("renewal needs a term of six months, a decision inside 120, 90 or 45 days, and no renewal yet", () => {
    expect(stageOf(facts({ decisionInDays: 91 }))).toBe("value");
    expect(stageOf(facts({ decisionInDays: 120, size: "high_touch" }))).toBe("renewal");
    expect(stageOf(facts({ decisionInDays: 46, size: "tech_touch" }))).toBe("value");
    expect(stageOf(facts({ decisionInDays: 10, termMonths: 5 }))).toBe("value");
    expect(stageOf(facts({ decisionInDays: 0, termMonths: null }))).toBe("value");
    expect(stageOf(facts({ decisionInDays: 10, isRenewed: true }))).toBe("value");
  });

  test("unknown figures match no rule, and growth needs the band of the snapshot before", () => {
    expect(stageOf(facts({ adoptionBreadth: null, licenceUtilisation: null }))).toBe("value");
    expect(stageOf(facts({ licenceUtilisation: 0.95, previousBand: null }))).toBe("value");
    expect(stageOf(facts({ hasGivenNotice: true, contractEndInDays: 0 }))).toBe("value");
  });
});

describe("pace", () => {
  test("onboarding of a mid account: behind after 45 days, stuck after 90", () => {
    expect([45, 46, 90, 91].map((days) => paceOf("onboarding", "mid", days))).toEqual([
      "on_track",
      "behind",
      "behind",
      "stuck",
    ]);
  });

  test("stages without expected days, and unknown days, have no pace", () => {
    expect(paceOf("value", "mid", 900)).toBeNull();
    expect(paceOf("onboarding", "mid", null)).toBeNull();
    expect(expectedStageDays("leaving", "mid")).toBeNull();
    expect(expectedStageDays("adoption", "tech_touch")).toBe(60);
  });
});
