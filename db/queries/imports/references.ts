import type { Tx } from "../../client";

/** Which account an external id of a source means; ids merged into another account lead there. */
export async function listAccountIds(
  { sql }: Tx,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, string>> {
  if (externalIds.length === 0) return new Map();
  const ids = externalIds as string[];
  const rows = await sql<{ external_id: string; id: string }[]>`
    select external_id, id from accounts where source = ${source} and external_id = any(${ids}::text[])
    union all
    select external_id, account_id as id from identities where source = ${source} and external_id = any(${ids}::text[])`;
  return new Map(rows.map((row) => [row.external_id, row.id]));
}

export type KnownSubscription = { id: string; accountId: string; startsOn: string };

/** Subscriptions of a source by external id, with whose they are and their first day. */
export async function listSubscriptionIds(
  { sql }: Tx,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, KnownSubscription>> {
  if (externalIds.length === 0) return new Map();
  const rows = await sql<{ external_id: string; id: string; account_id: string; starts_on: string }[]>`
    select external_id, id, account_id, starts_on::text from subscriptions
    where source = ${source} and external_id = any(${externalIds as string[]}::text[])`;
  return new Map(
    rows.map((row) => [row.external_id, { id: row.id, accountId: row.account_id, startsOn: row.starts_on }]),
  );
}

/** Contacts or tickets of a source by external id. */
export async function listRelatedIds(
  { sql }: Tx,
  table: "contacts" | "tickets",
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, string>> {
  if (externalIds.length === 0) return new Map();
  const rows = await sql<{ external_id: string; id: string }[]>`
    select external_id, id from ${sql(table)} where source = ${source} and external_id = any(${externalIds as string[]}::text[])`;
  return new Map(rows.map((row) => [row.external_id, row.id]));
}

/** Members of the workspace by e-mail address, in lower case. */
export async function listMemberIds({ sql }: Tx, emails: readonly string[]): Promise<Map<string, string>> {
  if (emails.length === 0) return new Map();
  const rows = await sql<{ email: string; id: string }[]>`
    select lower(u.email) as email, u.id from members m join users u on u.id = m.user_id
    where m.workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid and lower(u.email) = any(${emails as string[]}::text[])`;
  return new Map(rows.map((row) => [row.email, row.id]));
}
