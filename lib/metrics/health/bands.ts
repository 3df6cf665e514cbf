import { BAND_KEYS, type Band, type BandKey, type Card, type GuardrailKey } from "./card";

/** The band each guardrail allows at most (defaults.md 4); its condition stands in `lifecycle/guardrails`. */
export const GUARDRAIL_CAPS: Record<GuardrailKey, BandKey> = {
  sponsor_gone: "at_risk",
  open_critical: "watch",
  long_overdue: "at_risk",
  notice_given: "critical",
  first_value_missed: "watch",
  unanswered_detractor: "watch",
};

/** The band of a score by the thresholds alone; `chi` in points 0 to 100, null → `unknown` (H9). */
export function plainBand(card: Pick<Card, "bands">, chi: number | null): Band {
  return chi === null ? "unknown" : highestReached(card, chi, 0);
}

/**
 * The band of a score given the computed band of the snapshot before (metrics.md H9): down at the threshold,
 * up only at threshold + margin. A first score, one after `unknown`, or one whose previous band this card
 * does not have, takes the plain band. `chi` unrounded, null → `unknown`.
 */
export function nextBand(
  card: Pick<Card, "bands" | "margin">,
  chi: number | null,
  previous: Band | null,
): Band {
  const plain = plainBand(card, chi);
  const held = card.bands.findIndex((band) => band.key === previous);
  const reached = card.bands.findIndex((band) => band.key === plain);
  if (chi === null || held === -1 || reached <= held) {
    return plain;
  } else {
    const risen = highestReached(card, chi, card.margin);
    const index = card.bands.findIndex((band) => band.key === risen);
    return index > held ? risen : card.bands[held]!.key;
  }
}

/** Folds H9 over scores in as-of order: one band per score. */
export function foldBands(card: Pick<Card, "bands" | "margin">, chis: readonly (number | null)[]): Band[] {
  let previous: Band | null = null;
  return chis.map((chi) => {
    previous = nextBand(card, chi, previous);
    return previous;
  });
}

/**
 * Limits a band by the guardrails in force (defaults.md 4): the strictest cap wins, the first named among
 * equals. `guardrail` is the one that holds the band down, null when none changes it. `unknown` stays so,
 * since there is no band to limit.
 */
export function capBand(
  band: Band,
  inForce: readonly GuardrailKey[],
): { band: Band; guardrail: GuardrailKey | null } {
  let capped: { band: Band; guardrail: GuardrailKey | null } = { band, guardrail: null };
  if (band !== "unknown") {
    for (const guardrail of inForce) {
      const cap = GUARDRAIL_CAPS[guardrail];
      if (isWorse(cap, capped.band)) capped = { band: cap, guardrail };
    }
  }
  return capped;
}

/** Whether band `a` is worse than band `b`; never when either is `unknown`. */
export function isWorse(a: Band, b: Band): boolean {
  return a !== "unknown" && b !== "unknown" && BAND_KEYS.indexOf(a) < BAND_KEYS.indexOf(b);
}

/** The best band whose threshold plus `margin` the score reaches; the lowest band asks for nothing. */
function highestReached(card: Pick<Card, "bands">, chi: number, margin: number): Band {
  let reached: Band = card.bands[0]?.key ?? "unknown";
  for (const band of card.bands.slice(1)) {
    if (chi >= band.from + margin) reached = band.key;
  }
  return reached;
}
