import { isolateLeftToRight } from "./isolate";
import { dir, type Locale } from "./locale";
import { numberParts, type NumberOptions, type NumberSettings } from "./number-words";

/** Powers of a thousand in which large figures are read. */
const SCALES = ["one", "thousand", "million", "billion", "trillion"] as const;
export type Scale = (typeof SCALES)[number];

/** What English writes against the digits ("79.1k"). */
export const SCALE_SUFFIX: Record<Scale, string> = {
  one: "",
  thousand: "k",
  million: "M",
  billion: "B",
  trillion: "T",
};

/** The scale as a word after the number; English uses it only with spoken units ("43.8 billion Toman"). */
export const SCALE_WORDS: Record<Locale, Record<Scale, string>> = {
  en: { one: "", thousand: "thousand", million: "million", billion: "billion", trillion: "trillion" },
  fa: { one: "", thousand: "هزار", million: "میلیون", billion: "میلیارد", trillion: "هزار میلیارد" },
  ar: { one: "", thousand: "ألف", million: "مليون", billion: "مليار", trillion: "تريليون" },
};

/** How many ones a scale holds. */
export function factorOf(scale: Scale): number {
  return 1000 ** SCALES.indexOf(scale);
}

/** The scale in which a value has one to three digits before the decimal sign; billion is the largest by itself. */
export function scaleOf(value: number): Scale {
  // Nobody says trillion unasked: 1,234 billion Toman is how people put it.
  for (const scale of ["one", "thousand", "million"] as const) {
    if (Number((Math.abs(value) / factorOf(scale)).toPrecision(3)) < 1000) return scale;
  }
  return "billion";
}

/** Digits of a compact figure: three significant ones, and never zeros in place of real ones. */
export function compactDigits(value: number): NumberOptions {
  const size = Math.abs(value) / factorOf(scaleOf(value));
  return size >= 100 ? { maxDecimals: 0 } : { significant: 3 };
}

/** A large count in compact form: 12,400 → "12.4k", «۱۲٫۴ هزار», "12.4 ألف". */
export function compactText(value: number, settings: NumberSettings): string {
  const scale = scaleOf(value);
  const { sign, digits } = numberParts(value / factorOf(scale), settings, compactDigits(value));
  if (dir(settings.locale) === "ltr") return sign + digits + SCALE_SUFFIX[scale];
  const number = sign === "" ? digits : isolateLeftToRight(sign + digits);
  return scale === "one" ? number : `${number}\u00a0${SCALE_WORDS[settings.locale][scale]}`;
}
