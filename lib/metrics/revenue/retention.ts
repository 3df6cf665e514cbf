import { wilsonInterval } from "../interval";
import type { Figure } from "../result";

/** Recurring amount of one account at two snapshots, in minor units of one currency. */
export type SnapshotPair = { openingMinor: number; closingMinor: number };

/**
 * Logo retention (metrics.md R4): share of the accounts paying at the opening that pay at the closing, a
 * fraction with its 95 % Wilson interval; n is those paying at the opening. Null when there are none.
 */
export function logoRetention(pairs: readonly SnapshotPair[]): Figure {
  const kept = (pair: SnapshotPair) => pair.closingMinor > 0;
  return logoShare(pairs, kept);
}

/** Logo churn = 1 − logo retention (metrics.md R4). */
export function logoChurn(pairs: readonly SnapshotPair[]): Figure {
  const lost = (pair: SnapshotPair) => pair.closingMinor <= 0;
  return logoShare(pairs, lost);
}

/**
 * Gross revenue retention (metrics.md R5): Σ min(a, b) ÷ Σ a over the accounts with a > 0, capped per account;
 * a fraction in [0, 1], null when nobody paid at the opening.
 */
export function grossRevenueRetention(pairs: readonly SnapshotPair[]): Figure {
  return revenueShare(pairs, (pair) => Math.min(pair.openingMinor, pair.closingMinor));
}

/**
 * Net revenue retention (metrics.md R6): Σ b ÷ Σ a over the accounts with a > 0; new and reactivated accounts
 * stay out. A fraction ≥ 0, null when nobody paid at the opening.
 */
export function netRevenueRetention(pairs: readonly SnapshotPair[]): Figure {
  return revenueShare(pairs, (pair) => pair.closingMinor);
}

/**
 * Both snapshots in the reporting currency at the opening date's rate (metrics.md R13), unrounded so that
 * ratios do not drift. The rate is reporting minor units per own minor unit; accounts whose rate is null are
 * left out and named.
 */
export function inConstantCurrency(
  accounts: readonly (SnapshotPair & { accountId: string; openingRate: number | null })[],
): { pairs: SnapshotPair[]; excludedIds: string[] } {
  const pairs: SnapshotPair[] = [];
  const excludedIds: string[] = [];
  for (const { accountId, openingMinor, closingMinor, openingRate } of accounts) {
    if (openingRate === null) {
      excludedIds.push(accountId);
    } else {
      pairs.push({ openingMinor: openingMinor * openingRate, closingMinor: closingMinor * openingRate });
    }
  }
  return { pairs, excludedIds };
}

function logoShare(pairs: readonly SnapshotPair[], counts: (pair: SnapshotPair) => boolean): Figure {
  const cohort = payingAtOpening(pairs);
  const n = cohort.length;
  const counted = cohort.filter(counts).length;
  const interval = wilsonInterval(counted, n);
  return interval === null
    ? { value: null, reason: "zero_denominator", n }
    : { value: counted / n, n, low: interval.low, high: interval.high };
}

function revenueShare(pairs: readonly SnapshotPair[], keptMinor: (pair: SnapshotPair) => number): Figure {
  const cohort = payingAtOpening(pairs);
  const n = cohort.length;
  if (n === 0) {
    return { value: null, reason: "zero_denominator", n };
  } else {
    const opening = cohort.reduce((sum, pair) => sum + pair.openingMinor, 0);
    return { value: cohort.reduce((sum, pair) => sum + keptMinor(pair), 0) / opening, n };
  }
}

function payingAtOpening(pairs: readonly SnapshotPair[]): SnapshotPair[] {
  return pairs.filter((pair) => pair.openingMinor > 0);
}
