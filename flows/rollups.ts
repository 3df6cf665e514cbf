import type { DirtyDay } from "@/db/queries/dirty";
import { rebuildMarkedUsage, rebuildUsage } from "@/db/queries/usage";
import { getWorkspace } from "@/db/queries/workspaces";
import type { Scope } from "@/db/scope";

/** Accounts of one transaction when a whole import is rolled up. */
const BATCH = 1_000;

/**
 * Makes the usage of some account-days again from their events (replace, never add), and with it first days of use and first
 * values of their accounts. Safe to run twice. Called by the tick with the days that were touched.
 */
export async function rebuildUsageDays(scope: Scope, pairs: readonly DirtyDay[]): Promise<void> {
  await rebuildUsage(scope, { zone: await zoneOf(scope), pairs });
}

/**
 * Rolls up every marked account-day of the workspace, a thousand accounts at a time, each in its own transaction with its
 * marks: stopped half-way, the rest is still marked. Answers the accounts that were touched.
 */
export async function rebuildMarkedDays(
  scope: Scope,
  onProgress: (accounts: number) => void = () => undefined,
): Promise<string[]> {
  const zone = await zoneOf(scope);
  const touched: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const batch: string[] = await rebuildMarkedUsage(scope, { zone, cursor, limit: BATCH });
    if (batch.length === 0) return touched;
    touched.push(...batch);
    cursor = batch.at(-1) ?? null;
    onProgress(touched.length);
  }
}

async function zoneOf(scope: Scope): Promise<string> {
  const workspace = await getWorkspace(scope);
  if (workspace === null) throw new Error(`workspace ${scope.workspaceId} is not there`);
  return workspace.zone;
}
