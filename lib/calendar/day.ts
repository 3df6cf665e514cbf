/** A plain date "YYYY-MM-DD" in the proleptic Gregorian calendar, whatever calendar the reader sees. */
export type Day = string;

/** ISO weekday: 1 Monday … 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const DAY_MS = 86_400_000;

/** The days on which the arithmetic is checked against ICU (metrics.md K2); outside them parsing refuses. */
export const FIRST_DAY: Day = "1800-01-01";
export const LAST_DAY: Day = "2255-12-31";

/**
 * Days since 1970-01-01. Throws RangeError when the text is not a calendar date: a Day is checked where it enters.
 */
export function dayNumber(day: Day): number {
  const number = readDayNumber(day);
  if (number === null) throw new RangeError(`not a calendar date: ${day}`);
  return number;
}

/** The day that lies `number` days after 1970-01-01; the inverse of `dayNumber`. */
export function dayFromNumber(number: number): Day {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}

/** True for a real date between FIRST_DAY and LAST_DAY written "YYYY-MM-DD". */
export function isDay(text: string): text is Day {
  return readDayNumber(text) !== null && text >= FIRST_DAY && text <= LAST_DAY;
}

/** The day `n` days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
  return dayFromNumber(dayNumber(day) + n);
}

/** Calendar-date difference to − from, in days (metrics.md section 9: never elapsed hours). */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** ISO weekday of a day, 1 Monday … 7 Sunday. */
export function weekdayOf(day: Day): Weekday {
  // 1970-01-01 was a Thursday.
  return (((((dayNumber(day) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

function readDayNumber(text: string): number | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const instant = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(instant).toISOString().slice(0, 10) === text ? instant / DAY_MS : null;
}
