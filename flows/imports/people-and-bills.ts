import { saveContacts, saveInvoices } from "@/db/queries/imports/people-and-bills";
import { recordedInstant } from "@/lib/imports/recorded";
import { contentHash, hashBytes, type Batch, type Item } from "./batch";
import { admitNouns, countNouns, type Admitted } from "./claims";
import { linkAccounts } from "./links";

/** Stores contacts. Their table keeps no hash, so what they came with last is read from the row itself. */
export async function importContacts(batch: Batch<"contacts">): Promise<void> {
  const { tx, context } = batch;
  const { linked, accountIds } = await linkAccounts(batch, batch.items);
  const items = linked.map((item) => ({ ...item, hash: contentHash(contactContent(item, accountIds)) }));
  const admitted = await admitNouns(batch, "contacts", items, (row) => contentHash(storedContent(row)));
  countNouns(batch, admitted);
  const contacts = admitted.map((item) => {
    const { row } = item;
    const recordedAt = batch.recordedAt(item, row.since);
    batch.deliver("accounts", item.before === null ? recordedAt : batch.changedAt(item));
    batch.touchScores(accountIds.get(row.account) ?? "", batch.changedAt(item));
    return {
      ...contactContent(item, accountIds),
      id: item.id,
      externalId: row.id,
      leftAt: row.leftAt?.at ?? null,
      leftRecordedAt: row.leftAt === null ? null : leftRecordedAt(batch, item),
      occurredAt: row.since?.at ?? context.latest,
      recordedAt,
    };
  });
  await saveContacts(tx, context.scope, context.mapping.source, contacts);
}

/** A leaving known before keeps its recording; one that is new of a known contact is known from now on. */
function leftRecordedAt(batch: Batch<"contacts">, item: Admitted<"contacts">): Date {
  const { row, before } = item;
  if (before === null) return recordedInstant(batch.context.recording, row.leftAt, item.recordedAt);
  const known = before.left_at === null ? null : new Date(String(before.left_at)).getTime();
  return known === row.leftAt?.at.getTime()
    ? new Date(String(before.left_recorded_at))
    : batch.changedAt(item);
}

function contactContent({ row }: Item<"contacts">, accountIds: Map<string, string>) {
  return {
    accountId: accountIds.get(row.account) ?? "",
    name: row.name,
    email: row.email,
    role: row.role ?? ("user" as const),
    jobTitle: row.jobTitle,
    language: row.language,
    leftAt: row.leftAt?.at.toISOString() ?? null,
  };
}

function storedContent(row: Record<string, unknown>): Record<string, unknown> {
  const { account_id: accountId, name, email, role, job_title: jobTitle, language, left_at: leftAt } = row;
  return {
    accountId,
    name,
    email,
    role,
    jobTitle,
    language,
    leftAt: leftAt === null ? null : new Date(String(leftAt)).toISOString(),
  };
}

/** Stores invoices and orders; when one is paid, the instant at which that was learnt is kept beside it. */
export async function importInvoices(batch: Batch<"invoices">): Promise<void> {
  const { tx, context } = batch;
  const { linked, accountIds } = await linkAccounts(batch, batch.items);
  const admitted = await admitNouns(batch, "invoices", linked);
  countNouns(batch, admitted);
  const invoices = admitted.map((item) => {
    const { row } = item;
    const accountId = accountIds.get(row.account) ?? "";
    const recordedAt = batch.recordedAt(item, row.issuedAt);
    const kind = row.kind ?? ("invoice" as const);
    batch.deliver(
      kind === "order" ? "orders" : "invoices",
      item.before === null ? recordedAt : batch.changedAt(item),
    );
    batch.touchScores(accountId, batch.changedAt(item));
    return {
      id: item.id,
      externalId: row.id,
      accountId,
      kind,
      number: row.number,
      amountMinor: row.amount,
      currency: row.currency ?? context.mapping.currency,
      dueOn: row.dueOn,
      paidAt: row.paidAt?.at ?? null,
      paidRecordedAt: row.paidAt === null ? null : paidRecordedAt(batch, item),
      contentHash: hashBytes(item.hash),
      occurredAt: row.issuedAt.at,
      recordedAt,
    };
  });
  await saveInvoices(tx, context.scope, context.mapping.source, invoices);
}

/** A payment known before keeps its recording; one that is new to a known invoice is known from now on. */
function paidRecordedAt(batch: Batch<"invoices">, item: Admitted<"invoices">): Date {
  const { row, before } = item;
  if (before === null) return recordedInstant(batch.context.recording, row.paidAt, item.recordedAt);
  const known = before.paid_at === null ? null : new Date(String(before.paid_at)).getTime();
  return known === row.paidAt?.at.getTime()
    ? new Date(String(before.paid_recorded_at))
    : batch.changedAt(item);
}
