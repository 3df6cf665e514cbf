import { Random } from "../random";
import { TROUBLES, type Course, type Trouble } from "./course";
import { HISTORY_DAYS, HISTORY_WEEKS, weekOf, type Timeline } from "./timeline";
import type { Terms, Traits } from "./traits";

/** One contract term: its first day, the day after its last, and the last day on which it can be ended. */
export type Term = { from: number; until: number; decision: number };

/** A decision to leave, the day it was announced and the first day without service. */
export type Leaving = {
  decidedOn: number;
  noticeOn: number;
  endsOn: number;
  cause: Trouble | "onboarding" | null;
};

/** Days without a wish to leave after the first payment. */
const HONEYMOON_DAYS = 45;
/** A dated contract is mostly thought over in the weeks before its last day for notice; an early end is rare. */
const THINKING_DAYS = 42;
const THINKING_FACTOR = 2;
const BETWEEN_FACTOR = 0.84;
const CAUSE_PRESSURE = 0.25;
const EARLY_DAYS = { least: 25, most: 70 } as const;
const MONTHLY_DAYS = { least: 12, most: 42 } as const;
const ONBOARDING_DAYS = 150;

/** The terms of a dated contract up to the first that begins after the history, oldest first; none for a monthly one. */
export function termsThrough(timeline: Timeline, anchor: number, terms: Terms): Term[] {
  const { termMonths, noticeDays } = terms;
  if (termMonths <= 1) return [];
  const through: Term[] = [];
  for (let from = anchor, k = 1; ; k++) {
    const until = timeline.monthsAfter(anchor, k * termMonths);
    through.push({ from, until, decision: until - noticeDays });
    if (from >= HISTORY_DAYS) return through;
    from = until;
  }
}

/** Draws whether, when and how an account leaves within the history; null when it stays. */
export function leavingOf(
  seed: number,
  traits: Traits,
  course: Course,
  terms: readonly Term[],
): Leaving | null {
  const random = new Random(seed, traits.index, 3);
  const first = Math.max(0, Math.ceil((traits.paidFrom + HONEYMOON_DAYS) / 7));
  for (let week = first; week < HISTORY_WEEKS; week++) {
    const decidedOn = week * 7 + random.whole(0, 6);
    if (random.chance((course.hazard[week] ?? 0) * timing(terms, decidedOn)) && decidedOn < HISTORY_DAYS) {
      return carriedOut(random, traits, course, terms, decidedOn);
    }
  }
  return null;
}

/**
 * The chance that the account stops paying within `days` after `day`, as one would state it who sees the hidden state of that
 * day and the contract: pressures are taken to stay as they are. Null when it does not pay then.
 */
export function lossProbability(
  traits: Traits,
  course: Course,
  terms: readonly Term[],
  leaving: Leaving | null,
  day: number,
  days: number,
): number | null {
  const until = day + days;
  if (traits.paidFrom > day || (leaving && leaving.endsOn <= day)) return null;
  if (leaving && leaving.decidedOn <= day) return leaving.endsOn <= until ? 1 : 0;
  const hazard = course.hazard[weekOf(day)] ?? 0;
  let staying = 1;
  for (let decided = day + 4; decided < until; decided += 7) {
    if (decided < traits.paidFrom + HONEYMOON_DAYS) continue;
    staying *= 1 - hazard * timing(terms, decided) * endsWithin(terms, decided, until);
  }
  return 1 - staying;
}

function timing(terms: readonly Term[], day: number): number {
  if (terms.length === 0) return 1;
  return thinkingTerm(terms, day) ? THINKING_FACTOR : BETWEEN_FACTOR;
}

function thinkingTerm(terms: readonly Term[], day: number): Term | undefined {
  return terms.find((term) => day > term.decision - THINKING_DAYS && day <= term.decision);
}

/** The chance that a decision of that day takes effect by `until`. */
function endsWithin(terms: readonly Term[], decided: number, until: number): number {
  const term = thinkingTerm(terms, decided);
  if (term) return term.until <= until ? 1 : 0;
  const { least, most } = terms.length > 0 ? EARLY_DAYS : MONTHLY_DAYS;
  return Math.min(1, Math.max(0, (until - decided - least) / (most - least)));
}

function carriedOut(
  random: Random,
  traits: Traits,
  course: Course,
  terms: readonly Term[],
  decidedOn: number,
): Leaving {
  const term = thinkingTerm(terms, decidedOn);
  const cause = causeOf(traits, course, decidedOn);
  const told = decidedOn + random.whole(0, 6);
  if (term) return { decidedOn, noticeOn: Math.min(told, term.decision), endsOn: term.until, cause };
  const { least, most } = terms.length > 0 ? EARLY_DAYS : MONTHLY_DAYS;
  return { decidedOn, noticeOn: told, endsOn: decidedOn + random.whole(least, most), cause };
}

function causeOf(traits: Traits, course: Course, day: number): Leaving["cause"] {
  const week = weekOf(day);
  let cause: Trouble | null = null;
  let most = CAUSE_PRESSURE;
  for (const trouble of TROUBLES) {
    const pressure = course.pressure[trouble][week] ?? 0;
    if (pressure > most) [cause, most] = [trouble, pressure];
  }
  return cause ?? (day - traits.joined < ONBOARDING_DAYS ? "onboarding" : null);
}
