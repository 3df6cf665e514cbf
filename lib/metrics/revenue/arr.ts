import type { Day } from "../../period";
import { roundHalfAwayFromZero } from "../rounding";

/** Mean length of a month in days (R1). */
const MONTH_DAYS = 30.4375;
const YEAR_MONTHS = 12;

/** The billing term a recurring fee is paid for. */
export type Term = { unit: "month" | "day"; count: number };

/**
 * MRR of a recurring fee, unrounded, in minor units per month: the fee ÷ the months in its term, N days being
 * N/30.4375 months (metrics.md R1). One-off fees, taxes, usage not committed and credits are not fees here;
 * discounts are taken off before.
 */
export function mrrMinor(feeMinor: number, term: Term): number {
  return term.unit === "month" ? feeMinor / term.count : (feeMinor * MONTH_DAYS) / term.count;
}

/**
 * ARR of a recurring fee in whole minor units per year: 12 · MRR (metrics.md R1). Exact for terms of a month,
 * a quarter, a half year and a year, else rounded half away from zero, once.
 */
export function arrMinor(feeMinor: number, term: Term): number {
  const perYear = term.unit === "month" ? YEAR_MONTHS : YEAR_MONTHS * MONTH_DAYS;
  return roundHalfAwayFromZero((feeMinor * perYear) / term.count);
}

/** What ARR needs to know of a subscription; the fee is that of the whole line. `end` is exclusive, null is open. */
export type Subscription = {
  feeMinor: number;
  term: Term;
  start: Day;
  end: Day | null;
  isTrial: boolean;
};

/**
 * ARR of one subscription at the end of a day, in minor units: 0, a real zero, for a trial and outside
 * [start, end) (metrics.md R1).
 */
export function subscriptionArrMinor(subscription: Subscription, day: Day): number {
  const { start, end, isTrial, feeMinor, term } = subscription;
  const isRunning = start <= day && (end === null || day < end);
  return isRunning && !isTrial ? arrMinor(feeMinor, term) : 0;
}
