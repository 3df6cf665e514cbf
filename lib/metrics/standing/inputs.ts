import { addDays, DAY_MS, daysBetween, type Day } from "../../period";
import type { MeasureKey } from "../health/card";
import { MEASURES, type SourceFamily } from "../health/measures";
import * as raw from "../health/raw";
import type { MeasureInput } from "../health/score";
import { engagementTarget } from "../lifecycle/segment";
import type { AccountSignals, AnswerAt } from "../signals";
import type { Circumstances, Placement } from "./placement";

/**
 * Raw value and age in days of every measure of H1 for one account. The age of a windowed measure is that of its source's
 * last delivery, never the account's own silence: an account that stops must fall, not fade (H6).
 */
export function measureInputs(
  signals: AccountSignals,
  placement: Placement,
  circumstances: Circumstances,
): Record<MeasureKey, MeasureInput> {
  const { day } = circumstances;
  const aged = (key: MeasureKey, value: number | null): MeasureInput => ({
    raw: value,
    ageDays: sourceAge(MEASURES[key].families, circumstances.ageDaysOf),
  });
  const answers = raw.sentiment({
    nps: answerOf(signals.nps, circumstances.asOf),
    csat: answerOf(signals.csat, circumstances.asOf),
    ces: answerOf(signals.ces, circumstances.asOf),
  });
  const since = (from: Day | null) => (from === null ? null : daysBetween(from, day));
  const pastDue = since(signals.oldestUnpaidDueOn);
  return {
    adoption_breadth: aged("adoption_breadth", placement.adoption),
    contact_recency: aged("contact_recency", contactRecency(signals, circumstances)),
    engagement: aged(
      "engagement",
      raw.engagement(signals.twoWayContacts90d, engagementTarget(placement.segment, placement.size)),
    ),
    goals_attained: { raw: null, ageDays: null },
    licence_utilisation: aged("licence_utilisation", placement.utilisation),
    login_recency: aged(
      "login_recency",
      raw.loginRecency(since(signals.lastLoginOn), since(signals.paidSince)),
    ),
    order_rhythm: aged("order_rhythm", orderRhythm(signals, day)),
    payment_risk: aged("payment_risk", raw.paymentRisk(pastDue, signals.hasInvoices)),
    sentiment: answers === null ? { raw: null, ageDays: null } : answers,
    ticket_burden: aged("ticket_burden", raw.ticketBurden(signals.ticketsInWindow, signals.seats)),
    usage_vs_baseline: aged("usage_vs_baseline", usageVsBaseline(signals, day)),
  };
}

/** The oldest of the families a measure needs; users and seats are no deliveries of their own. Null when none delivered. */
function sourceAge(families: readonly SourceFamily[], ageDaysOf: Circumstances["ageDaysOf"]): number | null {
  const ages = families.map((family) =>
    ageDaysOf.get(family === "users" || family === "seats" ? "usage" : family),
  );
  return ages.some((age) => age === undefined) ? null : Math.max(...(ages as number[]));
}

function answerOf(answer: AnswerAt | null, asOf: Date): raw.LatestAnswer | null {
  return answer === null
    ? null
    : { score: answer.score, ageDays: Math.max(0, asOf.getTime() - answer.atMs) / DAY_MS };
}

function usageVsBaseline(signals: AccountSignals, day: Day): number | null {
  if (signals.usageStartedOn === null) return null;
  const windowFrom = addDays(day, 1 - raw.WINDOW_DAYS);
  const baselineDays = Math.min(raw.BASELINE_DAYS_MAX, daysBetween(signals.usageStartedOn, windowFrom));
  return raw.usageVsBaseline(signals.windowActiveDays, signals.baselineActiveDays, baselineDays);
}

function orderRhythm(signals: AccountSignals, day: Day): number | null {
  if (signals.lastOrderOn === null || signals.orderGapDaysMedian === null) return null;
  return raw.orderRhythm(daysBetween(signals.lastOrderOn, day), signals.orderGapDaysMedian, signals.orders);
}

/** Elapsed days since the last two-way contact; an account never spoken to counts from its first paid day. */
function contactRecency(signals: AccountSignals, { asOf, day }: Circumstances): number | null {
  if (signals.lastTwoWayAtMs !== null)
    return Math.max(0, Math.floor((asOf.getTime() - signals.lastTwoWayAtMs) / DAY_MS));
  return signals.paidSince === null ? null : Math.max(0, daysBetween(signals.paidSince, day));
}
