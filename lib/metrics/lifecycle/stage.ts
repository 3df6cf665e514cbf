import type { Band } from "../health/card";

/** Lifecycle stages in the order in which their rules are tried (defaults.md 2). */
export const STAGES = [
  "former",
  "leaving",
  "trial",
  "renewal",
  "onboarding",
  "adoption",
  "growth",
  "value",
] as const;
export type Stage = (typeof STAGES)[number];

/** How an account is served, by its size; the segments without `new`. */
export type Size = "high_touch" | "mid" | "tech_touch";

/** On time, past the expected days, or past twice the expected days. */
export type Pace = "on_track" | "behind" | "stuck";

/**
 * What the stage rules look at. Days are calendar days from the as-of day; null is unknown or none. The band
 * is that of the previous snapshot, so that stage and card cannot chase each other (architecture.md 4).
 */
export type StageFacts = {
  size: Size;
  hasPaidEver: boolean;
  isPaying: boolean;
  isOnTrial: boolean;
  hasGivenNotice: boolean;
  contractEndInDays: number | null;
  /** Longest term among the contracts that run; null for evergreen. */
  termMonths: number | null;
  decisionInDays: number | null;
  isRenewed: boolean;
  hasFirstValue: boolean;
  adoptionBreadth: number | null;
  licenceUtilisation: number | null;
  /** Confirmed value ÷ fees. */
  provenValueRatio: number | null;
  previousBand: Band | null;
};

const RENEWAL_TERM_MONTHS_MIN = 6;
const ADOPTED_MIN = 0.5;
const FULL_LICENCES_MIN = 0.9;
const PAID_BACK_MIN = 1;

/** Days a stage is expected to last, by size; a stage not named has no expected days (defaults.md 2). */
const EXPECTED_DAYS: Partial<Record<Stage, Record<Size, number>>> = {
  trial: { high_touch: 30, mid: 21, tech_touch: 14 },
  renewal: { high_touch: 120, mid: 90, tech_touch: 45 },
  onboarding: { high_touch: 75, mid: 45, tech_touch: 21 },
  adoption: { high_touch: 120, mid: 90, tech_touch: 60 },
};

const RULES: readonly (readonly [Exclude<Stage, "value">, (facts: StageFacts) => boolean])[] = [
  ["former", (facts) => facts.hasPaidEver && !facts.isPaying],
  ["leaving", (facts) => facts.hasGivenNotice && (facts.contractEndInDays ?? 0) > 0],
  ["trial", (facts) => facts.isOnTrial && !facts.hasPaidEver],
  ["renewal", isRenewing],
  ["onboarding", (facts) => facts.isPaying && !facts.hasFirstValue],
  ["adoption", isAdopting],
  ["growth", isGrowing],
];

/** The lifecycle stage of an account: the first rule that matches, else `value` (defaults.md 2). */
export function stageOf(facts: StageFacts): Stage {
  return RULES.find(([, holds]) => holds(facts))?.[0] ?? "value";
}

/** Days the stage is expected to last for this size; null when nothing is expected (defaults.md 2). */
export function expectedStageDays(stage: Stage, size: Size): number | null {
  return EXPECTED_DAYS[stage]?.[size] ?? null;
}

/**
 * Pace of an account in its stage: behind after the expected days, stuck after twice as many. Null when the
 * stage expects no number of days or the days in it are not known (defaults.md 2).
 */
export function paceOf(stage: Stage, size: Size, daysInStage: number | null): Pace | null {
  const expected = expectedStageDays(stage, size);
  if (expected === null || daysInStage === null) {
    return null;
  } else if (daysInStage > 2 * expected) {
    return "stuck";
  } else {
    return daysInStage > expected ? "behind" : "on_track";
  }
}

function isRenewing(facts: StageFacts): boolean {
  const horizon = expectedStageDays("renewal", facts.size) ?? 0;
  const isLongTerm = facts.termMonths !== null && facts.termMonths >= RENEWAL_TERM_MONTHS_MIN;
  const isNear =
    facts.decisionInDays !== null && facts.decisionInDays >= 0 && facts.decisionInDays <= horizon;
  return isLongTerm && isNear && !facts.isRenewed;
}

function isAdopting(facts: StageFacts): boolean {
  const isLow = (share: number | null) => share !== null && share < ADOPTED_MIN;
  return facts.hasFirstValue && (isLow(facts.adoptionBreadth) || isLow(facts.licenceUtilisation));
}

function isGrowing(facts: StageFacts): boolean {
  const isFull = (facts.licenceUtilisation ?? 0) >= FULL_LICENCES_MIN;
  const isPaidBack = (facts.provenValueRatio ?? 0) >= PAID_BACK_MIN;
  return facts.previousBand === "healthy" && (isFull || isPaidBack);
}
