const LEFT_TO_RIGHT = "\u2066";
const RIGHT_TO_LEFT = "\u2067";
const FIRST_STRONG = "\u2068";
const END = "\u2069";

/** Stands after the digits and before ٪, so that the sign is read to the left of the digits (design 17). */
export const RIGHT_TO_LEFT_MARK = "\u200f";

/** A name or other foreign text inside a sentence, shown in its own direction; the plain-text form of `<bdi>`. */
export function isolate(text: string): string {
  return FIRST_STRONG + text + END;
}

/** A signed number inside a sentence: the sign stays left of the digits. */
export function isolateLeftToRight(text: string): string {
  return LEFT_TO_RIGHT + text + END;
}

/** A percentage inside a right-to-left sentence, kept as one. */
export function isolateRightToLeft(text: string): string {
  return RIGHT_TO_LEFT + text + END;
}
