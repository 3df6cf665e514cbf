import { listAccountIds, listRelatedIds } from "@/db/queries/imports/references";
import type { Noun, RowOf } from "@/lib/imports/fields";
import type { Batch, Item } from "./batch";

type WithAccount = { account: string };
type WithContact = { contact: string | null };

/** Which accounts the rows name. Rows that name an account nobody knows are refused. */
export async function linkAccounts<N extends Noun>(
  batch: Batch<N>,
  items: readonly Item<N>[],
): Promise<{ linked: Item<N>[]; accountIds: Map<string, string> }> {
  const { tx, context } = batch;
  const accountOf = (item: Item<N>) => (item.row as unknown as WithAccount).account;
  const source = context.mapping.accountSource ?? context.mapping.source;
  const accountIds = await listAccountIds(tx, source, distinct(items.map(accountOf)));
  const linked = items.filter((item) => {
    if (accountIds.has(accountOf(item))) return true;
    const column = batch.columnOf("account" as keyof RowOf<N> & string);
    batch.refuse(item, { code: "unknown_account", column, value: accountOf(item), params: {} });
    return false;
  });
  return { linked, accountIds };
}

/** Which contacts the rows name; a contact nobody knows is left out, with a warning for the rows that are `admitted`. */
export async function linkContacts<N extends Noun>(
  batch: Batch<N>,
  admitted: readonly Item<N>[],
): Promise<Map<string, string>> {
  const contactOf = (item: Item<N>) => (item.row as unknown as WithContact).contact;
  const { tx, context } = batch;
  const ids = await listRelatedIds(tx, "contacts", context.mapping.source, distinct(admitted.map(contactOf)));
  for (const item of admitted) {
    const contact = contactOf(item);
    if (contact === null || ids.has(contact)) continue;
    const column = batch.columnOf("contact" as keyof RowOf<N> & string);
    batch.warn(item, { code: "unknown_contact", column, value: contact, params: {} });
  }
  return ids;
}

/** The different texts of a list, without null. */
export function distinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null))];
}
