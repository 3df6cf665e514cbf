import { connection } from "../client";
import { heartbeats } from "../schema";

const WORKER = "worker";

/** Says that background work is alive at this instant. */
export async function saveHeartbeat(params: { now: Date }): Promise<void> {
  const row = { name: WORKER, at: params.now };
  await connection()
    .db.insert(heartbeats)
    .values(row)
    .onConflictDoUpdate({ target: heartbeats.name, set: { at: params.now } });
}

/** When background work last said that it is alive; null when it never did. */
export async function getHeartbeat(): Promise<Date | null> {
  const rows = await connection().db.select().from(heartbeats).limit(1);
  return rows[0]?.at ?? null;
}
