import { addDays, addMonths, daysBetween, type Calendar, type Day } from "../../period";

/** Days before the contract end when no notice day is known (C5). */
export const DECISION_LEAD_DAYS = 30;
/** A term of at most this many days is monthly. */
const MONTHLY_TERM_DAYS_MAX = 31;
const MONTH_DAYS_MEAN = 30.4375;

/**
 * What the decision date of one running contract rests on. `end` null is evergreen; the term is in months or
 * in days, both null is unknown; `noticeDay` is the recorded last day to give notice, `noticeDays` the notice
 * period before the end.
 */
export type Contract = {
  end: Day | null;
  termMonths: number | null;
  termDays: number | null;
  noticeDay: Day | null;
  noticeDays: number | null;
  isAutoRenewing: boolean;
};

/**
 * When a contract decides: `always` (monthly or evergreen: it may leave at any time), on a `day` with the
 * contract `end` it leads to and the days left to act, or `over`. `inDays` is 0 when the day to act has passed
 * but the end has not: it is being decided now.
 */
export type Decision =
  | { kind: "always" }
  | { kind: "dated"; day: Day; end: Day; inDays: number }
  | { kind: "over" };

/**
 * The decision date of a contract as of a day (metrics.md C5): the last day to give notice, else contract end
 * − 30 days. An auto-renewing contract whose decision day is past decides at the end of a later term, counted
 * in calendar months from its first end, and one whose term is not known decides always after it.
 */
export function decisionOf(contract: Contract, asOf: Day, calendar: Calendar): Decision {
  if (contract.end === null || isMonthly(contract)) {
    return { kind: "always" };
  } else {
    const leadDays = leadDaysOf(contract, contract.end);
    const first = datedAt(contract.end, leadDays, asOf);
    if (first.day >= asOf) {
      return first;
    } else if (contract.isAutoRenewing && hasTerm(contract)) {
      return rollForward(contract, contract.end, leadDays, asOf, calendar);
    } else if (contract.end > asOf) {
      return first;
    } else {
      return { kind: contract.isAutoRenewing ? "always" : "over" };
    }
  }
}

/** Whether a contract decides within the horizon, both days included: the horizon test of C5. */
export function decidesWithin(decision: Decision, horizonDays: number): boolean {
  return decision.kind === "always" || (decision.kind === "dated" && decision.inDays <= horizonDays);
}

/** Days until a contract decides: 0 when it decides always, null when it is over. */
export function decisionInDays(decision: Decision): number | null {
  if (decision.kind === "dated") {
    return decision.inDays;
  } else {
    return decision.kind === "always" ? 0 : null;
  }
}

function isMonthly({ termMonths, termDays }: Contract): boolean {
  return termMonths !== null ? termMonths <= 1 : termDays !== null && termDays <= MONTHLY_TERM_DAYS_MAX;
}

function hasTerm({ termMonths, termDays }: Contract): boolean {
  return termMonths !== null || termDays !== null;
}

function leadDaysOf(contract: Contract, end: Day): number {
  if (contract.noticeDay !== null) {
    return daysBetween(contract.noticeDay, end);
  } else {
    return contract.noticeDays ?? DECISION_LEAD_DAYS;
  }
}

function datedAt(end: Day, leadDays: number, asOf: Day): Decision & { kind: "dated" } {
  const day = addDays(end, -leadDays);
  return { kind: "dated", day, end, inDays: Math.max(0, daysBetween(asOf, day)) };
}

/** The first term whose decision day is not past. Starts just below the likely one, so old contracts cost nothing. */
function rollForward(
  contract: Contract,
  end: Day,
  leadDays: number,
  asOf: Day,
  calendar: Calendar,
): Decision {
  const { termMonths, termDays } = contract;
  const termLength = termMonths !== null ? termMonths * MONTH_DAYS_MEAN : (termDays ?? 0);
  const endAfter = (terms: number) =>
    termMonths !== null
      ? addMonths(end, terms * termMonths, calendar)
      : addDays(end, terms * (termDays ?? 0));
  const pastDays = daysBetween(addDays(end, -leadDays), asOf);
  let terms = Math.max(1, Math.floor(pastDays / termLength) - 1);
  let decision = datedAt(endAfter(terms), leadDays, asOf);
  while (decision.day < asOf) {
    terms += 1;
    decision = datedAt(endAfter(terms), leadDays, asOf);
  }
  return decision;
}
