import type { Random } from "../random";
import { PRODUCTS } from "./catalogue";
import type { AccountFactRow, InvoiceRow } from "./facts";
import { termsThrough } from "./leaving";
import { lastsUntil, streamOf, type Story } from "./story";
import { recorded } from "./telling";
import { renewals, subscriptionOf, type Change, type Purchase, type Subscription } from "./terms";
import { HISTORY_DAYS, weekOf } from "./timeline";
import type { Size, Terms } from "./traits";

export type Revenue = { subscriptions: Subscription[]; seatFacts: AccountFactRow[]; invoices: InvoiceRow[] };

const REVIEW_DAYS = 91;
const LIVELY = 0.65;
const PRESSED = 0.3;
const ADD_ON_CHANCE: Readonly<Record<Size, number>> = { small: 0.03, mid: 0.16, enterprise: 0.4 };
const ADD_ON_TERMS: Terms = { termMonths: 12, noticeDays: 30, isAutoRenewed: true, billingMonths: 12 };
const DUE_DAYS = { monthly: 14, longer: 30 } as const;
const LONGEST_DELAY_DAYS = 130;

/** Contracts, seats and invoices of an account. */
export function revenueOf(story: Story): Revenue {
  const random = streamOf(story, "revenue");
  const seats = seatSteps(story, random);
  const platform = subscriptionOf(story, random, platformPurchase(story, random, seats));
  const addOn = addOnPurchase(story, random);
  const extra = addOn && subscriptionOf(story, random, addOn.purchase);
  const subscriptions = [platform, extra].filter((each) => each !== null);
  return {
    subscriptions,
    seatFacts: story.traits.areSeatsKnown ? seatFacts(story, random, seats) : [],
    invoices: [
      ...(platform
        ? invoicesOf(story, random, platform, story.traits.paidFrom, story.traits.terms.billingMonths)
        : []),
      ...(addOn && extra
        ? invoicesOf(story, random, extra, addOn.purchase.startsOn, ADD_ON_TERMS.billingMonths)
        : []),
    ],
  };
}

type SeatStep = { day: number; seats: number };

/** Seats over time: lively accounts grow, pressed ones shrink; a dated contract shrinks only when a new term begins. */
function seatSteps({ traits, course, terms, leaving }: Story, random: Random): SeatStep[] {
  const steps: SeatStep[] = [{ day: traits.joined, seats: traits.seats }];
  let seats = traits.seats;
  const until = Math.min(HISTORY_DAYS, leaving?.decidedOn ?? HISTORY_DAYS);
  const first = Math.max(20, traits.paidFrom + 75) + random.whole(0, REVIEW_DAYS);
  for (let day = first; day < until; day += REVIEW_DAYS) {
    const week = weekOf(day);
    const pressed = Math.max(course.pressure.price[week] ?? 0, course.pressure.fading[week] ?? 0);
    const term = terms.find(
      (each) => each.from > day - REVIEW_DAYS && each.from <= day && each.from > traits.paidFrom,
    );
    const shrinking = pressed < PRESSED ? 0.02 : terms.length === 0 ? 0.22 : term ? 0.5 : 0;
    if (random.chance(shrinking)) {
      seats = Math.max(1, Math.floor(seats * random.between(0.6, 0.92)));
      steps.push({ day: term ? Math.max(term.from, 0) : day, seats });
    } else if (pressed < PRESSED && random.chance((course.engagement[week] ?? 0) > LIVELY ? 0.12 : 0.03)) {
      seats = Math.ceil(seats * random.between(1.06, 1.32)) + 1;
      steps.push({ day, seats });
    }
  }
  return steps;
}

function platformPurchase(story: Story, random: Random, seats: readonly SeatStep[]): Purchase {
  const { traits, terms, timeline, leaving } = story;
  const { billingMonths } = traits.terms;
  const firstEnd = terms[0] ? timeline.day(terms[0].until) : null;
  const prices = priceSteps(story, random);
  const days = [...new Set([...seats, ...prices].map((step) => step.day))];
  const amounts: Change[] = days.map((day) => {
    const count = [...seats].reverse().find((step) => step.day <= day)?.seats ?? traits.seats;
    const fee = [...prices].reverse().find((step) => step.day <= day)?.seatFeeMinor ?? traits.seatFeeMinor;
    return { day, feeMinor: count * fee * billingMonths, quantity: traits.areSeatsKnown ? count : null };
  });
  const changes: Change[] = [
    { day: traits.joined, ...traits.terms, isTrial: traits.paidFrom > traits.joined, termEndsOn: firstEnd },
    { day: traits.paidFrom, isTrial: false },
    ...amounts,
    ...renewals(story, random, terms, traits.terms.isAutoRenewed),
  ].filter((change) => !leaving || change.day < leaving.noticeOn);
  return { product: 0, plan: traits.plan, startsOn: traits.joined, changes: [...changes, ...notice(story)] };
}

/** Prices rise when a new year begins, unless the account is pressing on them. */
function priceSteps(
  { traits, course, timeline }: Story,
  random: Random,
): { day: number; seatFeeMinor: number }[] {
  const steps = [{ day: traits.joined, seatFeeMinor: traits.seatFeeMinor }];
  const every = Math.max(12, traits.terms.termMonths);
  let seatFeeMinor = traits.seatFeeMinor;
  for (let k = 1; ; k++) {
    const day = timeline.monthsAfter(traits.paidFrom, k * every);
    if (day >= HISTORY_DAYS) return steps;
    const isPressed = (course.pressure.price[weekOf(day)] ?? 0) > PRESSED;
    if (day < 0 || isPressed || !random.chance(0.65)) continue;
    seatFeeMinor = Math.max(seatFeeMinor, Math.round(seatFeeMinor * random.between(1.03, 1.08)));
    steps.push({ day, seatFeeMinor });
  }
}

function addOnPurchase(story: Story, random: Random): { purchase: Purchase } | null {
  const { traits, timeline, leaving } = story;
  const startsOn = traits.paidFrom + random.whole(70, 500);
  const share = random.between(0.05, 0.18);
  const product = random.whole(1, PRODUCTS.length - 1);
  const isBought = random.chance(ADD_ON_CHANCE[traits.size]);
  const last = Math.min(HISTORY_DAYS - 30, (leaving?.decidedOn ?? HISTORY_DAYS) - 30);
  if (!isBought || startsOn > last) return null;
  const terms = termsThrough(timeline, startsOn, ADD_ON_TERMS);
  const feeMinor =
    Math.max(1, Math.round(traits.seats * traits.seatFeeMinor * share)) * ADD_ON_TERMS.billingMonths;
  const changes: Change[] = [
    { day: startsOn, ...ADD_ON_TERMS, feeMinor, termEndsOn: terms[0] ? timeline.day(terms[0].until) : null },
    ...renewals(story, random, terms, true),
  ].filter((change) => !leaving || change.day < leaving.noticeOn);
  return { purchase: { product, plan: null, startsOn, changes: [...changes, ...notice(story)] } };
}

function notice({ leaving, timeline }: Story): Change[] {
  if (!leaving || leaving.noticeOn >= HISTORY_DAYS) return [];
  const { noticeOn, endsOn } = leaving;
  return [{ day: noticeOn, noticeGivenOn: timeline.day(noticeOn), endedOn: timeline.day(endsOn) }];
}

function seatFacts(story: Story, random: Random, steps: readonly SeatStep[]): AccountFactRow[] {
  const { timeline, leaving } = story;
  return steps.flatMap(({ day, seats }) => {
    const told = recorded(timeline, random, "billing", day, timeline.at(day, 11));
    if (!told || (leaving && day >= leaving.noticeOn)) return [];
    const validMs = timeline.at(day, 0);
    return [
      {
        id: random.uuid(told.ms),
        field: "seats",
        text: null,
        number: seats,
        validMs,
        recordedMs: told.ms,
        source: "billing",
      },
    ];
  });
}

/** Invoices of the history, one for each billing term, paid sooner or later or not at all. */
function invoicesOf(
  story: Story,
  random: Random,
  subscription: Subscription,
  anchor: number,
  billingMonths: number,
): InvoiceRow[] {
  const { timeline } = story;
  const invoices: InvoiceRow[] = [];
  const until = lastsUntil(story);
  for (let k = Math.max(0, Math.floor(-anchor / (billingMonths * 31)) - 1); ; k++) {
    const day = timeline.monthsAfter(anchor, k * billingMonths);
    if (day >= until) return invoices;
    const fee = [...subscription.fees].reverse().find((each) => each.day <= day);
    const occurredMs = timeline.at(day, 7);
    const told = day < 0 ? null : recorded(timeline, random, "billing", day, occurredMs);
    if (!told || !fee || fee.isTrial) continue;
    const dueOn = day + (billingMonths === 1 ? DUE_DAYS.monthly : DUE_DAYS.longer);
    const paid = paymentOf(story, random, day, dueOn);
    invoices.push({
      id: random.uuid(occurredMs),
      externalId: `${subscription.row.externalId}-${k + 1}`,
      amountMinor: fee.feeMinor,
      dueOn: timeline.day(dueOn),
      paidMs: paid?.paidMs ?? null,
      paidRecordedMs: paid?.recordedMs ?? null,
      occurredMs,
      recordedMs: told.ms,
    });
  }
}

function paymentOf(
  { timeline, traits, course, leaving }: Story,
  random: Random,
  day: number,
  dueOn: number,
): { paidMs: number; recordedMs: number } | null {
  const pressure = course.pressure.price[weekOf(dueOn)] ?? 0;
  const usual = traits.paymentDelayDays + 4 * random.normal();
  const delay = pressure > PRESSED && random.chance(0.8) ? usual + random.exponential(34 * pressure) : usual;
  const isNeverPaid = leaving !== null && day >= leaving.noticeOn && random.chance(0.2);
  const paidOn = Math.max(day + 1, dueOn + Math.round(Math.min(LONGEST_DELAY_DAYS, delay)));
  const paidMs = timeline.at(paidOn, random.between(8, 16));
  const told = recorded(timeline, random, "billing", paidOn, paidMs);
  return isNeverPaid || !told ? null : { paidMs, recordedMs: told.ms };
}
