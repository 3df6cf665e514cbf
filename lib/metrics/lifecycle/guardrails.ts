import { GUARDRAIL_CAPS } from "../health/bands";
import type { BandKey, GuardrailKey } from "../health/card";
import type { Pace, Stage } from "./stage";

/** What the guardrails look at; null is none or unknown, and then the guardrail does not hold. */
export type GuardrailFacts = {
  hasSponsorLeft: boolean;
  hasSuccessor: boolean;
  decisionInDays: number | null;
  /** Age of the oldest open sev1 ticket. */
  openCriticalBusinessDays: number | null;
  /** Of the oldest unpaid invoice. */
  pastDueDays: number | null;
  /** Whether the workspace uses the late payer curve. */
  isLatePayer: boolean;
  stage: Stage;
  pace: Pace | null;
  /** Since the oldest NPS 0–6 or CSAT 1–2 answer that nobody has replied to. */
  unansweredDetractorBusinessDays: number | null;
};

const SPONSOR_HORIZON_DAYS = 180;
const CRITICAL_BUSINESS_DAYS = 3;
const OVERDUE_DAYS = 60;
const OVERDUE_LATE_PAYER_DAYS = 120;
const UNANSWERED_BUSINESS_DAYS = 5;

/** The condition of each guardrail (defaults.md 4). */
const CONDITIONS: Record<GuardrailKey, (facts: GuardrailFacts) => boolean> = {
  sponsor_gone: isSponsorGone,
  open_critical: (facts) => (facts.openCriticalBusinessDays ?? 0) > CRITICAL_BUSINESS_DAYS,
  long_overdue: isLongOverdue,
  notice_given: (facts) => facts.stage === "leaving",
  first_value_missed: (facts) => facts.stage === "onboarding" && facts.pace === "stuck",
  unanswered_detractor: (facts) =>
    facts.unansweredDetractorBusinessDays !== null &&
    facts.unansweredDetractorBusinessDays >= UNANSWERED_BUSINESS_DAYS,
};

/**
 * The guardrails of a card that hold for an account now, in the card's order, each with the band it allows at
 * most. They end by themselves when their condition does (defaults.md 4).
 */
export function guardrailsInForce(
  keys: readonly GuardrailKey[],
  facts: GuardrailFacts,
): { key: GuardrailKey; cap: BandKey }[] {
  return keys.filter((key) => CONDITIONS[key](facts)).map((key) => ({ key, cap: GUARDRAIL_CAPS[key] }));
}

function isSponsorGone(facts: GuardrailFacts): boolean {
  const decidesSoon = facts.decisionInDays !== null && facts.decisionInDays <= SPONSOR_HORIZON_DAYS;
  return facts.hasSponsorLeft && !facts.hasSuccessor && decidesSoon;
}

function isLongOverdue(facts: GuardrailFacts): boolean {
  const limit = facts.isLatePayer ? OVERDUE_LATE_PAYER_DAYS : OVERDUE_DAYS;
  return facts.pastDueDays !== null && facts.pastDueDays >= limit;
}
