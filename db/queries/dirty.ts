import type { Tx } from "../client";
import type { Scope } from "../scope";

export type DirtyDay = { accountId: string; day: string; recordedOn: string };

/** The channel on which the background tick learns that a workspace has account-days to make again. */
export const DIRTY_CHANNEL = "vafa_dirty";

/** Marks account-days as touched, in the transaction that stores their facts, and wakes the tick when it commits. */
export async function markDirty(
  { sql }: Tx,
  scope: Scope,
  days: readonly DirtyDay[],
  now: Date,
): Promise<void> {
  if (days.length === 0) return;
  await sql`insert into dirty_days (workspace_id, account_id, day, recorded_on, marked_at)
    select ${scope.workspaceId}::uuid, account_id, day, recorded_on, ${now.toISOString()}::timestamptz
    from unnest(${days.map((d) => d.accountId)}::uuid[], ${days.map((d) => d.day)}::date[],
      ${days.map((d) => d.recordedOn)}::date[]) as d (account_id, day, recorded_on)
    on conflict do nothing`;
  await sql`select pg_notify(${DIRTY_CHANNEL}, ${scope.workspaceId})`;
}
