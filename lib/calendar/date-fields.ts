import { DAY_MS, dayFromNumber, dayNumber, type Day } from "./day";
import {
  FIRST_JALALI_YEAR,
  jalaliFromNumber,
  jalaliMonthLength,
  jalaliToNumber,
  LAST_JALALI_YEAR,
} from "./jalali";

/** The calendar of a workspace: it decides months, quarters and years, never the language. */
export type Calendar = "gregory" | "persian";

/** Year, month (1–12) and day of month in one calendar. */
export type DateFields = { year: number; month: number; day: number };

/** The fields of a day in the given calendar. */
export function fieldsOf(day: Day, calendar: Calendar): DateFields {
  if (calendar === "persian") {
    return jalaliFromNumber(dayNumber(day));
  } else {
    return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
  }
}

/** The day with these fields, or null when the calendar has no such date (30 February, 1404-12-30). */
export function dayOfFields({ year, month, day }: DateFields, calendar: Calendar): Day | null {
  if (month < 1 || month > 12 || day < 1) return null;
  if (calendar === "persian") {
    if (year < FIRST_JALALI_YEAR || year > LAST_JALALI_YEAR) return null;
  } else {
    if (year < 1000 || year > 9999) return null;
  }
  if (day > monthLength(year, month, calendar)) return null;
  return calendar === "persian"
    ? dayFromNumber(jalaliToNumber(year, month, day))
    : dayFromNumber(Date.UTC(year, month - 1, day) / DAY_MS);
}

/** Days in a month (1–12) of a year of the calendar. */
export function monthLength(year: number, month: number, calendar: Calendar): number {
  if (calendar === "persian") {
    return jalaliMonthLength(year, month);
  } else {
    return new Date(Date.UTC(year, month, 0)).getUTCDate();
  }
}

/**
 * The day `n` months after an anchor, in the calendar, clamped to the end of a shorter month (metrics.md K3).
 * Always step from the original anchor (31 Jan + 2 months = 31 Mar): stepping from a clamped day loses the 31st.
 */
export function addMonths(anchor: Day, n: number, calendar: Calendar): Day {
  const { year, month, day } = fieldsOf(anchor, calendar);
  const index = year * 12 + (month - 1) + n;
  const target = { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
  const last = monthLength(target.year, target.month, calendar);
  return dayOrThrow({ ...target, day: Math.min(day, last) }, calendar);
}

/** First day of a month of the calendar (month 1–12). */
export function firstOfMonth(year: number, month: number, calendar: Calendar): Day {
  return dayOrThrow({ year, month, day: 1 }, calendar);
}

/** Last day of the month that holds `day`, in the calendar (the day whose end is the month-end snapshot, K3). */
export function monthEndOf(day: Day, calendar: Calendar): Day {
  const { year, month } = fieldsOf(day, calendar);
  return dayOrThrow({ year, month, day: monthLength(year, month, calendar) }, calendar);
}

/** Every month-end day d of the calendar with from ≤ d < to, ascending. */
export function monthEndsBetween(from: Day, to: Day, calendar: Calendar): Day[] {
  const ends: Day[] = [];
  let { year, month } = fieldsOf(from, calendar);
  for (;;) {
    const end = dayOrThrow({ year, month, day: monthLength(year, month, calendar) }, calendar);
    if (end >= to) return ends;
    ends.push(end);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year += 1;
  }
}

function dayOrThrow(fields: DateFields, calendar: Calendar): Day {
  const day = dayOfFields(fields, calendar);
  if (day === null)
    throw new RangeError(`no such ${calendar} date: ${fields.year}-${fields.month}-${fields.day}`);
  return day;
}
