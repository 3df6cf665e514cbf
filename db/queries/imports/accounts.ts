import { v7 } from "uuid";
import { bulkInsert } from "../../copy";
import type { Tx } from "../../client";
import type { Scope } from "../../scope";

/** An account as an import states it; `contentHash` are the raw bytes of the hash of that statement. */
export type ImportedAccount = {
  id: string;
  externalId: string;
  name: string;
  nameFolded: string;
  parentId: string | null;
  currency: string;
  industry: string | null;
  country: string | null;
  domain: string | null;
  isStrategic: boolean;
  contentHash: Uint8Array;
  occurredAt: Date;
  recordedAt: Date;
};

export type AccountFact = {
  accountId: string;
  field: "seats" | "plan" | "owner";
  valueText: string | null;
  valueNumber: number | null;
  validFrom: Date;
  recordedAt: Date;
  isAssumed: boolean;
};

const COLUMNS = [
  "workspace_id",
  "id",
  "source",
  "external_id",
  "name",
  "name_folded",
  "parent_id",
  "currency",
  "industry",
  "country",
  "domain",
  "is_strategic",
  "custom",
  "content_hash",
  "occurred_at",
  "recorded_at",
];

/** Adds new accounts and brings known ones up to date; when an account began and when it became known stay as they were. */
export async function saveAccounts(
  tx: Tx,
  scope: Scope,
  source: string,
  accounts: readonly ImportedAccount[],
): Promise<void> {
  if (accounts.length === 0) return;
  const cells = accounts.map((account) => [
    scope.workspaceId,
    account.id,
    source,
    account.externalId,
    account.name,
    account.nameFolded,
    account.parentId,
    account.currency,
    account.industry,
    account.country,
    account.domain,
    account.isStrategic,
    { json: {} },
    account.contentHash,
    account.occurredAt,
    account.recordedAt,
  ]);
  await bulkInsert(tx, "accounts", COLUMNS, cells, {
    onConflict: `(workspace_id, id) do update set name = excluded.name, name_folded = excluded.name_folded, parent_id = excluded.parent_id,
      currency = excluded.currency, industry = excluded.industry, country = excluded.country, domain = excluded.domain,
      is_strategic = excluded.is_strategic, content_hash = excluded.content_hash`,
  });
}

/** Adds dated facts of accounts; a fact with the same beginning and recording is already there. */
export async function insertAccountFacts(
  tx: Tx,
  scope: Scope,
  source: string,
  facts: readonly AccountFact[],
): Promise<void> {
  if (facts.length === 0) return;
  const columns = [
    "workspace_id",
    "id",
    "account_id",
    "field",
    "value_text",
    "value_number",
    "valid_from",
    "recorded_at",
    "is_assumed",
    "source",
  ];
  const cells = facts.map((fact) => [
    scope.workspaceId,
    v7(),
    fact.accountId,
    fact.field,
    fact.valueText,
    fact.valueNumber,
    fact.validFrom,
    fact.recordedAt,
    fact.isAssumed,
    source,
  ]);
  await bulkInsert(tx, "account_facts", columns, cells, {
    onConflict: `(workspace_id, account_id, field, valid_from, recorded_at) do update
      set value_text = excluded.value_text, value_number = excluded.value_number`,
  });
}

export type HeldFact = Pick<AccountFact, "accountId" | "field" | "valueText" | "valueNumber">;

/** The latest dated fact of each field of some accounts. */
export async function listLatestFacts({ sql }: Tx, accountIds: readonly string[]): Promise<HeldFact[]> {
  if (accountIds.length === 0) return [];
  const rows = await sql<
    { account_id: string; field: HeldFact["field"]; value_text: string | null; value_number: number | null }[]
  >`
    select distinct on (account_id, field) account_id, field, value_text, value_number from account_facts
    where account_id = any(${accountIds as string[]}::uuid[])
    order by account_id, field, valid_from desc, recorded_at desc`;
  return rows.map((row) => ({
    accountId: row.account_id,
    field: row.field,
    valueText: row.value_text,
    valueNumber: row.value_number,
  }));
}

/** Puts accounts under their parents, both named by external id; answers the accounts whose parent is known. */
export async function linkParents(
  { sql }: Tx,
  source: string,
  links: readonly { child: string; parent: string }[],
): Promise<Set<string>> {
  if (links.length === 0) return new Set();
  const [children, parents] = [links.map((link) => link.child), links.map((link) => link.parent)];
  const rows = await sql<{ external_id: string }[]>`
    with known as (
      select child.id, child.external_id, parent.id as parent_id
      from unnest(${children}::text[], ${parents}::text[]) as l (child, parent)
      join accounts child on child.source = ${source} and child.external_id = l.child
      join accounts parent on parent.source = ${source} and parent.external_id = l.parent and parent.id <> child.id
    ), linked as (
      update accounts a set parent_id = k.parent_id from known k where a.id = k.id and a.parent_id is distinct from k.parent_id
    )
    select external_id from known`;
  return new Set(rows.map((row) => row.external_id));
}
