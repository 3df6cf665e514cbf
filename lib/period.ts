import { addDays, dayNumber, weekdayOf, type Day, type Weekday } from "./calendar/day";
import { addMonths, fieldsOf, firstOfMonth, monthLength, type Calendar } from "./calendar/date-fields";
import { weekStartOf } from "./calendar/week";

export * from "./calendar/business-days";
export * from "./calendar/date-fields";
export { addDays, dayFromNumber, dayNumber, daysBetween, isDay, weekdayOf } from "./calendar/day";
export { DAY_MS, FIRST_DAY, LAST_DAY, type Day, type Weekday } from "./calendar/day";
export { isJalaliLeap } from "./calendar/jalali";
export * from "./calendar/parse";
export * from "./calendar/week";
export * from "./calendar/zone";

/** What a workspace says about its time. `weekStart` overrides the country; months are 1–12 of the calendar. */
export type PeriodSettings = {
  zone: string;
  calendar: Calendar;
  country: string;
  weekStart?: Weekday;
  fiscalStart?: { month: number; day: number };
  fiscalNamedBy?: "end" | "start";
};

export const GRAINS = ["day", "week", "month", "quarter", "year", "fiscal_quarter", "fiscal_year"] as const;
export type Grain = (typeof GRAINS)[number];

/**
 * A half-open period [start, end) of local days. `year` and `index` (week, month or quarter number, 1-based) are
 * those of the calendar; `index` is null for days, years and weeks that do not start on Monday (K5).
 * Keys: 2025-10-10 · 2025-W41 or the first day · 2025-10 · 2025-Q4 · 2025 · FY2026-Q3 · FY2026; Jalali alike (1404-07).
 */
export type Period = {
  grain: Grain;
  calendar: Calendar;
  start: Day;
  end: Day;
  key: string;
  year: number;
  index: number | null;
};

/** The period of a grain that holds a day, in the tenant's calendar (metrics.md K3–K5). */
export function periodOf(day: Day, grain: Grain, settings: PeriodSettings): Period {
  return PERIOD_OF[grain](day, settings);
}

/** The calendar month that holds a day; a Jalali tenant gets the Jalali month (K3). */
export function monthOf(day: Day, settings: PeriodSettings): Period {
  const { year, month } = fieldsOf(day, settings.calendar);
  return months("month", year, month, 1, `${year}-${pad(month)}`, month, settings);
}

/** The quarter of the calendar that holds a day (Farvardin–Khordad is Q1 of a Jalali year; K3). */
export function quarterOf(day: Day, settings: PeriodSettings): Period {
  const { year, month } = fieldsOf(day, settings.calendar);
  const quarter = Math.ceil(month / 3);
  return months("quarter", year, quarter * 3 - 2, 3, `${year}-Q${quarter}`, quarter, settings);
}

/** The calendar year that holds a day. */
export function yearOf(day: Day, settings: PeriodSettings): Period {
  const { year } = fieldsOf(day, settings.calendar);
  return months("year", year, 1, 12, String(year), null, settings);
}

/** The week that holds a day, from the country's first weekday; numbered only when weeks start on Monday (K5). */
export function weekOf(day: Day, settings: PeriodSettings): Period {
  const first = settings.weekStart ?? weekStartOf(settings.country);
  const start = addDays(day, -((weekdayOf(day) - first + 7) % 7));
  const period = { grain: "week", calendar: settings.calendar, start, end: addDays(start, 7) } as const;
  if (first !== 1)
    return { ...period, key: start, year: fieldsOf(start, settings.calendar).year, index: null };
  // ISO 8601: a week belongs to the year of its Thursday, and its number counts the Thursdays.
  const thursday = addDays(start, 3);
  const isoYear = Number(thursday.slice(0, 4));
  const index = Math.floor((dayNumber(thursday) - dayNumber(`${isoYear}-01-01`)) / 7) + 1;
  return { ...period, key: `${isoYear}-W${pad(index)}`, year: isoYear, index };
}

/** The fiscal year that holds a day; named by the year in which it ends, or starts when so configured (K4). */
export function fiscalYearOf(day: Day, settings: PeriodSettings): Period {
  const own = fieldsOf(day, settings.calendar).year;
  const startYear = day >= fiscalStart(own, settings) ? own : own - 1;
  const start = fiscalStart(startYear, settings);
  const end = fiscalStart(startYear + 1, settings);
  const ends = fieldsOf(addDays(end, -1), settings.calendar).year;
  const year = settings.fiscalNamedBy === "start" ? startYear : ends;
  return {
    grain: "fiscal_year",
    calendar: settings.calendar,
    start,
    end,
    key: `FY${year}`,
    year,
    index: null,
  };
}

/** The fiscal quarter that holds a day: three months each from the first day of the fiscal year (K3, K4). */
export function fiscalQuarterOf(day: Day, settings: PeriodSettings): Period {
  const quarters = fiscalQuarters(fiscalYearOf(day, settings));
  const found = quarters.find((quarter) => day < quarter.end);
  if (!found) throw new RangeError(`no fiscal quarter holds ${day}`);
  return found;
}

/** Every period of the grain that overlaps [from, to), ascending; empty when to ≤ from. */
export function periodsBetween(from: Day, to: Day, grain: Grain, settings: PeriodSettings): Period[] {
  const periods: Period[] = [];
  for (let day = from; day < to; ) {
    const period = periodOf(day, grain, settings);
    periods.push(period);
    day = period.end;
  }
  return periods;
}

/** The period just before, of the same grain. */
export function previousPeriod(period: Period, settings: PeriodSettings): Period {
  return periodOf(addDays(period.start, -1), period.grain, settings);
}

/** The period just after, of the same grain. */
export function nextPeriod(period: Period, settings: PeriodSettings): Period {
  return periodOf(period.end, period.grain, settings);
}

/**
 * The same period one year earlier in the tenant's calendar. A day goes back 12 months (29 Feb 2024 → 28 Feb 2023,
 * K3), a week 52 weeks so that weekdays meet, a fiscal quarter keeps its number.
 */
export function samePeriodLastYear(period: Period, settings: PeriodSettings): Period {
  if (period.grain === "week") return weekOf(addDays(period.start, -364), settings);
  if (period.grain === "fiscal_year") return previousPeriod(period, settings);
  if (period.grain === "fiscal_quarter") return fiscalQuarterLastYear(period, settings);
  return periodOf(addMonths(period.start, -12, settings.calendar), period.grain, settings);
}

const PERIOD_OF: Record<Grain, (day: Day, settings: PeriodSettings) => Period> = {
  day: dayPeriod,
  week: weekOf,
  month: monthOf,
  quarter: quarterOf,
  year: yearOf,
  fiscal_quarter: fiscalQuarterOf,
  fiscal_year: fiscalYearOf,
};

function dayPeriod(day: Day, { calendar }: PeriodSettings): Period {
  const { year } = fieldsOf(day, calendar);
  return { grain: "day", calendar, start: day, end: addDays(day, 1), key: day, year, index: null };
}

function months(
  grain: Grain,
  year: number,
  firstMonth: number,
  length: number,
  key: string,
  index: number | null,
  { calendar }: PeriodSettings,
): Period {
  const start = firstOfMonth(year, firstMonth, calendar);
  return { grain, calendar, start, end: addMonths(start, length, calendar), key, year, index };
}

function fiscalStart(year: number, { calendar, fiscalStart: start }: PeriodSettings): Day {
  const { month, day } = start ?? { month: 1, day: 1 };
  const clamped = Math.min(day, monthLength(year, month, calendar));
  return addDays(firstOfMonth(year, month, calendar), clamped - 1);
}

function fiscalQuarters(fiscal: Period): Period[] {
  return [1, 2, 3, 4].map((index) => ({
    ...fiscal,
    grain: "fiscal_quarter" as const,
    start: addMonths(fiscal.start, index * 3 - 3, fiscal.calendar),
    end: index === 4 ? fiscal.end : addMonths(fiscal.start, index * 3, fiscal.calendar),
    key: `${fiscal.key}-Q${index}`,
    index,
  }));
}

function fiscalQuarterLastYear(quarter: Period, settings: PeriodSettings): Period {
  const year = fiscalYearOf(quarter.start, settings);
  const before = fiscalQuarters(previousPeriod(year, settings))[(quarter.index ?? 1) - 1];
  if (!before) throw new RangeError(`no fiscal quarter before ${quarter.key}`);
  return before;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
