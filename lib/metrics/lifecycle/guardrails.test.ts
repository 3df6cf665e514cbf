import { describe, expect, test } from "vitest";
import { GUARDRAIL_KEYS } from "../health/card";
import { guardrailsInForce, type GuardrailFacts } from "./guardrails";

const calm: GuardrailFacts = {
  hasSponsorLeft: false,
  hasSuccessor: false,
  decisionInDays: 100,
  openCriticalBusinessDays: null,
  pastDueDays: null,
  isLatePayer: false,
  stage: "value",
  pace: null,
  unansweredDetractorBusinessDays: null,
};
const holding = (more: Partial<GuardrailFacts>) =>
  guardrailsInForce(GUARDRAIL_KEYS, { ...calm, ...more }).map((guardrail) => guardrail.key);

describe("guardrails", () => {
  test("a calm account is held by none", () => {
    expect(holding({})).toEqual([]);
  });

  test("sponsor_gone: left, no successor, decision within 180 days", () => {
    expect(holding({ hasSponsorLeft: true, decisionInDays: 180 })).toEqual(["sponsor_gone"]);
    expect(holding({ hasSponsorLeft: true, decisionInDays: 181 })).toEqual([]);
    expect(holding({ hasSponsorLeft: true, decisionInDays: null })).toEqual([]);
    expect(holding({ hasSponsorLeft: true, hasSuccessor: true })).toEqual([]);
  });

  test("open_critical: more than 3 business days", () => {
    expect(holding({ openCriticalBusinessDays: 3 })).toEqual([]);
    expect(holding({ openCriticalBusinessDays: 3.1 })).toEqual(["open_critical"]);
  });

  test("long_overdue: 60 days past due, 120 for late payers", () => {
    expect(holding({ pastDueDays: 59 })).toEqual([]);
    expect(holding({ pastDueDays: 60 })).toEqual(["long_overdue"]);
    expect(holding({ pastDueDays: 119, isLatePayer: true })).toEqual([]);
    expect(holding({ pastDueDays: 120, isLatePayer: true })).toEqual(["long_overdue"]);
  });

  test("notice_given, first_value_missed and unanswered_detractor", () => {
    expect(holding({ stage: "leaving" })).toEqual(["notice_given"]);
    expect(holding({ stage: "onboarding", pace: "stuck" })).toEqual(["first_value_missed"]);
    expect(holding({ stage: "onboarding", pace: "behind" })).toEqual([]);
    expect(holding({ stage: "adoption", pace: "stuck" })).toEqual([]);
    expect(holding({ unansweredDetractorBusinessDays: 5 })).toEqual(["unanswered_detractor"]);
    expect(holding({ unansweredDetractorBusinessDays: 4.9 })).toEqual([]);
  });

  test("only the guardrails of the card hold, in its order, each with its cap", () => {
    const facts = { ...calm, stage: "leaving" as const, pastDueDays: 90 };
    expect(guardrailsInForce(["notice_given", "long_overdue"], facts)).toEqual([
      { key: "notice_given", cap: "critical" },
      { key: "long_overdue", cap: "at_risk" },
    ]);
    expect(guardrailsInForce([], facts)).toEqual([]);
  });
});
