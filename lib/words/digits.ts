/** A numbering system of `Intl`: Latin 0–9, Persian ۰–۹, Arabic ٠–٩. */
export const DIGITS = ["latn", "arabext", "arab"] as const;
export type Digits = (typeof DIGITS)[number];

const ZERO: Record<Digits, number> = { latn: 0x30, arabext: 0x6f0, arab: 0x660 };

/** Any decimal digit of Unicode (Persian, Arabic, Devanagari, full width …) written as 0–9; the rest untouched. */
export function latinDigits(text: string): string {
  // Imports call this for every cell, and almost every cell is plain ASCII.
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text.replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
}

/** The digits 0–9 of a text (an id, a year, a clock time) written in a numbering system; no grouping. */
export function inDigits(text: string, digits: Digits): string {
  if (digits === "latn") return text;
  return text.replace(/[0-9]/g, (digit) => String.fromCodePoint(ZERO[digits] + Number(digit)));
}

function digitValue(digit: string): number {
  const code = digit.codePointAt(0) ?? 0;
  // Decimal digits stand in runs of ten, zero first (Unicode standard 4.6); some runs touch, hence the remainder.
  let start = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return (code - start) % 10;
}
