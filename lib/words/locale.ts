import type { Calendar } from "../calendar/date-fields";
import { DIGITS, type Digits } from "./digits";

export { DIGITS, type Digits } from "./digits";

/** The languages of the app; the first is the fallback. */
export const LOCALES = ["en", "fa", "ar"] as const;
export type Locale = (typeof LOCALES)[number];

/** True for a language of the app. */
export function isLocale(text: unknown): text is Locale {
  return LOCALES.some((locale) => locale === text);
}

/** The language of a full tag such as "fa-IR-u-ca-persian-nu-arabext"; the fallback when Vafa does not speak it. */
export function localeOf(tag: string): Locale {
  const language = tag.split("-")[0];
  return isLocale(language) ? language : LOCALES[0];
}

/** Reading direction of a language, for `<html dir>`. */
export function dir(locale: Locale): "ltr" | "rtl" {
  return locale === "en" ? "ltr" : "rtl";
}

/**
 * Digits a language is read with (design 12, defaults.md 1): en Latin, fa Persian, ar Arabic in Iraq and Latin
 * elsewhere. A person's own choice wins.
 */
export function digitsOf(locale: Locale, country: string, chosen: Digits | null = null): Digits {
  if (chosen !== null && DIGITS.includes(chosen)) return chosen;
  if (locale === "fa") return "arabext";
  return locale === "ar" && country === "IQ" ? "arab" : "latn";
}

/** All that decides how a figure or a date is written for one person in one workspace. */
export type FormatSettings = {
  locale: Locale;
  digits: Digits;
  calendar: Calendar;
  zone: string;
  currency: string;
  country: string;
};

/**
 * The full BCP 47 tag with calendar and numbering system, the only tag ever handed to `Intl`
 * (en-u-ca-gregory-nu-latn, fa-IR-u-ca-persian-nu-arabext, ar-u-ca-gregory-nu-latn; ar-IQ for the month names of Iraq).
 */
export function languageTag({
  locale,
  digits,
  calendar,
  country,
}: Omit<FormatSettings, "zone" | "currency">): string {
  const language = { en: "en", fa: "fa-IR", ar: country === "IQ" ? "ar-IQ" : "ar" }[locale];
  return `${language}-u-ca-${calendar}-nu-${digits}`;
}
