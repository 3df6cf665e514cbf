import { roundHalfAwayFromZero } from "../rounding";

export const MOVEMENT_KINDS = ["new", "reactivation", "expansion", "contraction", "churn"] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** One account between two snapshots: recurring amount at both, and whether it ever paid before the opening. */
export type MovementInput = { openingMinor: number; closingMinor: number; hasPaidBefore: boolean };

/**
 * The movement of one account between two snapshots (metrics.md R2): its class and |closing − opening| in
 * minor units. `none` with 0 when nothing moved.
 */
export function movementOf({ openingMinor, closingMinor, hasPaidBefore }: MovementInput): {
  kind: MovementKind | "none";
  amountMinor: number;
} {
  const amountMinor = Math.abs(closingMinor - openingMinor);
  if (amountMinor === 0) {
    return { kind: "none", amountMinor };
  } else if (openingMinor === 0) {
    return { kind: hasPaidBefore ? "reactivation" : "new", amountMinor };
  } else if (closingMinor === 0) {
    return { kind: "churn", amountMinor };
  } else {
    return { kind: closingMinor > openingMinor ? "expansion" : "contraction", amountMinor };
  }
}

/** Opening to closing, in minor units; losses are positive amounts; `fx` is signed and 0 in one currency. */
export type Waterfall = {
  openingMinor: number;
  newMinor: number;
  reactivationMinor: number;
  expansionMinor: number;
  contractionMinor: number;
  churnMinor: number;
  fxMinor: number;
  closingMinor: number;
};

/**
 * One account in its own currency with the rates of both dates: reporting minor units per own minor unit. A
 * rate that is not known is null.
 */
export type ConvertedInput = MovementInput & {
  accountId: string;
  openingRate: number | null;
  closingRate: number | null;
};

/** Builds the waterfall of accounts that share one currency (metrics.md R3). */
export function waterfallOf(accounts: readonly MovementInput[]): Waterfall {
  const total = emptyWaterfall();
  for (const account of accounts) addAccount(total, account, account.closingMinor);
  return total;
}

/**
 * Builds the waterfall in the reporting currency (metrics.md R13): movements at the opening rate, the closing
 * at its own, the difference in `fx`; each amount rounded to the minor unit per account, so that the identity
 * holds. Accounts without a needed rate are left out and named.
 */
export function convertedWaterfallOf(accounts: readonly ConvertedInput[]): {
  waterfall: Waterfall;
  excludedIds: string[];
} {
  const total = emptyWaterfall();
  const excludedIds: string[] = [];
  for (const account of accounts) {
    const { openingRate, closingRate } = account;
    if (openingRate === null || closingRate === null) {
      excludedIds.push(account.accountId);
    } else {
      const atOpening = {
        openingMinor: roundHalfAwayFromZero(account.openingMinor * openingRate),
        closingMinor: roundHalfAwayFromZero(account.closingMinor * openingRate),
        hasPaidBefore: account.hasPaidBefore,
      };
      addAccount(total, atOpening, roundHalfAwayFromZero(account.closingMinor * closingRate));
    }
  }
  return { waterfall: total, excludedIds };
}

/**
 * A longer waterfall from consecutive monthly ones: movements add, the opening is the first one's, the closing
 * the last one's (metrics.md R3). Null for no months.
 */
export function addWaterfalls(months: readonly Waterfall[]): Waterfall | null {
  const last = months.at(-1);
  if (last === undefined) {
    return null;
  } else {
    const total = emptyWaterfall();
    for (const month of months) {
      for (const key of FLOWS) total[key] += month[key];
    }
    return { ...total, openingMinor: months[0]?.openingMinor ?? 0, closingMinor: last.closingMinor };
  }
}

/** Whether closing = opening + gains − losses + fx to the minor unit; if not, the page shows an error (R3). */
export function waterfallHolds(waterfall: Waterfall): boolean {
  const gains = waterfall.newMinor + waterfall.reactivationMinor + waterfall.expansionMinor;
  const losses = waterfall.contractionMinor + waterfall.churnMinor;
  return waterfall.closingMinor === waterfall.openingMinor + gains - losses + waterfall.fxMinor;
}

const FLOWS = [
  "newMinor",
  "reactivationMinor",
  "expansionMinor",
  "contractionMinor",
  "churnMinor",
  "fxMinor",
] as const satisfies readonly (keyof Waterfall)[];

function emptyWaterfall(): Waterfall {
  return {
    openingMinor: 0,
    newMinor: 0,
    reactivationMinor: 0,
    expansionMinor: 0,
    contractionMinor: 0,
    churnMinor: 0,
    fxMinor: 0,
    closingMinor: 0,
  };
}

function addAccount(total: Waterfall, account: MovementInput, closingMinor: number): void {
  const { kind, amountMinor } = movementOf(account);
  if (kind !== "none") total[`${kind}Minor`] += amountMinor;
  total.openingMinor += account.openingMinor;
  total.closingMinor += closingMinor;
  total.fxMinor += closingMinor - account.closingMinor;
}
