import type { Day } from "../calendar/day";
import { displayUnit, minorDigits, unitWords } from "../currency";
import { isolate, isolateLeftToRight } from "./isolate";
import { dir, type Locale } from "./locale";
import { numberParts, type NumberOptions, type NumberSettings } from "./number-words";
import { compactDigits, factorOf, SCALE_SUFFIX, SCALE_WORDS, scaleOf, type Scale } from "./scale";

/** The scale of an amount; "trillion" only when asked for. */
export type MoneyScale = Scale;

/**
 * `compact`: three significant digits in the scale of the amount ($79.1k). `scale` with `decimals`: a fixed scale for
 * a column whose header carries the unit. `officialUnit`: Rial instead of Toman. `day`: the unit in use on that day.
 */
export type MoneyOptions = {
  compact?: boolean;
  scale?: MoneyScale;
  decimals?: number;
  signed?: boolean;
  officialUnit?: boolean;
  day?: Day | null;
};

/**
 * An amount taken apart. `prefix`, `digits` and `suffix` stand together ("$", "79.1", "k"); `unit` («میلیارد تومان»)
 * may stand in a label instead; `text` is the whole for sentences, isolated where the language needs it.
 */
export type MoneyParts = {
  sign: "−" | "+" | "";
  prefix: string;
  digits: string;
  suffix: string;
  unit: string;
  scale: MoneyScale;
  text: string;
};

/** "A thousand milliards of Toman" has a word of its own in Persian. */
const TRILLION_TOMAN_FA = "همت";

/** An amount in minor units as parts to show: digits, unit and text (design 12 and 17). Never cut, never «ت». */
export function moneyParts(
  amountMinor: number,
  currency: string,
  options: MoneyOptions & NumberSettings,
): MoneyParts {
  const value = inUnits(amountMinor, currency, options);
  const scale = options.scale ?? (options.compact ? scaleOf(value) : "one");
  const number = numberParts(value / factorOf(scale), options, digitsFor(amountMinor, currency, options));
  const words = wordsFor(currency, scale, options);
  return { ...number, ...words, scale, text: textOf(number, words, options.locale) };
}

/**
 * The scale for a column of amounts: that of the median of the amounts that are neither null nor 0, so that most
 * rows keep their digits; "one" for an empty column.
 */
export function moneyScale(
  amountsMinor: readonly (number | null)[],
  currency: string,
  options: Pick<MoneyOptions, "officialUnit" | "day"> = {},
): MoneyScale {
  const sizes = amountsMinor.filter((amountMinor) => amountMinor !== null && amountMinor !== 0) as number[];
  const sorted = sizes.map(Math.abs).sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  return median === undefined ? "one" : scaleOf(inUnits(median, currency, options));
}

/** The unit alone, for the head of a column or the label of a cell: «میلیارد تومان», «ألف ر.س», "k USD". */
export function moneyUnit(
  currency: string,
  scale: MoneyScale,
  options: MoneyOptions & NumberSettings,
): string {
  const { prefix, suffix, unit } = wordsFor(currency, scale, options);
  return prefix === "" ? [suffix, unit].filter(Boolean).join(" ") : prefix + suffix;
}

function inUnits(amountMinor: number, currency: string, { officialUnit, day }: MoneyOptions): number {
  const unit = displayUnit(currency, day ?? null, officialUnit);
  return amountMinor / (10 ** minorDigits(currency) * unit.perUnit);
}

function digitsFor(amountMinor: number, currency: string, options: MoneyOptions): NumberOptions {
  const { signed, decimals } = options;
  if (decimals !== undefined) return { signed, decimals };
  if (options.scale) return { signed, decimals: options.scale === "one" ? 0 : 1 };
  if (options.compact) return { signed, ...compactDigits(inUnits(amountMinor, currency, options)) };
  const unit = displayUnit(currency, options.day ?? null, options.officialUnit);
  const whole = amountMinor % (10 ** minorDigits(currency) * unit.perUnit) === 0;
  return { signed, decimals: whole ? 0 : minorDigits(currency) + Math.round(Math.log10(unit.perUnit)) };
}

function wordsFor(
  currency: string,
  scale: MoneyScale,
  options: MoneyOptions & NumberSettings,
): Pick<MoneyParts, "prefix" | "suffix" | "unit"> {
  const { locale } = options;
  const unit = displayUnit(currency, options.day ?? null, options.officialUnit);
  const { prefix, name } = unitWords(unit, locale);
  if (locale === "en" && unit.key !== "toman") return { prefix, suffix: SCALE_SUFFIX[scale], unit: name };
  if (locale === "fa" && unit.key === "toman" && scale === "trillion")
    return { prefix, suffix: "", unit: TRILLION_TOMAN_FA };
  return { prefix, suffix: "", unit: [SCALE_WORDS[locale][scale], name].filter(Boolean).join(" ") };
}

function textOf(
  number: Pick<MoneyParts, "sign" | "digits">,
  { prefix, suffix, unit }: Pick<MoneyParts, "prefix" | "suffix" | "unit">,
  locale: Locale,
): string {
  const amount = number.sign + prefix + number.digits + suffix;
  if (dir(locale) === "ltr") return unit === "" ? amount : `${amount}\u00a0${unit}`;
  const figure = number.sign === "" ? amount : isolateLeftToRight(amount);
  const isCode = /^[A-Z]{3}$/.test(unit.split(" ").at(-1) ?? "");
  return isCode ? isolate(`${figure}\u00a0${unit}`) : `${figure}\u00a0${unit}`;
}
