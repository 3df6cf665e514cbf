/** Why a figure is not there (metrics.md 0). The words stand in the catalogue, namespace `common`. */
export const REASONS = [
  "no_data",
  "zero_denominator",
  "too_few",
  "not_matured",
  "stale",
  "no_losses",
  "never",
  "suppressed",
] as const;
export type Reason = (typeof REASONS)[number];

/**
 * One figure as pages show it: a value with the count `n` behind it and, where it is an estimate, its
 * 95 % interval; or no value and the reason. Nothing is never zero (metrics.md 0).
 */
export type Figure =
  | { value: number; n: number; low?: number; high?: number }
  | { value: null; reason: Reason; n: number };
