import { latinDigits } from "../words/digits";
import { FIRST_DAY, LAST_DAY, type Day } from "./day";
import { dayOfFields, type Calendar } from "./date-fields";
import { localInstant } from "./zone";

/** How a file writes its dates. */
export const DAY_FORMATS = ["yyyy-MM-dd", "yyyy/MM/dd", "dd-MM-yyyy", "dd/MM/yyyy", "MM/dd/yyyy"] as const;
export type DayFormat = (typeof DAY_FORMATS)[number];

export type BadDate = { ok: false; reason: "bad_date" };
export type ParsedDay = { ok: true; day: Day } | BadDate;
/** `dateOnly`: the text had no time of day, the instant is the start of that local day. */
export type ParsedInstant = { ok: true; instant: Date; dateOnly: boolean } | BadDate;

const BAD_DATE: BadDate = { ok: false, reason: "bad_date" };

/**
 * Reads a date of a file. Persian and Arabic digits count as digits, day and month may have one digit, direction
 * marks and outer space are ignored. `bad_date`: another shape, no such date in the calendar (30/02, 1404/12/30 in
 * a year without leap day), or a date outside 1800–2255 (most often the other calendar's year).
 */
export function parseDay(text: string, format: DayFormat, calendar: Calendar = "gregory"): ParsedDay {
  const day = readDay(cleaned(text), format, calendar);
  return day === null ? BAD_DATE : { ok: true, day };
}

/**
 * Reads an instant: a date as in `parseDay`, then optionally "T" or a space and HH:mm[:ss[.fraction]], then
 * optionally Z or an offset (+03:30). Without an offset the wall clock of `zone` is meant.
 */
export function parseInstant(
  text: string,
  format: DayFormat,
  zone: string,
  calendar: Calendar = "gregory",
): ParsedInstant {
  const match = /^(\S+?)(?:[T\s]\s*(\S+?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(cleaned(text));
  const day = match?.[1] === undefined ? null : readDay(match[1], format, calendar);
  if (!match || day === null) return BAD_DATE;
  if (match[2] === undefined) return { ok: true, instant: localInstant(day, 0, zone), dateOnly: true };
  const msOfDay = readTime(match[2]);
  const offset = match[3] === undefined ? null : readOffset(match[3]);
  if (msOfDay === null || Number.isNaN(offset)) return BAD_DATE;
  const instant = offset === null ? localInstant(day, msOfDay, zone) : atOffset(day, msOfDay, offset);
  return { ok: true, instant, dateOnly: false };
}

function cleaned(text: string): string {
  return latinDigits(text)
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .trim();
}

function readDay(text: string, format: DayFormat, calendar: Calendar): Day | null {
  const separator = format.includes("/") ? "/" : "-";
  const names = format.split(separator);
  const parts = text.split(separator);
  if (parts.length !== 3) return null;
  const fields = { year: 0, month: 0, day: 0 };
  for (const [index, name] of names.entries()) {
    const part = parts[index] ?? "";
    if (name === "yyyy" ? !/^\d{4}$/.test(part) : !/^\d{1,2}$/.test(part)) return null;
    if (name === "yyyy") fields.year = Number(part);
    else if (name === "MM") fields.month = Number(part);
    else fields.day = Number(part);
  }
  const day = dayOfFields(fields, calendar);
  return day !== null && day >= FIRST_DAY && day <= LAST_DAY ? day : null;
}

function readTime(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?$/.exec(text);
  if (!match) return null;
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const fraction = Number((match[4] ?? "").padEnd(3, "0").slice(0, 3));
  return ((hour * 60 + minute) * 60 + second) * 1000 + fraction;
}

function readOffset(text: string): number {
  if (text.toUpperCase() === "Z") return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(-2))];
  if (hours > 14 || minutes > 59) return Number.NaN;
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

function atOffset(day: Day, msOfDay: number, offsetMs: number): Date {
  return new Date(localInstant(day, msOfDay, "UTC").getTime() - offsetMs);
}
