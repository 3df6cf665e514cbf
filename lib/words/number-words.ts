import { latinDigits } from "./digits";
import { isolateLeftToRight, isolateRightToLeft, RIGHT_TO_LEFT_MARK } from "./isolate";
import { dir, languageTag, type FormatSettings } from "./locale";

export type NumberSettings = Pick<FormatSettings, "locale" | "digits" | "calendar" | "country">;

/**
 * `decimals`: exactly so many; `maxDecimals`: at most (default 0); `significant`: at most so many significant digits;
 * `signed`: a plus before positive values.
 */
export type NumberOptions = {
  decimals?: number;
  maxDecimals?: number;
  significant?: number;
  signed?: boolean;
};

/** A number taken apart, so that a component can isolate sign and digits as one. */
export type NumberParts = { sign: "−" | "+" | ""; digits: string };

/** Sign (U+2212, never a hyphen) and digits of a number, halves rounded away from zero; −0.04 at one decimal is 0.0. */
export function numberParts(
  value: number,
  settings: NumberSettings,
  options: NumberOptions = {},
): NumberParts {
  const digits = numberFormat(settings, options).format(Math.abs(value));
  const isZero = !/[1-9]/.test(latinDigits(digits));
  if (isZero) return { sign: "", digits };
  if (value < 0) return { sign: "−", digits };
  return { sign: options.signed ? "+" : "", digits };
}

/** A number as text for sentences, chart labels and accessible names; signs are isolated in right-to-left languages. */
export function numberText(value: number, settings: NumberSettings, options: NumberOptions = {}): string {
  const { sign, digits } = numberParts(value, settings, options);
  return sign !== "" && dir(settings.locale) === "rtl" ? isolateLeftToRight(sign + digits) : sign + digits;
}

/** The percent sign of a numbering system: ٪ with Persian and Arabic digits, % with Latin ones. */
export function percentSign(settings: NumberSettings): string {
  return settings.digits === "latn" ? "%" : "٪";
}

/**
 * A fraction as percentage text (0.125 → 12.5%). Right-to-left: digits, U+200F, sign inside an isolate, a signed
 * number in an inner left-to-right isolate (design 17).
 */
export function percentText(fraction: number, settings: NumberSettings, options: NumberOptions = {}): string {
  const number = numberText(fraction * 100, settings, options);
  if (dir(settings.locale) === "ltr") return number + percentSign(settings);
  return isolateRightToLeft(number + RIGHT_TO_LEFT_MARK + percentSign(settings));
}

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(settings: NumberSettings, options: NumberOptions): Intl.NumberFormat {
  const { decimals, maxDecimals = 0, significant } = options;
  const tag = languageTag(settings);
  const key = [tag, decimals, maxDecimals, significant].join();
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.NumberFormat(
    tag,
    significant === undefined
      ? { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? maxDecimals }
      : { maximumSignificantDigits: significant },
  );
  formats.set(key, format);
  return format;
}
