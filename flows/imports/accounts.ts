import {
  insertAccountFacts,
  linkParents,
  listLatestFacts,
  saveAccounts,
  type AccountFact,
  type HeldFact,
  type ImportedAccount,
} from "@/db/queries/imports/accounts";
import { ensurePlans } from "@/db/queries/imports/products";
import { listMemberIds } from "@/db/queries/imports/references";
import { fold } from "@/lib/words/fold";
import { hashBytes, type Batch } from "./batch";
import { admitNouns, countNouns, type Admitted } from "./claims";
import { distinct } from "./links";

type Row = Admitted<"accounts">;

/** Stores accounts: the current row, and seats, plan and owner as dated facts that are never overwritten. */
export async function importAccounts(batch: Batch<"accounts">): Promise<void> {
  const { tx, context } = batch;
  const admitted = await admitNouns(batch, "accounts", batch.items);
  countNouns(batch, admitted);
  for (const { line, cells, row } of batch.items) {
    if (row.parent !== null) context.orphans.push({ line, cells, child: row.id, parent: row.parent });
  }
  await saveAccounts(
    tx,
    context.scope,
    context.mapping.source,
    admitted.map((row) => accountOf(batch, row)),
  );
  await ensurePlans(tx, context.scope, distinct(admitted.map(({ row }) => row.plan)));
  const members = await listMemberIds(
    tx,
    distinct(admitted.map(({ row }) => row.owner?.toLowerCase() ?? null)),
  );
  const changed = admitted.filter((row) => row.before !== null).map((row) => row.id);
  const held = factsByAccount(await listLatestFacts(tx, changed));
  const facts = admitted.flatMap((row) => factsOf(batch, row, members, held.get(row.id)));
  await insertAccountFacts(tx, context.scope, context.mapping.source, facts);
  for (const row of admitted) {
    const recordedAt = row.before === null ? batch.recordedAt(row, row.row.since) : batch.changedAt(row);
    batch.deliver("accounts", recordedAt);
    if (row.row.seats !== null) batch.deliver("seats", recordedAt);
    batch.touchScores(row.id, recordedAt);
  }
}

function accountOf(batch: Batch<"accounts">, admitted: Row): ImportedAccount {
  const { row, id, hash } = admitted;
  const { mapping, latest } = batch.context;
  return {
    id,
    externalId: row.id,
    name: row.name,
    nameFolded: fold(row.name),
    parentId: null,
    currency: row.currency ?? mapping.currency,
    industry: row.industry,
    country: row.country,
    domain: row.domain,
    isStrategic: row.isStrategic ?? false,
    contentHash: hashBytes(hash),
    occurredAt: row.since?.at ?? latest,
    recordedAt: batch.recordedAt(admitted, row.since),
  };
}

type Held = Map<HeldFact["field"], HeldFact>;

function factsByAccount(facts: readonly HeldFact[]): Map<string, Held> {
  const byAccount = new Map<string, Held>();
  for (const fact of facts) {
    const held: Held = byAccount.get(fact.accountId) ?? new Map();
    byAccount.set(fact.accountId, held.set(fact.field, fact));
  }
  return byAccount;
}

/**
 * Facts a row states and the account did not have. What a first import says holds from the account's beginning, which is an
 * assumption; what a later one says holds from the change, or from when it was learnt.
 */
function factsOf(
  batch: Batch<"accounts">,
  item: Row,
  members: Map<string, string>,
  held: Held | undefined,
): AccountFact[] {
  const { row } = item;
  const { columns } = batch.context.file;
  const ownerId = row.owner === null ? null : (members.get(row.owner.toLowerCase()) ?? null);
  if (row.owner !== null && ownerId === null) {
    batch.warn(item, {
      code: "unknown_owner",
      column: batch.columnOf("owner"),
      value: row.owner,
      params: {},
    });
  }
  const stated = [
    { field: "seats" as const, valueText: null, valueNumber: row.seats },
    { field: "plan" as const, valueText: row.plan, valueNumber: null },
    { field: "owner" as const, valueText: ownerId, valueNumber: null },
  ].filter(({ field }) => field in columns);
  const isNew = item.before === null;
  const recordedAt = isNew ? batch.recordedAt(item, row.since) : batch.changedAt(item);
  const { latest } = batch.context;
  const beginning = isNew ? (row.since?.at ?? latest) : earlier(recordedAt, latest);
  return stated
    .filter((fact) => !isHeld(fact, held?.get(fact.field)))
    .map((fact) => ({
      ...fact,
      accountId: item.id,
      validFrom: row.changedAt?.at ?? beginning,
      recordedAt,
      isAssumed: row.changedAt === null,
    }));
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}

function isHeld(fact: Pick<HeldFact, "valueText" | "valueNumber">, held: HeldFact | undefined): boolean {
  if (held === undefined) return fact.valueText === null && fact.valueNumber === null;
  return held.valueText === fact.valueText && held.valueNumber === fact.valueNumber;
}

/**
 * Links the parents that the file's rows named, once all of them were read: a parent may stand further down. A parent nobody
 * knows is left out and noted; the next import tries again.
 */
export async function importParents(batch: Batch<"accounts">): Promise<void> {
  const orphans = batch.context.orphans.splice(0);
  const linked = await linkParents(batch.tx, batch.context.mapping.source, orphans);
  for (const orphan of orphans.filter(({ child }) => !linked.has(child))) {
    const column = batch.columnOf("parent");
    batch.warn(orphan, { code: "unknown_parent", column, value: orphan.parent, params: {} });
  }
}
