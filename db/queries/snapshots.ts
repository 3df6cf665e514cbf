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
