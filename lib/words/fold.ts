import { latinDigits } from "./digits";

/** One letter for its variants; ى ي and ك are the Arabic forms of Persian ی and ک (design 2, command menu). */
const VARIANTS: Readonly<Record<string, string>> = {
  "\u064a": "\u06cc",
  "\u0649": "\u06cc",
  "\u0643": "\u06a9",
  "\u0629": "\u0647",
  "\u06c0": "\u0647",
  "\u06d5": "\u0647",
  "\u06be": "\u0647",
  "\u0671": "\u0627",
  ß: "ss",
};

/**
 * A text as search compares it: what a person types with another keyboard finds the same account. Compatibility
 * forms (NFKC), case, vowel signs and accents, hamza carriers (أ إ آ → ا), ي/ی, ك/ک, ة/ه, tatweel, half-spaces,
 * direction marks and digit scripts no longer matter; runs of space are one. Never for showing or for identity.
 */
export function fold(text: string): string {
  return latinDigits(text.normalize("NFKD").toLowerCase())
    .replace(/[\p{Mn}\u0640\p{Cf}]/gu, "")
    .replace(/[\u064a\u0649\u0643\u0629\u06c0\u06d5\u06be\u0671ß]/g, (letter) => VARIANTS[letter] ?? letter)
    .normalize("NFKC")
    .replace(/\s+/g, " ")
    .trim();
}
