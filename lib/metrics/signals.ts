import type { Band } from "./health/card";
import type { Override } from "./health/override";
import type { TicketSeverity } from "./health/raw";
import type { Day } from "../period";

/** Terms of one running subscription as the decision rules see them; the annual amount is in the account's currency. */
export type Contract = {
  subscriptionId: string;
  arrMinor: number;
  termMonths: number | null;
  termEndsOn: Day | null;
  noticeDays: number | null;
  isAutoRenewed: boolean;
  noticeGivenOn: Day | null;
};

/** An answer with the instant it was given, in milliseconds. */
export type AnswerAt = { score: number; atMs: number };

/**
 * Everything known of one account at one instant, gathered by SQL, not judged. Days are local days; counts are counts;
 * null means the source knows nothing of it. Windows are those of H1 and end with `day`.
 */
export type AccountSignals = {
  accountId: string;
  nameFolded: string;
  currency: string;
  isStrategic: boolean;
  /** Usage */
  windowActiveDays: number;
  baselineActiveDays: number;
  usageStartedOn: Day | null;
  lastLoginOn: Day | null;
  userDays: number | null;
  adoptedFeatures: readonly number[];
  firstValueOn: Day | null;
  /** Dated facts */
  seats: number | null;
  planKey: string | null;
  ownerId: string | null;
  heldSegmentKey: string | null;
  /** Revenue: annual minor units in the account's currency */
  arrMinor: number;
  arrBeforeLeavingMinor: number;
  paidSince: Day | null;
  hasTrial: boolean;
  contracts: readonly Contract[];
  /** Tickets */
  ticketsInWindow: Readonly<Record<TicketSeverity, number>>;
  openTickets: number;
  oldestOpenUrgentAtMs: number | null;
  /** Answers */
  nps: AnswerAt | null;
  csat: AnswerAt | null;
  ces: AnswerAt | null;
  oldestUnansweredDetractorAtMs: number | null;
  /** Invoices and orders */
  hasInvoices: boolean;
  oldestUnpaidDueOn: Day | null;
  orders: number;
  lastOrderOn: Day | null;
  orderGapDaysMedian: number | null;
  /** Touches and people */
  twoWayContacts90d: number;
  lastTwoWayAtMs: number | null;
  lastTwoWayChannel: string | null;
  sponsorsLeft: number;
  sponsorsPresent: number;
  /** The judgement before this one */
  previousBand: Band | null;
  previousEffectiveBand: Band | null;
  chi30dAgo: number | null;
  override: Override | null;
};

/** An account nothing is known of yet; gathering fills it family by family. */
export function blankSignals(
  accountId: string,
  nameFolded: string,
  currency: string,
  isStrategic: boolean,
): AccountSignals {
  return {
    accountId,
    nameFolded,
    currency,
    isStrategic,
    windowActiveDays: 0,
    baselineActiveDays: 0,
    usageStartedOn: null,
    lastLoginOn: null,
    userDays: null,
    adoptedFeatures: [],
    firstValueOn: null,
    seats: null,
    planKey: null,
    ownerId: null,
    heldSegmentKey: null,
    arrMinor: 0,
    arrBeforeLeavingMinor: 0,
    paidSince: null,
    hasTrial: false,
    contracts: [],
    ticketsInWindow: NO_TICKETS,
    openTickets: 0,
    oldestOpenUrgentAtMs: null,
    nps: null,
    csat: null,
    ces: null,
    oldestUnansweredDetractorAtMs: null,
    hasInvoices: false,
    oldestUnpaidDueOn: null,
    orders: 0,
    lastOrderOn: null,
    orderGapDaysMedian: null,
    twoWayContacts90d: 0,
    lastTwoWayAtMs: null,
    lastTwoWayChannel: null,
    sponsorsLeft: 0,
    sponsorsPresent: 0,
    previousBand: null,
    previousEffectiveBand: null,
    chi30dAgo: null,
    override: null,
  };
}

const NO_TICKETS: Readonly<Record<TicketSeverity, number>> = Object.freeze({
  sev1: 0,
  sev2: 0,
  sev3: 0,
  sev4: 0,
});
