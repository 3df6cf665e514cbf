import { getNewestSnapshotDay } from "@/db/queries/snapshots";
import { getWorkspace, listWorkspaces } from "@/db/queries/workspaces";
import { jobScope, type Scope } from "@/db/scope";
import { addDays, daysBetween, localDay, type Day } from "@/lib/period";
import { connectScorecards } from "./scorecards";
import { recomputeHistory, type RecomputeOptions } from "./scores/recompute";

/** Days made up for after a server stood still; older gaps stay, and history says so. */
const CATCH_UP_DAYS = 30;

/** Local days that have ended without a snapshot, oldest first; none for a pinned workspace or one never scored. */
export async function missingDays(scope: Scope, now: Date): Promise<Day[]> {
  const workspace = await getWorkspace(scope);
  const newest = await getNewestSnapshotDay(scope);
  if (workspace === null || workspace.asOf !== null || newest === null) return [];
  const yesterday = addDays(localDay(now, workspace.zone), -1);
  const missing = Math.min(CATCH_UP_DAYS, daysBetween(newest, yesterday));
  return Array.from({ length: Math.max(0, missing) }, (_, back) => addDays(yesterday, -back)).reverse();
}

/** Writes the snapshots of all ended days that have none (K6), after bringing the cards in step with the sources. */
export async function recomputeMissing(
  scope: Scope,
  options: RecomputeOptions,
): Promise<{ days: Day[]; accounts: number }> {
  const days = await missingDays(scope, options.now);
  if (days.length === 0) return { days, accounts: 0 };
  await connectScorecards(scope, options.now);
  const { accounts } = await recomputeHistory(scope, days, options);
  return { days, accounts };
}

/** The workspaces whose night has come: a local day has ended and has no snapshot yet. */
export async function listDueWorkspaces(now: Date): Promise<string[]> {
  const due: string[] = [];
  for (const { id } of await listWorkspaces()) {
    if ((await missingDays(jobScope(id), now)).length > 0) due.push(id);
  }
  return due;
}
