import { v7 } from "uuid";
import { bulkInsert } from "../copy";
import { withScope } from "../client";
import type { Scope } from "../scope";

/** Dated terms of one subscription as revenue is derived from them; `ended_on` is the first day without service. */
export type RevenueTerms = {
  validFrom: Date;
  recordedAt: Date;
  feeMinor: number;
  billingMonths: number;
  isTrial: boolean;
  endedOn: string | null;
};
export type RevenueStep = { day: string; recordedAt: Date; arrDeltaMinor: number };
export type SubscriptionRevenue = {
  subscriptionId: string;
  accountId: string;
  currency: string;
  terms: RevenueTerms[];
  steps: RevenueStep[];
};

type Head = { id: string; account_id: string; currency: string };
type TermsRow = {
  subscription_id: string;
  valid_from: string;
  recorded_at: string;
  fee_minor: number;
  billing_months: number;
  is_trial: boolean;
  ended_on: string | null;
};
type StepRow = { subscription_id: string; day: string; recorded_at: string; delta: number };

/** Dated terms and the revenue steps derived so far, per subscription; steps of one day and recording instant are summed. */
export async function listSubscriptionRevenue(
  scope: Scope,
  params: { subscriptionIds: readonly string[] },
): Promise<SubscriptionRevenue[]> {
  const ids = params.subscriptionIds as string[];
  return withScope(scope, async ({ sql }) => {
    const heads = await sql<
      Head[]
    >`select id, account_id, currency from subscriptions where id = any(${ids}::uuid[])`;
    const byId = new Map(heads.map((row) => [row.id, revenueOf(row)]));
    await sql<TermsRow[]>`
      select subscription_id, valid_from, recorded_at, fee_minor, billing_months, is_trial, ended_on::text
      from subscription_facts where subscription_id = any(${ids}::uuid[])`.forEach((row) => {
      byId.get(row.subscription_id)?.terms.push(termsOf(row));
    });
    await sql<StepRow[]>`
      select subscription_id, day::text, recorded_at, sum(arr_delta_minor)::bigint as delta from mrr_changes
      where subscription_id = any(${ids}::uuid[]) group by subscription_id, day, recorded_at`.forEach(
      (row) => {
        const step = { day: row.day, recordedAt: new Date(row.recorded_at), arrDeltaMinor: row.delta };
        byId.get(row.subscription_id)?.steps.push(step);
      },
    );
    return [...byId.values()];
  });
}

function revenueOf(row: Head): SubscriptionRevenue {
  return { subscriptionId: row.id, accountId: row.account_id, currency: row.currency, terms: [], steps: [] };
}

function termsOf(row: TermsRow): RevenueTerms {
  return {
    validFrom: new Date(row.valid_from),
    recordedAt: new Date(row.recorded_at),
    feeMinor: row.fee_minor,
    billingMonths: row.billing_months,
    isTrial: row.is_trial,
    endedOn: row.ended_on,
  };
}

/** Adds steps of recurring revenue; the ones there stay. */
export async function insertRevenueSteps(
  scope: Scope,
  steps: readonly (RevenueStep & Pick<SubscriptionRevenue, "accountId" | "subscriptionId" | "currency">)[],
): Promise<void> {
  if (steps.length === 0) return;
  const columns = [
    "workspace_id",
    "id",
    "account_id",
    "subscription_id",
    "day",
    "arr_delta_minor",
    "currency",
    "recorded_at",
  ];
  const cells = steps.map((s) => [
    scope.workspaceId, v7(), s.accountId, s.subscriptionId, s.day, s.arrDeltaMinor, s.currency, s.recordedAt,
  ]); // prettier-ignore
  await withScope(scope, (tx) => bulkInsert(tx, "mrr_changes", columns, cells));
}

/** Subscriptions after a cursor (a subscription id), in id order, for work over a whole workspace. */
export async function listSubscriptionPage(
  scope: Scope,
  params: { cursor: string | null; limit: number },
): Promise<string[]> {
  const rows = await withScope(scope, ({ sql }) => {
    const after = params.cursor ? sql`where id > ${params.cursor}::uuid` : sql``;
    return sql<{ id: string }[]>`select id from subscriptions ${after} order by id limit ${params.limit}`;
  });
  return rows.map((row) => row.id);
}
