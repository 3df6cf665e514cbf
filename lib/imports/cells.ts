import { isCurrency } from "../currency";
import { parseMinor, type DecimalSign } from "../money";
import { parseDay, parseInstant, startOfDay, type Calendar, type DayFormat } from "../period";
import { latinDigits } from "../words/digits";
import type { Field, Moment } from "./fields";
import type { ReasonParams, RefusalCode } from "./refusals";
import type { DatePattern } from "./mapping";

/** How the texts of one file are read. `horizon` is the first instant that lies ahead: the pin, or now. */
export type Reading = {
  zone: string;
  currency: string;
  dates: DatePattern;
  decimal: DecimalSign | undefined;
  horizon: Date;
  plans: readonly string[] | null;
};

export type CellValue = string | number | boolean | Moment | null;
export type CellResult =
  | { ok: true; value: CellValue }
  | { ok: false; code: RefusalCode; params: ReasonParams };

const YES = new Set(["true", "yes", "y", "1", "t", "بله", "نعم"]);
const NO = new Set(["false", "no", "n", "0", "f", "خیر", "لا"]);

/** Reads one cell that is not empty as the field wants it; money in minor units of `reading.currency`. */
export function readCell(text: string, field: Field, reading: Reading, scale = 1): CellResult {
  switch (field.kind) {
    case "text":
      return readText(text, field.max);
    case "plan":
      return reading.plans && !reading.plans.includes(text)
        ? notInList(reading.plans)
        : readText(text, field.max);
    case "choice":
      return field.choices.includes(text) ? read(text) : notInList(field.choices);
    case "yes":
      return readYes(text);
    case "currency":
      return isCurrency(text) ? read(text) : refuse("bad_currency");
    case "money":
      return readMoney(text, reading, scale);
    case "whole":
      return readWhole(text, scale, field.min ?? 0, field.max);
    case "number":
      return readNumber(text, reading.decimal, scale);
    case "instant":
      return readInstant(text, reading);
    case "day":
      return readDay(text, reading, field.mayBeAhead);
  }
}

function readText(text: string, max: number): CellResult {
  return text.length <= max ? read(text) : refuse("too_long", { max, length: text.length });
}

function readYes(text: string): CellResult {
  const folded = text.toLowerCase();
  if (YES.has(folded)) return read(true);
  return NO.has(folded) ? read(false) : notInList(["true", "false"]);
}

function readMoney(text: string, { currency, decimal }: Reading, scale: number): CellResult {
  const money = parseMinor(text, currency, decimal);
  if (!money.ok) return refuse(money.reason, { currency });
  const amountMinor = money.amountMinor * scale;
  if (amountMinor < 0) return refuse("negative");
  return Number.isSafeInteger(amountMinor) ? read(amountMinor) : refuse("too_large", { currency });
}

function readNumber(text: string, decimal: DecimalSign | undefined, scale: number): CellResult {
  const value = numberOf(text, decimal) * scale;
  if (Number.isNaN(value)) return refuse("bad_number");
  return value < 0 ? refuse("negative") : read(value);
}

/** A whole number may be written with zeros after the decimal sign, as spreadsheets do ("12.0"). */
function readWhole(text: string, scale: number, min: number, max: number): CellResult {
  const value = numberOf(text, ".") * scale;
  if (Number.isNaN(value)) return refuse("bad_number");
  if (value < 0) return refuse("negative");
  if (!Number.isInteger(value)) return refuse("not_whole");
  return value >= min && value <= max ? read(value) : refuse("out_of_range", { from: min, to: max });
}

function numberOf(text: string, decimal: DecimalSign | undefined): number {
  const plain = latinDigits(text)
    .replace(/[\s\u200e\u200f\u066c]/g, "")
    .replace(/\u2212/g, "-")
    .replace(decimal === "," ? /,/ : "٫", ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN;
}

function readInstant(text: string, { zone, dates, horizon }: Reading): CellResult {
  const { format, calendar } = patternOf(dates);
  const parsed = parseInstant(text, format, zone, calendar);
  if (!parsed.ok) return refuse("bad_date", { format });
  if (parsed.instant >= horizon) return refuse("future_date", { limit: horizon.toISOString() });
  return read({ at: parsed.instant, dateOnly: parsed.dateOnly });
}

function readDay(text: string, { zone, dates, horizon }: Reading, mayBeAhead: boolean): CellResult {
  const { format, calendar } = patternOf(dates);
  const parsed = parseDay(text, format, calendar);
  if (!parsed.ok) return refuse("bad_date", { format });
  const isAhead = !mayBeAhead && startOfDay(parsed.day, zone) >= horizon;
  return isAhead ? refuse("future_date", { limit: horizon.toISOString() }) : read(parsed.day);
}

function patternOf(dates: DatePattern): { format: DayFormat; calendar: Calendar } {
  return typeof dates === "string" ? { format: dates, calendar: "gregory" } : dates;
}

function read(value: CellValue): CellResult {
  return { ok: true, value };
}

function refuse(code: RefusalCode, params: ReasonParams = {}): CellResult {
  return { ok: false, code, params };
}

function notInList(list: readonly string[]): CellResult {
  return refuse("not_in_list", { list: list.join(", ") });
}
