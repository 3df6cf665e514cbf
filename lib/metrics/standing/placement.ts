import { businessDaysElapsed, daysBetween, type Calendar, type Day, type WorkingDays } from "../../period";
import type { Band } from "../health/card";
import type { SourceFamily } from "../health/measures";
import { decidingArrMinor, HORIZON_DAYS } from "../forecast/loss";
import { decisionInDays, decisionOf, type Decision } from "../lifecycle/decision";
import type { GuardrailFacts } from "../lifecycle/guardrails";
import { segmentOf, sizeOf, type ArrLimits, type Segment } from "../lifecycle/segment";
import { paceOf, stageOf, type Pace, type Size, type Stage } from "../lifecycle/stage";
import { adoptionBreadth, licenceUtilisation } from "../health/raw";
import type { AccountSignals, Contract } from "../signals";

/** What the whole workspace shares at one instant. `toReporting` answers null when there is no rate. */
export type Circumstances = {
  asOf: Date;
  day: Day;
  zone: string;
  calendar: Calendar;
  workingDays: WorkingDays;
  isLatePayer: boolean;
  limits: ArrLimits | null;
  planCores: ReadonlyMap<string, ReadonlySet<number>>;
  /** Days since the newest delivery per family; a family that is not connected is absent. */
  ageDaysOf: ReadonlyMap<SourceFamily, number>;
  toReporting: (amountMinor: number, currency: string) => number | null;
};

/** Where an account stands in its life: stage, size, segment, and what decides when. Amounts in its own currency. */
export type Placement = {
  stage: Stage;
  pace: Pace | null;
  size: Size;
  segment: Segment;
  decidingMinor: number;
  /** The nearest dated decision; null when every contract decides always or none runs. */
  decisionOn: Day | null;
  decidesMonthly: boolean;
  adoption: number | null;
  utilisation: number | null;
  guardrailFacts: GuardrailFacts;
};

/** Places an account by the rules of defaults.md 2 and 3; the band looked at is that of the snapshot before. */
export function placeAccount(signals: AccountSignals, circumstances: Circumstances): Placement {
  const { day, limits, toReporting } = circumstances;
  const sizeArrMinor = signals.arrMinor > 0 ? signals.arrMinor : signals.arrBeforeLeavingMinor;
  const size = sizeOf(
    { arrMinor: toReporting(sizeArrMinor, signals.currency), isStrategic: signals.isStrategic },
    limits,
  );
  const decisions = signals.contracts.map((contract) => ({
    arrMinor: contract.arrMinor,
    decision: decisionOf(decisionTerms(contract), day, circumstances.calendar),
  }));
  const nearest = nearestDated(decisions.map((one) => one.decision));
  const decidesMonthly = decisions.some((one) => one.decision.kind === "always");
  const adoption = adoptionOf(signals, circumstances.planCores);
  const utilisation = licenceUtilisation(signals.userDays, signals.seats);
  const inDays = nearest === null ? null : decisionInDays(nearest);
  const stage = stageOf({
    size,
    hasPaidEver: signals.paidSince !== null,
    isPaying: signals.arrMinor > 0,
    isOnTrial: signals.hasTrial,
    ...noticeOf(signals.contracts, day),
    termMonths: longestTerm(signals.contracts),
    decisionInDays: inDays,
    isRenewed: false,
    hasFirstValue: signals.firstValueOn !== null || signals.orders >= 2,
    adoptionBreadth: adoption,
    licenceUtilisation: utilisation,
    provenValueRatio: null,
    previousBand: signals.previousEffectiveBand as Band | null,
  });
  const pace = paceOf(stage, size, daysInStage(stage, signals, day));
  return {
    stage,
    pace,
    size,
    segment:
      stage === "former"
        ? ((signals.heldSegmentKey as Segment | null) ?? segmentOf("value", size))
        : segmentOf(stage, size),
    decidingMinor: decidingArrMinor(decisions, HORIZON_DAYS),
    decisionOn: nearest?.day ?? null,
    decidesMonthly,
    adoption,
    utilisation,
    // A contract that may end at any time is always deciding.
    guardrailFacts: guardrailFactsOf(signals, circumstances, stage, pace, decidesMonthly ? 0 : inDays),
  };
}

/** A contract as the decision rules read it; one under notice does not renew by itself any more. */
export function decisionTerms(contract: Contract) {
  return {
    end: contract.termEndsOn,
    termMonths: contract.termMonths,
    termDays: null,
    noticeDay: null,
    noticeDays: contract.noticeDays,
    isAutoRenewing: contract.isAutoRenewed && contract.noticeGivenOn === null,
  };
}

function nearestDated(decisions: readonly Decision[]): (Decision & { kind: "dated" }) | null {
  let nearest: (Decision & { kind: "dated" }) | null = null;
  for (const decision of decisions) {
    if (decision.kind === "dated" && (nearest === null || decision.day < nearest.day)) nearest = decision;
  }
  return nearest;
}

/** An account leaves when all that runs is under notice; one of several subscriptions ended is a smaller account. */
function noticeOf(contracts: readonly Contract[], day: Day) {
  const isNoticed = (contract: Contract) => contract.noticeGivenOn !== null && contract.noticeGivenOn <= day;
  const ends = contracts.flatMap((contract) => contract.termEndsOn ?? []).sort();
  const last = ends.at(-1);
  return {
    hasGivenNotice: contracts.length > 0 && contracts.every(isNoticed),
    contractEndInDays: last === undefined ? null : daysBetween(day, last),
  };
}

function longestTerm(contracts: readonly Contract[]): number | null {
  const terms = contracts.flatMap((contract) => contract.termMonths ?? []);
  return terms.length > 0 ? Math.max(...terms) : null;
}

function adoptionOf(signals: AccountSignals, planCores: Circumstances["planCores"]): number | null {
  const core = signals.planKey === null ? undefined : planCores.get(signals.planKey);
  if (core === undefined) return null;
  return adoptionBreadth(signals.adoptedFeatures.filter((feature) => core.has(feature)).length, core.size);
}

/** Days in the stage, where its beginning is a fact; growth and value have no clock. */
function daysInStage(stage: Stage, signals: AccountSignals, day: Day): number | null {
  const began =
    stage === "adoption" ? signals.firstValueOn : stage === "onboarding" ? signals.paidSince : null;
  return began === null ? null : daysBetween(began, day);
}

function guardrailFactsOf(
  signals: AccountSignals,
  circumstances: Circumstances,
  stage: Stage,
  pace: Pace | null,
  decisionDays: number | null,
): GuardrailFacts {
  const { asOf, workingDays, zone, day, ageDaysOf } = circumstances;
  const businessDays = (atMs: number | null) =>
    atMs === null ? null : businessDaysElapsed(new Date(atMs), asOf, workingDays, zone);
  return {
    hasSponsorLeft: signals.sponsorsLeft > 0,
    hasSuccessor: signals.sponsorsPresent > 0,
    decisionInDays: decisionDays,
    openCriticalBusinessDays: businessDays(signals.oldestOpenUrgentAtMs),
    pastDueDays: signals.oldestUnpaidDueOn === null ? null : daysBetween(signals.oldestUnpaidDueOn, day),
    isLatePayer: circumstances.isLatePayer,
    stage,
    pace,
    // Without a ledger of touches nobody can tell whether an answer was given.
    unansweredDetractorBusinessDays: ageDaysOf.has("touches")
      ? businessDays(signals.oldestUnansweredDetractorAtMs)
      : null,
  };
}
