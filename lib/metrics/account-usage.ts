import { addDays, daysBetween, type Day } from "../period";
import { WINDOW_DAYS } from "./health/raw";
import type { Figure } from "./result";

/** Use of one feature on one local day; `users` null where the source names nobody. */
export type DayOfUse = { day: Day; feature: number; events: number; users: number | null };

/** Days of one column of the usage chart. */
export const USE_WEEK_DAYS = 7;

/** Seven days of use, both ends included. */
export type WeekOfUse = { from: Day; to: Day; figure: Figure };

/** Whether the days name people; without any name use is counted in active days. */
export function namesUsers(days: readonly DayOfUse[]): boolean {
  return days.some((day) => day.users !== null);
}

/**
 * Use by weeks that end with `today`, oldest first: mean daily distinct users (user-days ÷ 7, the numerator of
 * licence_utilisation, H1), or active days of the seven where nobody is named. A week before the first use is null
 * (`never`); a day without a row is a day without use. `days` are those of all features together.
 */
export function weeksOfUse(
  days: readonly DayOfUse[],
  {
    today,
    weeks,
    startedOn,
    isNamed,
  }: { today: Day; weeks: number; startedOn: Day | null; isNamed: boolean },
): WeekOfUse[] {
  return Array.from({ length: weeks }, (_, index) => {
    const to = addDays(today, -USE_WEEK_DAYS * (weeks - 1 - index));
    const from = addDays(to, 1 - USE_WEEK_DAYS);
    const own = days.filter(({ day }) => day >= from && day <= to);
    const hasBegun = startedOn !== null && startedOn <= to;
    const figure: Figure = hasBegun ? useOf(own, isNamed) : { value: null, reason: "never", n: 0 };
    return { from, to, figure };
  });
}

function useOf(days: readonly DayOfUse[], isNamed: boolean): Figure {
  const active = days.filter((day) => day.events > 0).length;
  const userDays = days.reduce((sum, day) => sum + (day.users ?? 0), 0);
  return { value: isNamed ? userDays / USE_WEEK_DAYS : active, n: USE_WEEK_DAYS };
}

/** A feature in the 28-day window and its change against the 28 days before, in fractions. */
export type FeatureUse = { feature: number; share: Figure; change: number | null };

/**
 * How much of the use of an account touches a feature: of its daily users in the 28 days up to `today` the share that used it
 * (Σ users of the feature ÷ Σ users, over the days), or of its active days where nobody is named; and the change in percentage
 * points ÷ 100 against the 28 days before. Null without any use in the window. `days` hold every feature and 0 for all together.
 */
export function featureUse(
  days: readonly DayOfUse[],
  { today, feature, isNamed }: { today: Day; feature: number; isNamed: boolean },
): FeatureUse {
  const inWindow = (back: number) => {
    const to = addDays(today, -back);
    return days.filter(({ day }) => day <= to && daysBetween(day, to) < WINDOW_DAYS);
  };
  const now = shareOf(inWindow(0), feature, isNamed);
  const before = shareOf(inWindow(WINDOW_DAYS), feature, isNamed);
  return {
    feature,
    share: now,
    change: now.value === null || before.value === null ? null : now.value - before.value,
  };
}

function shareOf(days: readonly DayOfUse[], feature: number, isNamed: boolean): Figure {
  const amount = (day: DayOfUse) => (isNamed ? (day.users ?? 0) : day.events > 0 ? 1 : 0);
  const sum = (code: number) =>
    days.reduce((total, day) => total + (day.feature === code ? amount(day) : 0), 0);
  const all = sum(0);
  return all > 0 ? { value: sum(feature) / all, n: all } : { value: null, reason: "zero_denominator", n: 0 };
}
