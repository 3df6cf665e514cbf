/** Days over which leaving is foretold. */
export const HORIZON_DAYS = 90;

/** One paying account: its true chance to stop paying within the horizon, and whether it did. */
export type Outcome = { probability: number; isLost: boolean };

/**
 * Area under the ROC curve of the true chances against what was drawn (metrics.md P6, mean ranks for ties): no model can be
 * expected to rank these accounts better. Null unless somebody left and somebody stayed.
 */
export function aucBound(outcomes: readonly Outcome[]): number | null {
  const sorted = [...outcomes].sort((a, b) => a.probability - b.probability);
  let lost = 0;
  let rankSum = 0;
  for (let from = 0, to = 0; from < sorted.length; from = to) {
    const probability = sorted[from]?.probability;
    while (to < sorted.length && sorted[to]?.probability === probability) to++;
    const lostHere = sorted.slice(from, to).filter((outcome) => outcome.isLost).length;
    lost += lostHere;
    rankSum += lostHere * ((from + 1 + to) / 2);
  }
  const stayed = sorted.length - lost;
  return lost > 0 && stayed > 0 ? (rankSum - (lost * (lost + 1)) / 2) / (lost * stayed) : null;
}
