import { minorDigits } from "./currency";
import { latinDigits } from "./words/digits";

export { displayUnit, isCurrency, minorDigits, type DisplayUnit } from "./currency";
export {
  moneyParts,
  moneyScale,
  type MoneyOptions,
  type MoneyParts,
  type MoneyScale,
} from "./words/money-words";

export type MoneyFault = "bad_number" | "ambiguous" | "too_precise" | "too_large";
export type ParsedMoney = { ok: true; amountMinor: number } | { ok: false; reason: MoneyFault };

/** The decimal sign of a file, when its mapping says so; otherwise it is read from the text or refused. */
export type DecimalSign = "." | ",";

/**
 * Reads an amount in major units as integer minor units. Persian and Arabic digits and signs (٬ ٫) are read,
 * a leading minus too. `ambiguous`: one comma or point before exactly three digits and no `decimal` given
 * ("1,234" may be 1234 or 1.234). `too_precise`: more decimals than the currency has. `too_large`: beyond 2^53 − 1.
 */
export function parseMinor(text: string, currency: string, decimal?: DecimalSign): ParsedMoney {
  const match = /^(-?)(\d[\d.,٬٫]*)$/.exec(cleaned(text));
  if (!match?.[2]) return refused("bad_number");
  const number = splitNumber(match[2], decimal);
  if (typeof number === "string") return refused(number);
  return minorFrom(match[1] === "-", number.whole, number.fraction, minorDigits(currency));
}

/** Integer minor units of an amount in major units (12.5 USD → 1250), halves away from zero; for computed amounts. */
export function toMinor(amount: number, currency: string): number {
  return checked(roundHalfAway(amount * 10 ** minorDigits(currency)));
}

/** Major units of an amount in minor units; for display and charts only, never for sums. */
export function fromMinor(amountMinor: number, currency: string): number {
  return amountMinor / 10 ** minorDigits(currency);
}

/**
 * An amount in another currency (metrics.md R13): `rate` is the price of one major unit of `from` in `to`.
 * Integer minor units of `to`, halves away from zero; null when there is no rate, so that the account leaves the total.
 */
export function convertMinor(
  amountMinor: number,
  from: string,
  to: string,
  rate: number | null,
): number | null {
  if (from === to) return amountMinor;
  if (rate === null || !(rate > 0)) return null;
  return checked(roundHalfAway(amountMinor * rate * 10 ** (minorDigits(to) - minorDigits(from))));
}

/**
 * Sum in minor units; nulls are skipped, a list of nothing but nulls is null (unknown), an empty list 0.
 * RangeError when the sum leaves ±(2^53 − 1), beyond which integers are no longer exact.
 */
export function sumMinor(amountsMinor: readonly (number | null)[]): number | null {
  let sum = 0;
  let counted = 0;
  for (const amountMinor of amountsMinor) {
    if (amountMinor === null) continue;
    sum = checked(sum + amountMinor);
    counted += 1;
  }
  return counted === 0 && amountsMinor.length > 0 ? null : sum;
}

/**
 * A numeric of the database (text or bigint) as a safe integer; null stays null. RangeError when it has a fraction
 * or lies beyond 2^53 − 1: SQL sums money as numeric, and this is the border where it becomes a number.
 */
export function safeMinor(value: string | bigint | number | null): number | null {
  if (value === null) return null;
  const text = String(value).replace(/\.0+$/, "");
  if (!/^-?\d+$/.test(text)) throw new RangeError(`not an integer amount: ${text}`);
  return checked(Number(text));
}

function checked(amountMinor: number): number {
  if (!Number.isSafeInteger(amountMinor)) throw new RangeError(`amount beyond 2^53: ${amountMinor}`);
  return amountMinor === 0 ? 0 : amountMinor;
}

function roundHalfAway(value: number): number {
  return Math.sign(value) * Math.round(Math.abs(value));
}

function cleaned(text: string): string {
  return latinDigits(text)
    .replace(/[\s\u061c\u200c-\u200f\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\u2212\u2010\u2013]/g, "-")
    .replace(/\u060c/g, ",");
}

function splitNumber(
  text: string,
  decimal: DecimalSign | undefined,
): { whole: string; fraction: string } | MoneyFault {
  const sign = decimalSignOf(text, decimal);
  if (sign === "ambiguous") return sign;
  const [whole = "", fraction = "", ...rest] = sign === null ? [text] : text.split(sign);
  const groups = whole.split(/[.,٬]/);
  const grouped =
    groups.length === 1 ||
    (/^\d{1,3}$/.test(groups[0] ?? "") && groups.slice(1).every((g) => /^\d{3}$/.test(g)));
  const oneMark = new Set(whole.replace(/\d/g, "")).size <= 1;
  const dangling = sign !== null && fraction === "";
  if (rest.length > 0 || !grouped || !oneMark || dangling || !/^\d*$/.test(fraction)) return "bad_number";
  return { whole: groups.join(""), fraction };
}

function decimalSignOf(text: string, decimal: DecimalSign | undefined): "." | "," | "٫" | "ambiguous" | null {
  if (text.includes("٫")) return "٫";
  if (decimal) return text.includes(decimal) ? decimal : null;
  const marks = text.replace(/\d/g, "");
  const last = marks.at(-1);
  if (last !== "." && last !== ",") return null;
  // Two different marks: the last one is the decimal sign. The same mark twice: it groups.
  if (new Set(marks).size > 1) return last;
  if (marks.length > 1) return null;
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(text) ? "ambiguous" : last;
}

function minorFrom(negative: boolean, whole: string, fraction: string, digits: number): ParsedMoney {
  const exact = fraction.replace(/0+$/, "");
  if (exact.length > digits) return refused("too_precise");
  const amountMinor = Number(whole + exact.padEnd(digits, "0"));
  if (!Number.isSafeInteger(amountMinor)) return refused("too_large");
  return { ok: true, amountMinor: negative && amountMinor !== 0 ? -amountMinor : amountMinor };
}

function refused(reason: MoneyFault): ParsedMoney {
  return { ok: false, reason };
}
