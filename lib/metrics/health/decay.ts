import type { Decay } from "./card";

/** Score points of "we do not know": where old evidence fades to. */
export const NEUTRAL_SCORE = 50;

/**
 * Lets a column of scores fade toward neutral with the age of its evidence in days (metrics.md H6): untouched
 * up to the grace, then half the distance to 50 per half-life, and null past the maximum. An age below 0
 * counts as 0. NaN stands for null in both columns; with a decay, evidence of unknown age is null too, since
 * calling it fresh would be a guess. Without a decay (null) the scores are copied.
 */
export function decay(rule: Decay | null, scores: Float64Array, ageDays: Float64Array): Float64Array {
  const out = scores.slice();
  if (rule !== null) {
    const { graceDays, halfLifeDays, maxDays } = rule;
    // Ages come from a few sources, so neighbours mostly share one: the power is taken once per run of equals.
    let lastAge = NaN;
    let lastFactor = NaN;
    for (let i = 0; i < out.length; i += 1) {
      const age = ageDays[i]!;
      if (age > graceDays && age <= maxDays) {
        if (age !== lastAge) {
          lastAge = age;
          lastFactor = Math.pow(2, -(age - graceDays) / halfLifeDays);
        }
        out[i] = NEUTRAL_SCORE + (out[i]! - NEUTRAL_SCORE) * lastFactor;
      } else if (!(age <= graceDays)) {
        out[i] = NaN;
      }
    }
  }
  return out;
}
