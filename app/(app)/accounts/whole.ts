import { countBands } from "@/db/queries/standings-totals";
import { hasStandings } from "@/db/queries/standings";
import type { Scope } from "@/db/scope";
import type { Day } from "@/lib/period";
import { AT_RISK_BANDS } from "@/lib/portfolio";

/** Whether a workspace has no account at all yet, so that its lists say how to begin. */
export async function isEmptyWorkspace(scope: Scope): Promise<boolean> {
  return !(await hasStandings(scope));
}

/** How many current customers there are, and how many of them are in a band at risk. */
export async function countCustomers(scope: Scope, today: Day): Promise<{ all: number; atRisk: number }> {
  const bands = await countBands(scope, { today });
  const sum = (counts: readonly (number | undefined)[]) =>
    counts.reduce<number>((total, count) => total + (count ?? 0), 0);
  return { all: sum(Object.values(bands)), atRisk: sum(AT_RISK_BANDS.map((band) => bands[band])) };
}
