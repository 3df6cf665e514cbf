import type { AccountStanding } from "@/db/queries/account";
import type { HistorySnapshot } from "@/db/queries/account-history";
import { daysBetween, type Day } from "@/lib/period";
import type { Locale } from "@/lib/words/locale";

const WEEK_DAYS = 7;

/** A point of the history: `run` counts up whenever another scorecard version took over, so that runs are never joined. */
export type HistoryPlace = {
  day: Day;
  chi: number | null;
  isPartial: boolean;
  isLive: boolean;
  run: number;
  /** The version that took over at this point, and the one before. */
  tookOver: { from: string; to: string; a: number; b: number } | null;
};

/**
 * The newest snapshot of each week counted back from `day`, oldest first, and the live value of that day as the last point,
 * marked partial as K6 asks. A score with missing measures is partial too.
 */
export function historyPoints(
  snapshots: readonly HistorySnapshot[],
  { day, standing, locale }: { day: Day; standing: AccountStanding; locale: Locale },
): HistoryPlace[] {
  const weekly = new Map<number, HistorySnapshot>();
  for (const snapshot of snapshots) {
    const back = daysBetween(snapshot.day, day);
    if (back > 0) weekly.set(Math.floor((back - 1) / WEEK_DAYS), snapshot);
  }
  const past = [...weekly.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
  const live: HistorySnapshot = { ...standing, day };
  let run = 0;
  return [...past, live].map((snapshot, index, all): HistoryPlace => {
    const before = all[index - 1];
    const hasChanged = before !== undefined && before.versionId !== snapshot.versionId;
    if (hasChanged) run += 1;
    return {
      day: snapshot.day,
      chi: snapshot.chi,
      isLive: snapshot === live,
      isPartial: snapshot === live || snapshot.coverage < 1,
      run,
      tookOver: hasChanged
        ? {
            from: before.cardNames[locale],
            to: snapshot.cardNames[locale],
            a: before.version,
            b: snapshot.version,
          }
        : null,
    };
  });
}
