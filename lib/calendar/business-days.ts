import { addDays, weekdayOf, type Day, type Weekday } from "./day";
import { endOfDay, localDay, startOfDay } from "./zone";

/** The days on which a team works: weekdays (1 Monday … 7 Sunday) without the listed dated holidays. */
export type WorkingDays = { workingDays: readonly Weekday[]; holidays?: readonly Day[] };

/** True when the team works on that day. */
export function isBusinessDay(day: Day, schedule: WorkingDays): boolean {
  return schedule.workingDays.includes(weekdayOf(day)) && !(schedule.holidays?.includes(day) ?? false);
}

/** Number of working days d with from ≤ d < to; 0 when to ≤ from. */
export function countBusinessDays(from: Day, to: Day, schedule: WorkingDays): number {
  let count = 0;
  for (let day = from; day < to; day = addDays(day, 1)) if (isBusinessDay(day, schedule)) count += 1;
  return count;
}

/**
 * Working time elapsed between two instants, in days: each working day adds the share of it that lies in
 * [from, to), rest days add nothing. 0 when to ≤ from. Compare this with "more than N business days".
 */
export function businessDaysElapsed(from: Date, to: Date, schedule: WorkingDays, zone: string): number {
  let elapsed = 0;
  for (let day = localDay(from, zone); startOfDay(day, zone) < to; day = addDays(day, 1)) {
    if (!isBusinessDay(day, schedule)) continue;
    const start = startOfDay(day, zone).getTime();
    const end = endOfDay(day, zone).getTime();
    const share = Math.min(end, to.getTime()) - Math.max(start, from.getTime());
    if (end > start && share > 0) elapsed += share / (end - start);
  }
  return elapsed;
}

/** Number of full working days elapsed between two instants: the whole part of `businessDaysElapsed`. */
export function businessDaysBetween(from: Date, to: Date, schedule: WorkingDays, zone: string): number {
  // Shares such as thirds of a day do not add up exactly; the guard keeps a full day from ending a hair below.
  return Math.floor(businessDaysElapsed(from, to, schedule, zone) + 1e-9);
}
