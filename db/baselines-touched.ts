import { v7 } from "uuid";
import { localDay } from "@/lib/period";
import { withScope } from "./client";
import { markDirty } from "./queries/dirty";
import type { Scope } from "./scope";

/** Stores one new ticket of the n-th account as a delivery would, in one transaction with its mark. */
export async function storeTicketNow(
  scope: Scope,
  n: number,
): Promise<{ accountId: string; committedAt: Date }> {
  const now = new Date();
  const id = v7();
  const accountId = await withScope(scope, async (tx) => {
    const rows = await tx.sql<{ account_id: string }[]>`
      insert into tickets (workspace_id, id, account_id, source, external_id, priority, content_hash, occurred_at, recorded_at)
      select workspace_id, ${id}, account_id, 'bench', ${id}, 'high', '\\x00', ${now.toISOString()}, ${now.toISOString()}
      from account_standings where stage_key <> 'former' order by account_id offset ${n} limit 1 returning account_id`;
    const touched = rows[0]?.account_id ?? "";
    const day = localDay(now, "UTC");
    await markDirty(tx, scope, [{ accountId: touched, day, recordedOn: day }], now);
    return touched;
  });
  return { accountId, committedAt: now };
}

/** When the standing of an account was last judged; null while it has none. */
export async function listStoredAt(scope: Scope, accountId: string): Promise<Date | null> {
  const rows = await withScope(
    scope,
    ({ sql }) =>
      sql<{ at: string }[]>`select known_at as at from account_standings where account_id = ${accountId}`,
  );
  return rows[0] ? new Date(rows[0].at) : null;
}
