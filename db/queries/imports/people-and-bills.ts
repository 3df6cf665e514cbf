import { bulkInsert } from "../../copy";
import type { Tx } from "../../client";
import type { Contact, Invoice } from "../../schema";
import type { Scope } from "../../scope";

export type ImportedContact = Omit<Contact, "workspaceId" | "source">;
export type ImportedInvoice = Omit<Invoice, "workspaceId" | "source">;

/** Adds new contacts and brings known ones up to date. */
export async function saveContacts(
  tx: Tx,
  scope: Scope,
  source: string,
  contacts: readonly ImportedContact[],
): Promise<void> {
  if (contacts.length === 0) return;
  const columns = [
    "workspace_id", "id", "source", "external_id", "account_id", "name", "email", "role", "job_title", "language", "left_at",
    "left_recorded_at", "occurred_at", "recorded_at",
  ]; // prettier-ignore
  const cells = contacts.map((c) => [
    scope.workspaceId, c.id, source, c.externalId, c.accountId, c.name, c.email, c.role, c.jobTitle, c.language, c.leftAt,
    c.leftRecordedAt, c.occurredAt, c.recordedAt,
  ]); // prettier-ignore
  await bulkInsert(tx, "contacts", columns, cells, {
    onConflict: `(workspace_id, id) do update set account_id = excluded.account_id, name = excluded.name, email = excluded.email,
      role = excluded.role, job_title = excluded.job_title, language = excluded.language, left_at = excluded.left_at,
      left_recorded_at = excluded.left_recorded_at`,
  });
}

/** Adds new invoices and orders and brings known ones up to date. */
export async function saveInvoices(
  tx: Tx,
  scope: Scope,
  source: string,
  invoices: readonly ImportedInvoice[],
): Promise<void> {
  if (invoices.length === 0) return;
  const columns = [
    "workspace_id", "id", "source", "external_id", "account_id", "kind", "number", "amount_minor", "currency", "due_on", "paid_at",
    "paid_recorded_at", "content_hash", "occurred_at", "recorded_at",
  ]; // prettier-ignore
  const cells = invoices.map((i) => [
    scope.workspaceId, i.id, source, i.externalId, i.accountId, i.kind, i.number, i.amountMinor, i.currency, i.dueOn, i.paidAt,
    i.paidRecordedAt, i.contentHash, i.occurredAt, i.recordedAt,
  ]); // prettier-ignore
  await bulkInsert(tx, "invoices", columns, cells, {
    onConflict: `(workspace_id, id) do update set account_id = excluded.account_id, kind = excluded.kind, number = excluded.number,
      amount_minor = excluded.amount_minor, currency = excluded.currency, due_on = excluded.due_on, paid_at = excluded.paid_at,
      paid_recorded_at = excluded.paid_recorded_at, content_hash = excluded.content_hash`,
  });
}
