import type { Story } from "./story";
import { INDUSTRIES } from "./words/words";

const LONG_EVERY = 331;
const SHORT_EVERY = 467;
/** Prime, so that stepping by it visits every stem once before any comes again. */
const STRIDE = 7_919;

/**
 * The invented name of an account: a combination of words that seldom comes twice, now and then one too long for any column,
 * now and then a single letter.
 */
export function nameOf({ traits, words }: Story): string {
  const { index } = traits;
  if (index % LONG_EVERY === 17) return numbered(words.longNames, Math.floor(index / LONG_EVERY));
  if (index % SHORT_EVERY === 29) return numbered(words.shortNames, Math.floor(index / SHORT_EVERY));
  const { heads, tails, sectors, qualifiers } = words;
  const stems = heads.length * tails.length;
  const block = index % stems;
  const stem = (block * STRIDE) % stems;
  const round = Math.floor(index / stems);
  const sector = sectors[traits.industry] ?? "";
  const head = heads[stem % heads.length] ?? "";
  const tail = tails[Math.floor(stem / heads.length)] ?? "";
  return words.companyName(head, tail, sector, qualifiers[Math.floor(round / 2) % qualifiers.length] ?? "");
}

/** The line of business in plain words. */
export function industryOf({ traits }: Story): string {
  return INDUSTRIES[traits.industry] ?? "";
}

/** A domain that can never exist (RFC 2606). */
export function domainOf({ traits }: Story): string {
  return `customer-${traits.index + 1}.example`;
}

function numbered(names: readonly string[], number: number): string {
  return names[number % names.length] ?? "";
}
