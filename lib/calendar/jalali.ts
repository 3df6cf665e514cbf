import { newDate } from "date-fns-jalali/newDate";
import { DAY_MS } from "./day";

/** Jalali years for which every Nowruz was compared with ICU. */
export const FIRST_JALALI_YEAR = 1178;
export const LAST_JALALI_YEAR = 1634;

/**
 * The 33-year rule of date-fns-jalali starts these two years a day late against the equinox as ICU has it
 * (the leap day falls in 1503 and 1602, not in 1502 and 1601). metrics.md K2 follows ICU.
 */
const EARLIER_NOWRUZ: ReadonlySet<number> = new Set([1503, 1602]);

const nowruzByYear = new Map<number, number>();

/** Day number (days since 1970-01-01) of 1 Farvardin of a Jalali year. RangeError outside 1178–1635. */
export function nowruz(year: number): number {
  const known = nowruzByYear.get(year);
  if (known !== undefined) return known;
  if (year < FIRST_JALALI_YEAR || year > LAST_JALALI_YEAR + 1) throw new RangeError(`Jalali year ${year}`);
  // Noon, because local midnight does not exist on every day in every zone of the machine.
  const local = newDate(year, 0, 1, 12);
  const number = Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / DAY_MS;
  const start = EARLIER_NOWRUZ.has(year) ? number - 1 : number;
  nowruzByYear.set(year, start);
  return start;
}

/** True when Esfand of the year has 30 days (1399, 1403, 1408 …; metrics.md K2). */
export function isJalaliLeap(year: number): boolean {
  return nowruz(year + 1) - nowruz(year) === 366;
}

/** Days in a Jalali month (1 Farvardin … 12 Esfand): 31 six times, 30 five times, then 29 or 30. */
export function jalaliMonthLength(year: number, month: number): number {
  if (month <= 6) return 31;
  if (month <= 11) return 30;
  return isJalaliLeap(year) ? 30 : 29;
}

/** Day number of a Jalali date; the fields must be a real date. */
export function jalaliToNumber(year: number, month: number, day: number): number {
  const before = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return nowruz(year) + before + day - 1;
}

/** Jalali fields of a day number. */
export function jalaliFromNumber(number: number): { year: number; month: number; day: number } {
  // 1 Farvardin 1349 was 21 March 1970; the guess is off by one year at most.
  let year = 1349 + Math.floor((number - 79) / 365.2422);
  if (number < nowruz(year)) year -= 1;
  else if (number >= nowruz(year + 1)) year += 1;
  const index = number - nowruz(year);
  if (index < 186) return { year, month: Math.floor(index / 31) + 1, day: (index % 31) + 1 };
  return { year, month: Math.floor((index - 186) / 30) + 7, day: ((index - 186) % 30) + 1 };
}
