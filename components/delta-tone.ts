/** Which direction is good for the customer base; null when neither is. */
export type Better = "high" | "low" | null;

/**
 * The colour of a movement from its printed sign: a change that rounds to nothing, that has no good side or that is
 * inside the noise stays grey. The sign always stands beside it, so the colour is never alone.
 */
export function deltaTone(sign: "−" | "+" | "", better: Better, isSignificant: boolean): string {
  if (sign === "" || better === null || !isSignificant) return "text-ink-2";
  const isGood = (sign === "+") === (better === "high");
  return isGood ? "text-ok-ink" : "text-risk-ink";
}
