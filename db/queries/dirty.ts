import type { Tx } from "../client";
import type { Scope } from "../scope";

export type DirtyDay = { accountId: string; day: string; recordedOn: string };

/** The channel on which the background tick learns that a workspace has account-days to make again. */
export const DIRTY_CHANNEL = "vafa_dirty";

/**
 * Marks account-days as touched, in the transaction that stores their facts, and wakes the tick when it commits. A day marked already
 * is marked again, which locks it: whoever takes it off the list meanwhile waits until these facts are there to be seen.
 */
export async function markDirty(
  { sql }: Tx,
  scope: Scope,
  days: readonly DirtyDay[],
  now: Date,
): Promise<void> {
  if (days.length === 0) return;
  await sql`insert into dirty_days (workspace_id, account_id, day, recorded_on, marked_at)
    select ${scope.workspaceId}::uuid, account_id, day, recorded_on, ${now.toISOString()}::timestamptz
    from unnest(${days.map((d) => d.accountId)}::uuid[], ${days.map((d) => d.day)}::text[]::date[],
      ${days.map((d) => d.recordedOn)}::text[]::date[]) as d (account_id, day, recorded_on)
    order by account_id, day, recorded_on
    on conflict (workspace_id, account_id, day, recorded_on) do update set marked_at = excluded.marked_at`;
  await sql`select pg_notify(${DIRTY_CHANNEL}, ${scope.workspaceId})`;
}

/** At most this many account-days are taken in one go, so that one large delivery does not hold up the others. */
const TAKEN_MAX = 2000;

/** Takes touched account-days off the list, in the caller's transaction: a crash puts them back. Other processes take others. */
export async function takeDirty({ sql }: Tx): Promise<DirtyDay[]> {
  const rows = await sql<{ account_id: string; day: string; recorded_on: string }[]>`
    with taken as (
      select workspace_id, account_id, day, recorded_on from dirty_days
      order by marked_at limit ${TAKEN_MAX} for update skip locked
    )
    delete from dirty_days d using taken t
    where d.workspace_id = t.workspace_id and d.account_id = t.account_id and d.day = t.day and d.recorded_on = t.recorded_on
    returning d.account_id, d.day, d.recorded_on`;
  return rows.map((row) => ({ accountId: row.account_id, day: row.day, recordedOn: row.recorded_on }));
}
