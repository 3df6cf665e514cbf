/** Keeps letters of joined scripts apart without a gap; between Latin letters it does nothing. */
const HALF_SPACE = "\u200c";
const JOINED = /\p{Script=Arabic}/u;

/** First letters of the first and the last word of a name, for an avatar; "" for a name without letters. */
export function initials(name: string): string {
  const words = name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = ends.map((word) => firstLetter(word ?? ""));
  return letters.join(letters.some((letter) => JOINED.test(letter)) ? HALF_SPACE : "");
}

function firstLetter(word: string): string {
  const [letter = ""] = /[\p{L}\p{N}]\p{M}*/u.exec(word) ?? [];
  return letter.toLocaleUpperCase("en");
}
