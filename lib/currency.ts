import type { Day } from "./calendar/day";
import type { Locale } from "./words/locale";

/** ISO 4217 exceptions to two minor digits. IRR and IQD are 0 by our rule: nobody pays their fractions (metrics.md 0). */
const MINOR_DIGITS: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF IQD IRR ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const DIGITS_BY_CURRENCY = new Map(
  Object.entries(MINOR_DIGITS).flatMap(([digits, codes]) =>
    codes.split(" ").map((code) => [code, Number(digits)]),
  ),
);

/**
 * Digits after the decimal sign of a currency's major unit: KWD 3, USD 2, JPY, IRR and IQD 0. The table is ours,
 * never the runtime's, so that stored amounts mean the same on every machine. RangeError unless three capitals.
 */
export function minorDigits(currency: string): number {
  if (!isCurrency(currency)) throw new RangeError(`not a currency code: ${currency}`);
  return DIGITS_BY_CURRENCY.get(currency) ?? 2;
}

/** True for the shape of an ISO 4217 code, three capital letters. */
export function isCurrency(text: string): boolean {
  return /^[A-Z]{3}$/.test(text);
}

/** The unit in which people speak of a currency: `perUnit` major units make one of it. */
export type DisplayUnit = { key: string; perUnit: number };

type DatedUnit = DisplayUnit & { currency: string; from: Day; to: Day | null };

/** Dated, because the rial is due to lose four zeros: the new row then starts where this one ends. */
const SPOKEN_UNITS: readonly DatedUnit[] = [
  { currency: "IRR", key: "toman", perUnit: 10, from: "1932-03-21", to: null },
];

/**
 * The unit shown for a currency on a day (null: the newest): Toman for IRR, else the currency itself.
 * `official` gives the unit of law and invoices (Rial).
 */
export function displayUnit(currency: string, day: Day | null = null, official = false): DisplayUnit {
  const spoken = SPOKEN_UNITS.filter((unit) => unit.currency === currency);
  const found =
    day === null ? spoken.at(-1) : spoken.find((unit) => unit.from <= day && (!unit.to || day < unit.to));
  if (found && !official) return { key: found.key, perUnit: found.perUnit };
  return { key: currency, perUnit: 1 };
}

/** Signs that stand before the number in English. */
const SIGNS = new Map([
  ["USD", "$"],
  ["EUR", "€"],
  ["GBP", "£"],
  ["JPY", "¥"],
  ["INR", "₹"],
]);

/** How a unit is named, by defaults.md 1 ("shown as"). A unit not listed shows its ISO code. */
const UNIT_NAMES: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  toman: { en: "Toman", fa: "تومان", ar: "تومان" },
  IRR: { en: "Rial", fa: "ریال", ar: "ريال إيراني" },
  SAR: { en: "SAR", fa: "ریال سعودی", ar: "ر.س" },
  AED: { en: "AED", fa: "درهم امارات", ar: "د.إ" },
  QAR: { en: "QAR", fa: "ریال قطر", ar: "ر.ق" },
  KWD: { en: "KWD", fa: "دینار کویت", ar: "د.ك" },
  BHD: { en: "BHD", fa: "دینار بحرین", ar: "د.ب" },
  OMR: { en: "OMR", fa: "ریال عمان", ar: "ر.ع" },
  IQD: { en: "IQD", fa: "دینار عراق", ar: "د.ع" },
  USD: { en: "USD", fa: "دلار", ar: "دولار" },
  EUR: { en: "EUR", fa: "یورو", ar: "يورو" },
  GBP: { en: "GBP", fa: "پوند", ar: "جنيه إسترليني" },
  JPY: { en: "JPY", fa: "ین", ar: "ين" },
  INR: { en: "INR", fa: "روپیه", ar: "روبية هندية" },
};

/** How a display unit is written: a sign before the number (English only) or a name after it. */
export function unitWords(unit: DisplayUnit, locale: Locale): { prefix: string; name: string } {
  const sign = locale === "en" ? SIGNS.get(unit.key) : undefined;
  return sign ? { prefix: sign, name: "" } : { prefix: "", name: UNIT_NAMES[unit.key]?.[locale] ?? unit.key };
}
