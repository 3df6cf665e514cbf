import { v7 } from "uuid";
import { claimEventKeys } from "@/db/queries/imports/event-keys";
import { listKnownNouns, type NounTable } from "@/db/queries/imports/nouns";
import type { Noun } from "@/lib/imports/fields";
import type { Batch, Item } from "./batch";

/** An item that goes on, under the id it has or gets; `before` is the current row of a noun that changes. */
export type Admitted<N extends Noun> = Item<N> & { id: string; before: Record<string, unknown> | null };

/**
 * Lets events through whose ids are new (architecture.md 1): the same content again is a repeat, other content under a known id
 * is refused and the first stays. The ids are claimed in this transaction, before any event is stored.
 */
export async function admitEvents<N extends Noun>(
  batch: Batch<N>,
  items: readonly Item<N>[],
  recordedAt: (item: Item<N>) => Date,
): Promise<Item<N>[]> {
  const { tx, context } = batch;
  const keyOf = (item: Item<N>) => `${context.file.noun}/${item.row.id}`;
  const first = new Map<string, Item<N>>();
  const later: Item<N>[] = [];
  for (const item of items) {
    if (first.has(keyOf(item))) later.push(item);
    else first.set(keyOf(item), item);
  }
  const keys = [...first].map(([externalId, item]) => ({
    externalId,
    hash: item.hash,
    recordedAt: recordedAt(item),
  }));
  const { claimed, known } = await claimEventKeys(tx, context.scope, context.mapping.source, keys);
  const admitted: Item<N>[] = [];
  for (const [key, item] of first) {
    if (claimed.has(key)) admitted.push(item);
    else repeatOrConflict(batch, item, known.get(key) === item.hash);
  }
  for (const item of later) {
    const key = keyOf(item);
    repeatOrConflict(batch, item, (known.get(key) ?? first.get(key)?.hash) === item.hash);
  }
  batch.counts.added += admitted.length;
  return admitted;
}

/**
 * Lets nouns through that are new or came with other content than last time. A second row of the same file under one id is a
 * repeat, or a conflict when it says something else: which of the two holds cannot be known.
 */
export async function admitNouns<N extends Noun>(
  batch: Batch<N>,
  table: NounTable,
  items: readonly Item<N>[],
  hashOf: (before: Record<string, unknown>) => string | null = () => null,
): Promise<Admitted<N>[]> {
  const { tx, context } = batch;
  const ids = items.map((item) => item.row.id);
  const known = await listKnownNouns(tx, table, context.mapping.source, ids);
  const inBatch = new Map<string, string>();
  const admitted: Admitted<N>[] = [];
  for (const item of items) {
    const externalId = item.row.id;
    const stored = known.get(externalId);
    const before = inBatch.get(externalId) ?? (stored && (stored.hash ?? hashOf(stored.row)));
    if (before === item.hash) {
      repeatOrConflict(batch, item, true);
    } else if (context.seen.has(externalId)) {
      repeatOrConflict(batch, item, false);
    } else {
      admitted.push({ ...item, id: stored?.id ?? v7(), before: stored?.row ?? null });
      inBatch.set(externalId, item.hash);
    }
    context.seen.add(externalId);
  }
  return admitted;
}

/** Counts nouns that were let through, and keeps what the changed ones were before. */
export function countNouns<N extends Noun>(batch: Batch<N>, admitted: readonly Admitted<N>[]): void {
  for (const item of admitted) {
    if (item.before === null) batch.counts.added += 1;
    else {
      batch.counts.changed += 1;
      batch.keepBefore(item, item.before);
    }
  }
}

function repeatOrConflict<N extends Noun>(batch: Batch<N>, item: Item<N>, isRepeat: boolean): void {
  if (isRepeat) batch.counts.repeated += 1;
  else
    batch.refuse(item, { code: "id_conflict", column: batch.columnOf("id"), value: item.row.id, params: {} });
}
