import type { Band } from "../health/card";
import { wilsonInterval } from "../interval";

const PRIOR_ACCOUNT_YEARS = 20;
const OVERALL_PRIOR_CHURNED = 1;
const OVERALL_PRIOR_ACCOUNT_YEARS = 10;
const YEAR_DAYS = 365;

/** What the odds of leaving are multiplied by in each band (metrics.md P16). */
export const BAND_ODDS: Record<Band, number> = {
  critical: 3,
  at_risk: 3,
  watch: 1.3,
  healthy: 0.5,
  unknown: 1,
};

/**
 * Churn in the last 12 complete months: churned accounts (R2, distinct, in the segment held when they left)
 * and account-years (paying days ÷ 365), of one segment and of the whole workspace.
 */
export type ChurnHistory = {
  segmentChurned: number;
  segmentAccountYears: number;
  allChurned: number;
  allAccountYears: number;
};

/** A rule-based probability with everything it was made of, so that a page can show the arithmetic. */
export type RulePrior = {
  probability: number;
  /** 95 % interval of the segment rate; null when the segment has no whole account-year. */
  interval: { low: number; high: number } | null;
  /** Yearly rates: of the workspace, and of the segment shrunk toward it. */
  allYearlyRate: number;
  yearlyRate: number;
  /** The segment rate over the horizon, before the band is looked at. */
  horizonRate: number;
  oddsMultiplier: number;
  horizonDays: number;
  band: Band;
  history: ChurnHistory;
};

/**
 * The rule prior (metrics.md P16): the probability that an account leaves within the horizon, from the churn
 * rate of its segment, shrunk toward that of the workspace, and its band. Always a number, also without any
 * churn yet; shown as "rule-based estimate". The interval is that of the segment rate alone (Wilson, churned
 * of whole account-years, through the same two steps, widened where shrinking moves the estimate outside).
 */
export function rulePrior(history: ChurnHistory, horizonDays: number, band: Band): RulePrior {
  const allYearlyRate = atMostOne(
    (history.allChurned + OVERALL_PRIOR_CHURNED) / (history.allAccountYears + OVERALL_PRIOR_ACCOUNT_YEARS),
  );
  const yearlyRate = atMostOne(
    (history.segmentChurned + PRIOR_ACCOUNT_YEARS * allYearlyRate) /
      (history.segmentAccountYears + PRIOR_ACCOUNT_YEARS),
  );
  const oddsMultiplier = BAND_ODDS[band];
  const horizonRate = rateOverHorizon(yearlyRate, horizonDays);
  const probability = multiplyOdds(horizonRate, oddsMultiplier);
  const toProbability = (rate: number) => multiplyOdds(rateOverHorizon(rate, horizonDays), oddsMultiplier);
  return {
    probability,
    interval: intervalOf(history, probability, toProbability),
    allYearlyRate,
    yearlyRate,
    horizonRate,
    oddsMultiplier,
    horizonDays,
    band,
    history,
  };
}

/** A yearly probability over `horizonDays`: 1 − (1 − p)^(H/365). */
export function rateOverHorizon(yearlyRate: number, horizonDays: number): number {
  return 1 - Math.pow(1 - yearlyRate, horizonDays / YEAR_DAYS);
}

/** The probability whose odds are `multiplier` times those of `probability`. */
export function multiplyOdds(probability: number, multiplier: number): number {
  return (multiplier * probability) / (1 - probability + multiplier * probability);
}

function intervalOf(
  { segmentChurned, segmentAccountYears }: ChurnHistory,
  probability: number,
  toProbability: (yearlyRate: number) => number,
): RulePrior["interval"] {
  const n = Math.round(segmentAccountYears);
  const rate = wilsonInterval(Math.min(segmentChurned, n), n);
  if (rate === null) {
    return null;
  } else {
    return {
      low: Math.min(probability, toProbability(rate.low)),
      high: Math.max(probability, toProbability(rate.high)),
    };
  }
}

/** More leavers than account-years happen in young workspaces; a rate is a probability all the same. */
function atMostOne(rate: number): number {
  return Math.min(1, rate);
}
