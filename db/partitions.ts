import { withScope } from "./client";
import type { Scope } from "./scope";

/**
 * Makes the monthly partitions that rows of the given local days (inclusive) fall into. Call it before the transaction
 * that inserts: adding a partition locks its parent for the rest of the transaction.
 */
export async function ensurePartitions(
  scope: Scope,
  parent: "usage_events" | "health_snapshots",
  fromDay: string,
  toDay: string,
): Promise<void> {
  // One day of margin at each end: a local day may lie in the neighbouring month of the UTC calendar.
  await withScope(scope, async ({ sql }) => {
    await sql`select ensure_month_partition(${parent}, month::date)
      from generate_series(date_trunc('month', ${fromDay}::date - 1), ${toDay}::date + 1, interval '1 month') as month`;
  });
}
