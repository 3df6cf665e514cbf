import { v7 } from "uuid";
import { bulkInsert } from "../../copy";
import type { Tx } from "../../client";
import type { SubscriptionFact } from "../../schema";
import type { Scope } from "../../scope";

export type ImportedSubscription = {
  id: string;
  externalId: string;
  accountId: string;
  planId: string | null;
  currency: string;
  startsOn: string;
  contentHash: Uint8Array;
  occurredAt: Date;
  recordedAt: Date;
};

/** Dated terms of a subscription, without the columns the database layer fills in. */
export type Terms = Omit<SubscriptionFact, "workspaceId" | "id">;

const COLUMNS = [
  "workspace_id",
  "id",
  "source",
  "external_id",
  "account_id",
  "plan_id",
  "currency",
  "starts_on",
  "content_hash",
  "occurred_at",
  "recorded_at",
];

/** Adds new subscriptions and brings plan and first day of known ones up to date. */
export async function saveSubscriptions(
  tx: Tx,
  scope: Scope,
  source: string,
  rows: readonly ImportedSubscription[],
): Promise<void> {
  if (rows.length === 0) return;
  const cells = rows.map((row) => [
    scope.workspaceId,
    row.id,
    source,
    row.externalId,
    row.accountId,
    row.planId,
    row.currency,
    row.startsOn,
    row.contentHash,
    row.occurredAt,
    row.recordedAt,
  ]);
  await bulkInsert(tx, "subscriptions", COLUMNS, cells, {
    onConflict: `(workspace_id, id) do update set plan_id = excluded.plan_id, starts_on = excluded.starts_on, content_hash = excluded.content_hash`,
  });
}

/** Adds dated terms; terms with the same beginning and recording instant are replaced. */
export async function insertTerms(tx: Tx, scope: Scope, terms: readonly Terms[]): Promise<void> {
  if (terms.length === 0) return;
  const columns = [
    "workspace_id", "id", "subscription_id", "valid_from", "recorded_at", "is_assumed", "fee_minor", "billing_months", "quantity",
    "is_trial", "term_months", "term_ends_on", "notice_days", "is_auto_renewed", "notice_given_on", "ended_on",
  ]; // prettier-ignore
  const cells = terms.map((row) => [
    scope.workspaceId, v7(), row.subscriptionId, row.validFrom, row.recordedAt, row.isAssumed, row.feeMinor, row.billingMonths, row.quantity,
    row.isTrial, row.termMonths, row.termEndsOn, row.noticeDays, row.isAutoRenewed, row.noticeGivenOn, row.endedOn,
  ]); // prettier-ignore
  await bulkInsert(tx, "subscription_facts", columns, cells, {
    onConflict: `(workspace_id, subscription_id, valid_from, recorded_at) do update set fee_minor = excluded.fee_minor,
      billing_months = excluded.billing_months, quantity = excluded.quantity, is_trial = excluded.is_trial,
      term_months = excluded.term_months, term_ends_on = excluded.term_ends_on, notice_days = excluded.notice_days,
      is_auto_renewed = excluded.is_auto_renewed, notice_given_on = excluded.notice_given_on, ended_on = excluded.ended_on`,
  });
}

type TermsRow = {
  subscription_id: string;
  valid_from: string;
  recorded_at: string;
  is_assumed: boolean;
  fee_minor: number;
  billing_months: number;
  quantity: number | null;
  is_trial: boolean;
  term_months: number | null;
  term_ends_on: string | null;
  notice_days: number | null;
  is_auto_renewed: boolean;
  notice_given_on: string | null;
  ended_on: string | null;
};

/** The latest terms of each of some subscriptions (latest in force, then latest learnt). */
export async function listLatestTerms(
  { sql }: Tx,
  subscriptionIds: readonly string[],
): Promise<Map<string, Terms>> {
  if (subscriptionIds.length === 0) return new Map();
  const rows = await sql<TermsRow[]>`
    select distinct on (subscription_id) * from subscription_facts where subscription_id = any(${subscriptionIds as string[]}::uuid[])
    order by subscription_id, valid_from desc, recorded_at desc`;
  return new Map(rows.map((row) => [row.subscription_id, termsOf(row)]));
}

function termsOf(row: TermsRow): Terms {
  return {
    subscriptionId: row.subscription_id,
    validFrom: new Date(row.valid_from),
    recordedAt: new Date(row.recorded_at),
    isAssumed: row.is_assumed,
    feeMinor: row.fee_minor,
    billingMonths: row.billing_months,
    quantity: row.quantity,
    isTrial: row.is_trial,
    termMonths: row.term_months,
    termEndsOn: row.term_ends_on,
    noticeDays: row.notice_days,
    isAutoRenewed: row.is_auto_renewed,
    noticeGivenOn: row.notice_given_on,
    endedOn: row.ended_on,
  };
}
