import type { Random } from "../random";
import type { MrrChangeRow, SubscriptionFactRow, SubscriptionRow } from "./facts";
import type { Term } from "./leaving";
import type { Story } from "./story";
import { inWorkingHours, recorded } from "./telling";
import { HISTORY_DAYS } from "./timeline";

/** A change of terms on a day; what it does not name stays as it was. */
export type Change = { day: number } & Partial<
  Omit<SubscriptionFactRow, "id" | "subscriptionId" | "validMs" | "recordedMs">
>;

export type Purchase = {
  product: number;
  plan: number | null;
  startsOn: number;
  changes: Change[];
};

export type Subscription = {
  row: SubscriptionRow;
  facts: SubscriptionFactRow[];
  mrrChanges: MrrChangeRow[];
  /** Fee of a billing term from a day on, as the contract says it, whether told already or not. */
  fees: { day: number; feeMinor: number; isTrial: boolean }[];
};

const TOLD_AT_HOUR = 10;

/**
 * Turns the changes of a contract into dated rows and steps of annual revenue, each with the instant it was told.
 * Null when billing has not told of the contract at all.
 */
export function subscriptionOf(story: Story, random: Random, purchase: Purchase): Subscription | null {
  const { timeline, traits } = story;
  const subscriptionId = random.uuid(timeline.at(purchase.startsOn, TOLD_AT_HOUR));
  const states = statesOf(purchase);
  const fees = states.map(({ day, feeMinor = 0, isTrial = false }) => ({ day, feeMinor, isTrial }));
  const facts: SubscriptionFactRow[] = [];
  const mrrChanges: MrrChangeRow[] = [];
  let arrMinor = 0;
  for (const { terms, recordedMs } of told(story, random, states)) {
    const fact = factOf(random, subscriptionId, terms, timeline.at(terms.day, 0), recordedMs);
    facts.push(fact);
    const step = (day: number, arrDeltaMinor: number) => {
      if (arrDeltaMinor === 0) return;
      const id = random.uuid(recordedMs);
      mrrChanges.push({ id, subscriptionId, day: timeline.day(day), arrDeltaMinor, recordedMs });
    };
    const next = fact.isTrial ? 0 : (fact.feeMinor * 12) / fact.billingMonths;
    step(terms.day, next - arrMinor);
    arrMinor = next;
    if (fact.endedOn !== null) step(story.leaving?.endsOn ?? HISTORY_DAYS, -arrMinor);
  }
  const first = facts[0];
  if (!first) return null;
  const row: SubscriptionRow = {
    id: subscriptionId,
    externalId: `${traits.index + 1}-${purchase.product + 1}`,
    product: purchase.product,
    plan: purchase.plan,
    startsOn: timeline.day(purchase.startsOn),
    occurredMs: first.validMs,
    recordedMs: first.recordedMs,
  };
  return { row, facts, mrrChanges, fees };
}

/**
 * Renewals of a dated contract: an auto-renewing one goes on when its last day for notice passes in silence, the others are
 * signed somewhat before. They end with the term in which the account leaves.
 */
export function renewals(
  story: Story,
  random: Random,
  terms: readonly Term[],
  isAutoRenewed: boolean,
): Change[] {
  const { timeline, leaving } = story;
  const changes: Change[] = [];
  for (const [k, term] of terms.entries()) {
    const next = terms[k + 1];
    if (!next || (leaving && leaving.endsOn <= term.until)) return changes;
    const signedOn = Math.max(term.from + 1, term.decision - random.whole(3, 25));
    changes.push({ day: isAutoRenewed ? term.decision + 1 : signedOn, termEndsOn: timeline.day(next.until) });
  }
  return changes;
}

function factOf(
  random: Random,
  subscriptionId: string,
  terms: Change,
  validMs: number,
  recordedMs: number,
): SubscriptionFactRow {
  return {
    id: random.uuid(recordedMs),
    subscriptionId,
    validMs,
    recordedMs,
    feeMinor: terms.feeMinor ?? 0,
    billingMonths: terms.billingMonths ?? 1,
    quantity: terms.quantity ?? null,
    isTrial: terms.isTrial ?? false,
    termMonths: terms.termMonths ?? 1,
    termEndsOn: terms.termEndsOn ?? null,
    noticeDays: terms.noticeDays ?? 0,
    isAutoRenewed: terms.isAutoRenewed ?? true,
    noticeGivenOn: terms.noticeGivenOn ?? null,
    endedOn: terms.endedOn ?? null,
  };
}

/** The whole terms after each change within the history, in the order of the days; changes of one day are one. */
function statesOf({ startsOn, changes }: Purchase): Change[] {
  const byDay = new Map<number, Change>();
  for (const change of [...changes].sort((a, b) => a.day - b.day)) {
    if (change.day < HISTORY_DAYS) byDay.set(change.day, { ...byDay.get(change.day), ...change });
  }
  let terms: Change = { day: startsOn };
  return [...byDay.values()].map((change) => (terms = { ...terms, ...change }));
}

/**
 * The terms that billing has told, each with the instant. It tells them in their order, so that the steps of revenue add up to
 * the terms in force at whatever instant one looks.
 */
function* told(
  { timeline }: Story,
  random: Random,
  states: readonly Change[],
): Generator<{ terms: Change; recordedMs: number }> {
  let recordedMs = 0;
  for (const terms of states) {
    const occurredMs = inWorkingHours(timeline, random, terms.day);
    const telling = recorded(timeline, random, "billing", terms.day, occurredMs);
    if (!telling) return;
    recordedMs = Math.max(recordedMs, telling.ms);
    yield { terms, recordedMs };
  }
}
