import { roundToSignificantDigits } from "../rounding";
import type { Size, Stage } from "./stage";

/** Segments in the order in which their rules are tried; the last one catches the rest (defaults.md 3). */
export const SEGMENTS = ["new", "high_touch", "mid", "tech_touch"] as const;
export type Segment = (typeof SEGMENTS)[number];

/**
 * The two saved limits of a workspace: an account of at least this ARR is served as named. Minor units of the
 * reporting currency.
 */
export type ArrLimits = { highTouchFromMinor: number; midFromMinor: number };

/** Shares of ARR that the largest accounts together make, from which the limits are proposed. */
const HIGH_TOUCH_SHARE = 0.5;
const MID_SHARE = 0.9;
const SHARE_GUARD = 1e-12;

/** Two-way contacts per 90 days; null is no target (defaults.md 3). */
const ENGAGEMENT_TARGETS: Record<Size, number | null> = { high_touch: 6, mid: 3, tech_touch: null };
const NEW_ENGAGEMENT_TARGETS: Record<Size, number> = { high_touch: 8, mid: 4, tech_touch: 1 };

/**
 * The size of an account: high-touch by the strategic flag or its ARR, mid by its ARR, else tech-touch; so
 * too when its ARR is not known or no limits are saved. ARR in minor units of the reporting currency.
 */
export function sizeOf(
  account: { arrMinor: number | null; isStrategic: boolean },
  limits: ArrLimits | null,
): Size {
  const reaches = (from: number | undefined) =>
    from !== undefined && account.arrMinor !== null && account.arrMinor >= from;
  if (account.isStrategic || reaches(limits?.highTouchFromMinor)) {
    return "high_touch";
  } else {
    return reaches(limits?.midFromMinor) ? "mid" : "tech_touch";
  }
}

/** The segment of an account, which chooses its scorecard: `new` while onboarding, else its size (defaults.md 3). */
export function segmentOf(stage: Stage, size: Size): Segment {
  return stage === "onboarding" ? "new" : size;
}

/** Two-way contacts expected in 90 days, the target of the measure engagement; null is no target (defaults.md 3). */
export function engagementTarget(segment: Segment, size: Size): number | null {
  return segment === "new" ? NEW_ENGAGEMENT_TARGETS[size] : ENGAGEMENT_TARGETS[segment];
}

/**
 * Proposes the two ARR limits from a portfolio: the smallest account among the largest that together make
 * 50 % (90 %) of ARR, rounded to two significant digits. Null when nobody pays. Minor units of the reporting
 * currency (defaults.md 3 and its rules for loading).
 */
export function proposeArrLimits(arrsMinor: readonly number[]): ArrLimits | null {
  const sorted = arrsMinor.filter((arr) => arr > 0).sort((a, b) => b - a);
  const total = sorted.reduce((sum, arr) => sum + arr, 0);
  if (total === 0) {
    return null;
  } else {
    return {
      highTouchFromMinor: roundToSignificantDigits(smallestWithin(sorted, total * HIGH_TOUCH_SHARE), 2),
      midFromMinor: roundToSignificantDigits(smallestWithin(sorted, total * MID_SHARE), 2),
    };
  }
}

/** The last of the largest accounts that are needed to reach `goal`; `sorted` descends. */
function smallestWithin(sorted: readonly number[], goal: number): number {
  let sum = 0;
  for (const arr of sorted) {
    sum += arr;
    if (sum >= goal * (1 - SHARE_GUARD)) return arr;
  }
  return sorted.at(-1) ?? 0;
}
