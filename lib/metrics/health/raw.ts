/** Days of the window W that most measures look back over (H1). */
export const WINDOW_DAYS = 28;
/** Longest baseline before W, and the shortest one a comparison may rest on (H1). */
export const BASELINE_DAYS_MAX = 84;
export const BASELINE_DAYS_MIN = 28;
/** Recency of logins looks back this far; older counts as this (H1). */
export const LOGIN_LOOKBACK_DAYS = 112;
/** Uses in W from which a core feature counts as adopted (H1). */
export const ADOPTED_USES_MIN = 3;
/** An answer older than this many days says nothing any more (H1). */
export const ANSWER_DAYS_MAX = 365;

const ONBOARDING_SILENCE_DAYS = 14;
const SEATS_MIN = 20;
const ORDERS_MIN = 4;
const SEVERITY_WEIGHTS = { sev1: 10, sev2: 5, sev3: 2, sev4: 1 } as const;

export type TicketSeverity = keyof typeof SEVERITY_WEIGHTS;

/**
 * Raw usage_vs_baseline, a ratio (1 = as before): active days in the 28-day window against the active days
 * per day of the baseline, which is the up to 84 days before it from the first usage on. Null with fewer than
 * 28 baseline days or none active among them (H1).
 */
export function usageVsBaseline(
  windowActiveDays: number,
  baselineActiveDays: number,
  baselineDays: number,
): number | null {
  if (baselineDays < BASELINE_DAYS_MIN || baselineActiveDays <= 0) {
    return null;
  } else {
    return windowActiveDays / ((WINDOW_DAYS * baselineActiveDays) / baselineDays);
  }
}

/**
 * Raw adoption_breadth, a fraction: core features used at least three times in the window among those of the
 * plan. Null when the plan has none (H1).
 */
export function adoptionBreadth(adoptedFeatures: number, planCoreFeatures: number): number | null {
  return planCoreFeatures > 0 ? adoptedFeatures / planCoreFeatures : null;
}

/**
 * Raw login_recency in days, at most 112. Without any login the days since the start count, and before day 14
 * nothing does: null (H1). Pass null for what is not known.
 */
export function loginRecency(daysSinceLogin: number | null, daysSinceStart: number | null): number | null {
  if (daysSinceLogin !== null) {
    return Math.min(daysSinceLogin, LOGIN_LOOKBACK_DAYS);
  } else if (daysSinceStart !== null && daysSinceStart >= ONBOARDING_SILENCE_DAYS) {
    return Math.min(daysSinceStart, LOGIN_LOOKBACK_DAYS);
  } else {
    return null;
  }
}

/**
 * Raw licence_utilisation, a fraction that may pass 1: distinct users summed over the days of the window,
 * divided by 28 and by seats. Null when seats are 0, unlimited or unknown, or the source names no users (H1).
 */
export function licenceUtilisation(userDays: number | null, seats: number | null): number | null {
  return userDays !== null && seats !== null && seats > 0 ? userDays / WINDOW_DAYS / seats : null;
}

/**
 * Raw ticket_burden, severity points per 100 seats of the tickets opened in the window, seats taken as at
 * least 20. No ticket is 0; null only when seats are not known (H1).
 */
export function ticketBurden(
  tickets: Readonly<Record<TicketSeverity, number>>,
  seats: number | null,
): number | null {
  if (seats === null) {
    return null;
  } else {
    const points =
      SEVERITY_WEIGHTS.sev1 * tickets.sev1 +
      SEVERITY_WEIGHTS.sev2 * tickets.sev2 +
      SEVERITY_WEIGHTS.sev3 * tickets.sev3 +
      SEVERITY_WEIGHTS.sev4 * tickets.sev4;
    return (100 * points) / Math.max(seats, SEATS_MIN);
  }
}

/** Latest answer of one kind: its score on its own scale and its age in days. */
export type LatestAnswer = { score: number; ageDays: number };

/**
 * Raw sentiment in points 0 to 100 and its age: the mean of the latest NPS (0–10), CSAT (1–5) and CES (1–7)
 * answers given at most 365 days ago; the age in days is that of the newest. Null without an answer (H1).
 */
export function sentiment(answers: {
  nps: LatestAnswer | null;
  csat: LatestAnswer | null;
  ces: LatestAnswer | null;
}): { raw: number; ageDays: number } | null {
  let sum = 0;
  let count = 0;
  let newestDays = Infinity;
  const take = (answer: LatestAnswer | null, toPoints: (score: number) => number) => {
    if (answer !== null && answer.ageDays <= ANSWER_DAYS_MAX) {
      sum += toPoints(answer.score);
      count += 1;
      newestDays = Math.min(newestDays, answer.ageDays);
    }
  };
  take(answers.nps, (score) => 10 * score);
  take(answers.csat, (score) => 25 * (score - 1));
  take(answers.ces, (score) => (100 / 6) * (score - 1));
  return count > 0 ? { raw: sum / count, ageDays: newestDays } : null;
}

/**
 * Raw payment_risk: days past due of the oldest unpaid invoice, 0 when none is past due (pass null for that).
 * Null when the account never had an invoice (H1).
 */
export function paymentRisk(oldestPastDueDays: number | null, hasInvoices: boolean): number | null {
  return hasInvoices ? Math.max(0, oldestPastDueDays ?? 0) : null;
}

/** Raw engagement, a ratio: two-way contacts in 90 days against the target. Null without a target (H1). */
export function engagement(twoWayContacts: number, targetContacts: number | null): number | null {
  return targetContacts !== null && targetContacts > 0 ? twoWayContacts / targetContacts : null;
}

/**
 * Raw goals_attained, a fraction: weight of the goals the customer confirmed as met among the weight of the
 * goals due by now. Null when none is due (H1).
 */
export function goalsAttained(metWeight: number, dueWeight: number): number | null {
  return dueWeight > 0 ? metWeight / dueWeight : null;
}

/**
 * Raw order_rhythm, a ratio (1 = as usual): days since the last order against the account's own median gap.
 * Null below 4 orders or when all came at once (H1).
 */
export function orderRhythm(daysSinceOrder: number, medianGapDays: number, orders: number): number | null {
  return orders >= ORDERS_MIN && medianGapDays > 0 ? daysSinceOrder / medianGapDays : null;
}
