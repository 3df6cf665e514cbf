import { sql } from "drizzle-orm";
import { withoutWorkspace, type Tx } from "../client";

/** One counter of failed attempts; `delayMs` says how long to wait after so many of them (0: not at all). */
export type Counter = { key: string; delayMs: (failures: number) => number };

/** `waitUntil` is the end of the delay in force (refused) or of the one this attempt begins should it fail; null is none. */
export type Attempt = { isAllowed: boolean; waitUntil: Date | null };

/**
 * Counts an attempt on every counter before it is judged, so that a thousand guesses at the same moment are a thousand
 * counted guesses. While a delay is in force nothing is counted and nothing allowed. A counter starts again after
 * `quietMs` since its first failure and since the end of its last delay. Counters are taken in the order given; callers
 * keep that order (account before address), so that two attempts cannot wait for each other.
 */
export async function takeAttempt(
  counters: readonly Counter[],
  { now, quietMs }: { now: Date; quietMs: number },
): Promise<Attempt> {
  try {
    return await withoutWorkspace("nobody", async (tx) => {
      let waitMs = 0;
      for (const { key, delayMs } of counters) {
        const failures = await raise(tx, key, now, quietMs);
        if (failures === null) throw new Delayed(await delayEnd(tx, key));
        const delay = delayMs(failures);
        if (delay > 0) await delayUntil(tx, key, new Date(now.getTime() + delay));
        waitMs = Math.max(waitMs, delay);
      }
      return { isAllowed: true, waitUntil: waitMs > 0 ? new Date(now.getTime() + waitMs) : null };
    });
  } catch (error) {
    // Thrown to undo the counters that came before the delayed one.
    if (error instanceof Delayed) return { isAllowed: false, waitUntil: error.until };
    throw error;
  }
}

/**
 * The attempt was no failure: `cleared` starts from nothing, `eased` loses only this attempt, because it is shared with
 * others who did fail. Counters long quiet are thrown away on the occasion.
 */
export async function forgiveAttempt(
  keys: { cleared: string; eased: string },
  { now, quietMs }: { now: Date; quietMs: number },
): Promise<void> {
  await withoutWorkspace("nobody", async ({ db }) => {
    await db.execute(sql`delete from rate_limits where key = ${keys.cleared}`);
    await db.execute(sql`update rate_limits set failures = greatest(failures - 1, 0), blocked_until = null
      where key = ${keys.eased}`);
    await db.execute(sql`delete from rate_limits where key in (
      select key from rate_limits where greatest(window_started_at, blocked_until) < ${isoBefore(now, quietMs)}::timestamptz
      limit 1000 for update skip locked)`);
  });
}

class Delayed extends Error {
  constructor(readonly until: Date | null) {
    super("a delay is in force");
  }
}

/** One statement counts and locks; answers null, and counts nothing, while a delay is in force. */
async function raise({ db }: Tx, key: string, now: Date, quietMs: number): Promise<number | null> {
  const quietSince = isoBefore(now, quietMs);
  const rows = await db.execute<{ failures: number }>(sql`
    insert into rate_limits as r (key, failures, window_started_at) values (${key}, 1, ${now.toISOString()}::timestamptz)
    on conflict (key) do update set
      failures = case when greatest(r.window_started_at, r.blocked_until) <= ${quietSince}::timestamptz
        then 1 else r.failures + 1 end,
      window_started_at = case when greatest(r.window_started_at, r.blocked_until) <= ${quietSince}::timestamptz
        then excluded.window_started_at else r.window_started_at end
    where r.blocked_until is null or r.blocked_until <= excluded.window_started_at
    returning failures`);
  return rows[0]?.failures ?? null;
}

async function delayUntil({ db }: Tx, key: string, until: Date): Promise<void> {
  await db.execute(
    sql`update rate_limits set blocked_until = ${until.toISOString()}::timestamptz where key = ${key}`,
  );
}

async function delayEnd({ db }: Tx, key: string): Promise<Date | null> {
  const rows = await db.execute<{ blocked_until: string | null }>(
    sql`select blocked_until from rate_limits where key = ${key}`,
  );
  const until = rows[0]?.blocked_until ?? null;
  return until === null ? null : new Date(until);
}

function isoBefore(now: Date, ms: number): string {
  return new Date(now.getTime() - ms).toISOString();
}
