import type { Band } from "../health/card";
import { decidesWithin, type Decision } from "../lifecycle/decision";
import { roundHalfAwayFromZero } from "../rounding";

/** The horizon of a list when none is chosen (C5). */
export const HORIZON_DAYS = 90;
/** A contract less likely than this to renew counts as revenue at risk (C2). */
export const RENEWAL_PROBABILITY_MIN = 0.7;

/** ARR in minor units of the contracts that decide within the horizon (metrics.md C5). */
export function decidingArrMinor(
  contracts: readonly { arrMinor: number; decision: Decision }[],
  horizonDays: number,
): number {
  const deciding = contracts.filter((contract) => decidesWithin(contract.decision, horizonDays));
  return deciding.reduce((sum, contract) => sum + contract.arrMinor, 0);
}

/**
 * Expected loss of an account within the horizon, in minor units rounded half away from zero: the probability
 * of leaving within it × the ARR deciding within it (metrics.md C5).
 */
export function expectedLossMinor(churnProbability: number, decidingMinor: number): number {
  return roundHalfAwayFromZero(churnProbability * decidingMinor);
}

/**
 * Variance of that loss in minor units squared: p(1 − p)·ARR². Accounts are taken as independent, so variances
 * add; the root of the sum is the SD of C2.
 */
export function lossVariance(churnProbability: number, arr: number): number {
  return churnProbability * (1 - churnProbability) * arr * arr;
}

/** One contract in a portfolio: ARR in minor units of one currency, probability to renew, band of its account. */
export type RenewalOutlook = { arrMinor: number; renewalProbability: number | null; band: Band };

/** Revenue at risk and expected loss are two figures and are named so (design 16). Minor units, counts. */
export type RevenueAtRisk = {
  atRiskMinor: number;
  atRiskContracts: number;
  expectedLossMinor: number;
  sdMinor: number;
  contracts: number;
};

/** Whether a contract is revenue at risk: unlikely to renew, or its account critical or at risk (metrics.md C2). */
export function isAtRisk({ renewalProbability, band }: Omit<RenewalOutlook, "arrMinor">): boolean {
  const isUnlikely = renewalProbability !== null && renewalProbability < RENEWAL_PROBABILITY_MIN;
  return isUnlikely || band === "critical" || band === "at_risk";
}

/**
 * Revenue at risk (each contract once), expected loss Σ(1 − p)·ARR and its SD √Σp(1 − p)·ARR² (metrics.md C2),
 * the money rounded half away from zero. A contract without a probability adds to revenue at risk by its band
 * only; a sum over none is 0.
 */
export function revenueAtRisk(contracts: readonly RenewalOutlook[]): RevenueAtRisk {
  const atRisk = contracts.filter(isAtRisk);
  let loss = 0;
  let variance = 0;
  for (const { arrMinor, renewalProbability } of contracts) {
    if (renewalProbability !== null) {
      loss += (1 - renewalProbability) * arrMinor;
      variance += lossVariance(1 - renewalProbability, arrMinor);
    }
  }
  return {
    atRiskMinor: atRisk.reduce((sum, contract) => sum + contract.arrMinor, 0),
    atRiskContracts: atRisk.length,
    expectedLossMinor: roundHalfAwayFromZero(loss),
    sdMinor: roundHalfAwayFromZero(Math.sqrt(variance)),
    contracts: contracts.length,
  };
}
