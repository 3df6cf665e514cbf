import { BAND_KEYS, type Band } from "./card";

/** One account in a roll-up: ARR in minor units of one currency, effective CHI and band. */
export type RollUpAccount = { arrMinor: number; chi: number | null; band: Band };

/**
 * Health of a parent or a portfolio: CHI in points, weighted by ARR unless flagged; share of ARR that has a
 * score; share of ARR by band; plain mean; counts.
 */
export type RollUp = {
  chi: number | null;
  isUnweighted: boolean;
  arrCoverage: number | null;
  arrShareByBand: Record<Band, number | null>;
  meanChi: number | null;
  accounts: number;
  scored: number;
};

/**
 * Rolls accounts up (metrics.md H13): Σ ARR·CHI ÷ Σ ARR over accounts with ARR > 0 and a score. With no such
 * ARR the plain mean stands in, flagged unweighted; with nothing scored CHI is null. Shares are fractions of
 * the ARR of all accounts given, null when that is 0.
 */
export function rollUpHealth(accounts: readonly RollUpAccount[]): RollUp {
  const scored = accounts.filter((account) => account.chi !== null);
  const total = sum(accounts, paying);
  const weight = sum(scored, paying);
  const meanChi = scored.length > 0 ? sum(scored, chiOf) / scored.length : null;
  const shareOf = (band: Band) =>
    total > 0 ? sum(accounts.filter((account) => account.band === band), paying) / total : null; // prettier-ignore
  const bands: readonly Band[] = [...BAND_KEYS, "unknown"];
  return {
    chi: weight > 0 ? sum(scored, (account) => paying(account) * chiOf(account)) / weight : meanChi,
    isUnweighted: weight === 0 && meanChi !== null,
    arrCoverage: total > 0 ? weight / total : null,
    arrShareByBand: Object.fromEntries(bands.map((band) => [band, shareOf(band)])) as Record<
      Band,
      number | null
    >,
    meanChi,
    accounts: accounts.length,
    scored: scored.length,
  };
}

function paying({ arrMinor }: RollUpAccount): number {
  return Math.max(0, arrMinor);
}

function chiOf({ chi }: RollUpAccount): number {
  return chi ?? 0;
}

function sum<T>(items: readonly T[], of: (item: T) => number): number {
  return items.reduce((total, item) => total + of(item), 0);
}
