import {
  addMonths,
  dayFromNumber,
  dayNumber,
  startOfDay,
  weekdayOf,
  weekendOf,
  type Calendar,
  type Day,
} from "@/lib/period";

/** Length of the history that is made, and the weeks it spans. */
export const HISTORY_DAYS = 730;
export const HISTORY_WEEKS = Math.ceil(HISTORY_DAYS / 7);

/** Who delivers which facts. */
export type Source = "product" | "helpdesk" | "surveys" | "crm" | "billing";

/** Days between the last delivery and today. One source is late and one has stopped, as in any real company. */
export const STALE_DAYS: Readonly<Record<Source, number>> = {
  product: 1,
  helpdesk: 1,
  surveys: 1,
  crm: 3,
  billing: 10,
};

/** Local hour of the delivery that closes a day. */
export const DELIVERY_HOUR: Readonly<Record<Source, number>> = {
  product: 23.9,
  helpdesk: 23.8,
  surveys: 23.7,
  crm: 23.6,
  billing: 23.5,
};

const HOUR_MS = 3_600_000;

/** Where the workspace keeps its time; `today` is not over, so nothing is made for it. */
export type Place = { today: Day; zone: string; calendar: Calendar; country: string };

/**
 * Days are counted from the first day of the history: 0 is that day, HISTORY_DAYS is today, contracts older than the history
 * have negative numbers.
 */
export class Timeline {
  private readonly first: number;
  private readonly days = new Map<number, Day>();
  private readonly midnights = new Map<number, number>();
  private readonly weekend: readonly number[];

  constructor(readonly place: Place) {
    this.first = dayNumber(place.today) - HISTORY_DAYS;
    this.weekend = weekendOf(place.country);
  }

  /** The calendar day of a day number. */
  day(number: number): Day {
    let day = this.days.get(number);
    if (day === undefined) {
      day = dayFromNumber(this.first + number);
      this.days.set(number, day);
    }
    return day;
  }

  /** The instant in milliseconds at which a local clock shows `hour` (0 to 24, fractions allowed) on a day. */
  at(number: number, hour: number): number {
    let midnight = this.midnights.get(number);
    if (midnight === undefined) {
      midnight = startOfDay(this.day(number), this.place.zone).getTime();
      this.midnights.set(number, midnight);
    }
    return midnight + Math.floor(hour * HOUR_MS);
  }

  /** The day so many months later, counted in the calendar of the workspace from the original anchor (K3). */
  monthsAfter(number: number, months: number): number {
    return dayNumber(addMonths(this.day(number), months, this.place.calendar)) - this.first;
  }

  isWeekend(number: number): boolean {
    return this.weekend.includes(weekdayOf(this.day(number)));
  }

  /** The last day of which a source has delivered. */
  lastDay(source: Source): number {
    return HISTORY_DAYS - STALE_DAYS[source];
  }
}

/** Week of the history in which a day lies, kept inside the history. */
export function weekOf(day: number): number {
  return Math.min(HISTORY_WEEKS - 1, Math.max(0, Math.floor(day / 7)));
}
