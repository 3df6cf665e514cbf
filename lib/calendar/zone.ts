import { addDays, DAY_MS, dayFromNumber, dayNumber, type Day } from "./day";

/**
 * The local calendar day on which an instant falls in an IANA zone (metrics.md K1: tz data, never a fixed offset).
 * Throws RangeError on an unknown zone.
 */
export function localDay(instant: Date, zone: string): Day {
  return dayFromNumber(Math.floor(wallMs(instant.getTime(), zone) / DAY_MS));
}

/** Milliseconds since local midnight that the wall clock shows at an instant, 0 … 86,399,999. */
export function localTimeMs(instant: Date, zone: string): number {
  const wall = wallMs(instant.getTime(), zone);
  return wall - Math.floor(wall / DAY_MS) * DAY_MS;
}

/** The first instant of a local day: midnight, or the end of the gap where midnight does not exist. */
export function startOfDay(day: Day, zone: string): Date {
  return localInstant(day, 0, zone);
}

/** The first instant after a local day, so that a day is [startOfDay, endOfDay): 23 to 25 hours. */
export function endOfDay(day: Day, zone: string): Date {
  return startOfDay(addDays(day, 1), zone);
}

/**
 * The day whose snapshot stands at `asOf`: the local day of asOf − 1 ms, since snapshot(D) is the state at the
 * first instant of D+1, without the events of that instant (metrics.md K6).
 */
export function snapshotDay(asOf: Date, zone: string): Day {
  return localDay(new Date(asOf.getTime() - 1), zone);
}

/**
 * The instant at which a wall clock in the zone shows the day and the milliseconds since its midnight.
 * A time that is skipped gives the end of the gap, a time that occurs twice the first of the two.
 */
export function localInstant(day: Day, msOfDay: number, zone: string): Date {
  const wall = dayNumber(day) * DAY_MS + msOfDay;
  const before = offsetMs(wall - DAY_MS, zone);
  const after = offsetMs(wall + DAY_MS, zone);
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  if (wallMs(early, zone) === wall) return new Date(early);
  if (wallMs(late, zone) === wall) return new Date(late);
  return new Date(endOfGap(wall, early, late, zone));
}

/** Zone offset at an instant in ms: local wall clock − UTC. */
export function offsetMs(instantMs: number, zone: string): number {
  const bucket = Math.floor(instantMs / DAY_MS);
  const offsets = offsetsOf(zone);
  let constant = offsets.get(bucket);
  if (constant === undefined) {
    const start = readOffsetMs(bucket * DAY_MS, zone);
    // No zone changes its offset and back within one day of UTC, so equal ends mean a constant day.
    constant = start === readOffsetMs((bucket + 1) * DAY_MS - 1, zone) ? start : null;
    offsets.set(bucket, constant);
  }
  return constant ?? readOffsetMs(instantMs, zone);
}

function wallMs(instantMs: number, zone: string): number {
  return instantMs + offsetMs(instantMs, zone);
}

function endOfGap(wall: number, early: number, late: number, zone: string): number {
  let low = early - 1;
  let high = late;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (wallMs(middle, zone) >= wall) high = middle;
    else low = middle;
  }
  return high;
}

/** Offset per day of UTC; null where it changes within the day. Asking Intl every time costs microseconds a row. */
const offsetsByZone = new Map<string, Map<number, number | null>>();
const readers = new Map<string, Intl.DateTimeFormat>();

function offsetsOf(zone: string): Map<number, number | null> {
  const known = offsetsByZone.get(zone);
  if (known) return known;
  const fresh = new Map<number, number | null>();
  offsetsByZone.set(zone, fresh);
  return fresh;
}

function readerOf(zone: string): Intl.DateTimeFormat {
  const known = readers.get(zone);
  if (known) return known;
  const reader = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  readers.set(zone, reader);
  return reader;
}

function readOffsetMs(instantMs: number, zone: string): number {
  const whole = Math.floor(instantMs / 1000) * 1000;
  const field: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const part of readerOf(zone).formatToParts(whole)) field[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = field;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}
