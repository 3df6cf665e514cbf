import type { Day } from "@/lib/period";
import { withScope } from "../client";
import type { Scope } from "../scope";

/** The newest day with snapshots; null before the first. */
export async function getNewestSnapshotDay(scope: Scope): Promise<Day | null> {
  const rows = await withScope(
    scope,
    ({ sql }) => sql<{ day: string | null }[]>`select max(day) as day from health_snapshots`,
  );
  return rows[0]?.day ?? null;
}

/** Removes the snapshots of a day: for a day that is to be measured or made again from nothing. */
export async function deleteSnapshots(scope: Scope, params: { day: Day }): Promise<void> {
  await withScope(scope, ({ sql }) => sql`delete from health_snapshots where day = ${params.day}::date`);
}
