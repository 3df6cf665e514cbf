import type { Tx } from "../../client";
import type { Scope } from "../../scope";

/** An event's identity: `hash` is the hexadecimal hash of its content. */
export type EventKey = { externalId: string; hash: string; recordedAt: Date };

/**
 * Claims event ids of a source, first come first served. Answers the ids that are new, and the content hash of those that were
 * known before: the same hash is a repeat, another one a conflict. The ids given must differ from each other.
 */
export async function claimEventKeys(
  { sql }: Tx,
  scope: Scope,
  source: string,
  keys: readonly EventKey[],
): Promise<{ claimed: Set<string>; known: Map<string, string> }> {
  // Two deliveries of the same ids wait for each other in one order, so they cannot block each other.
  const sorted = [...keys].sort((a, b) => (a.externalId < b.externalId ? -1 : 1));
  const rows = await sql<{ external_id: string }[]>`
    insert into event_keys (workspace_id, source, external_id, content_hash, recorded_at)
    select ${scope.workspaceId}::uuid, ${source}, id, decode(hash, 'hex'), recorded_at
    from unnest(${sorted.map((key) => key.externalId)}::text[], ${sorted.map((key) => key.hash)}::text[],
      ${sorted.map((key) => key.recordedAt.toISOString())}::text[]::timestamptz[]) as k (id, hash, recorded_at)
    on conflict do nothing returning external_id`;
  const claimed = new Set(rows.map((row) => row.external_id));
  const others = sorted.filter((key) => !claimed.has(key.externalId)).map((key) => key.externalId);
  if (others.length === 0) return { claimed, known: new Map() };
  const known = await sql<{ external_id: string; hash: string }[]>`
    select external_id, encode(content_hash, 'hex') as hash from event_keys
    where source = ${source} and external_id = any(${others}::text[])`;
  return { claimed, known: new Map(known.map((row) => [row.external_id, row.hash])) };
}
