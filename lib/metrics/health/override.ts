import type { Band, BandKey } from "./card";

/** Longest life of an override, in days of 24 hours (H11). */
export const OVERRIDE_DAYS_MAX = 90;

const DAY_MS = 86_400_000;

/** A person's judgement in place of the computed one: a score, a band, or both; instants with their zone. */
export type Override = {
  id: string;
  chi: number | null;
  band: BandKey | null;
  setAt: Date;
  expiresAt: Date;
};

export type OverrideFault =
  | "author_missing"
  | "reason_missing"
  | "nothing_set"
  | "expiry_not_ahead"
  | "expiry_too_far";

/** What is wrong with an override before it is stored; empty when nothing is (H11). */
export function overrideFaults(
  draft: Omit<Override, "id"> & { author: string | null; reason: string | null },
): OverrideFault[] {
  const lifeMs = draft.expiresAt.getTime() - draft.setAt.getTime();
  const faults: [OverrideFault, boolean][] = [
    ["author_missing", isBlank(draft.author)],
    ["reason_missing", isBlank(draft.reason)],
    ["nothing_set", draft.chi === null && draft.band === null],
    ["expiry_not_ahead", !(lifeMs > 0)],
    ["expiry_too_far", lifeMs > OVERRIDE_DAYS_MAX * DAY_MS],
  ];
  return faults.filter(([, isFault]) => isFault).map(([fault]) => fault);
}

/**
 * The override in force at an instant (metrics.md H11): set_at ≤ as-of < expires_at, the latest set_at wins,
 * then the highest id. Null when there is none.
 */
export function overrideInForce(overrides: readonly Override[], asOf: Date): Override | null {
  let winner: Override | null = null;
  for (const one of overrides) {
    const isInForce = one.setAt <= asOf && asOf < one.expiresAt;
    if (isInForce && (winner === null || isLater(one, winner))) winner = one;
  }
  return winner;
}

/**
 * The score and band that count: the override's where it sets them, else the computed ones. The computed ones
 * alone feed trend, percentile populations, weight fitting and back-tests (H11).
 */
export function effectiveHealth(
  computed: { chi: number | null; band: Band },
  override: Override | null,
): { chi: number | null; band: Band; overrideId: string | null } {
  return {
    chi: override?.chi ?? computed.chi,
    band: override?.band ?? computed.band,
    overrideId: override?.id ?? null,
  };
}

function isLater(a: Override, b: Override): boolean {
  const difference = a.setAt.getTime() - b.setAt.getTime();
  return difference > 0 || (difference === 0 && a.id > b.id);
}

function isBlank(text: string | null): boolean {
  return text === null || text.trim() === "";
}
