import type { Contract } from "@/lib/metrics/signals";
import type { Day } from "@/lib/period";
import { may } from "@/lib/roles";
import { withScope } from "../client";
import type { Scope } from "../scope";

/** Which account, by the facts before `asOf` that were recorded by `knownAt`; `day` is the last local day before `asOf`. */
export type AccountQuestion = { accountId: string; asOf: Date; knownAt: Date; day: Day };

/** A running subscription with its terms in force; the annual amount is in its own currency. */
export type RunningContract = Omit<Contract, "arrMinor"> & {
  name: string | null;
  externalId: string;
  currency: string;
  startsOn: Day;
  seats: number | null;
  isTrial: boolean;
  billingMonths: number;
  /** Null for who may not read money. */
  arrMinor: number | null;
};

/** The running subscriptions of an account, largest first, ties by id (R1). */
export async function listRunningContracts(
  scope: Scope,
  { accountId, asOf, knownAt, day }: AccountQuestion,
): Promise<RunningContract[]> {
  const hasMoney = may(scope.actor, "read_money");
  return withScope(scope, ({ sql }) => {
    const known = knownAt.toISOString();
    const arr = sql`(select coalesce(sum(m.arr_delta_minor), 0)::bigint from mrr_changes m
      where m.workspace_id = s.workspace_id and m.account_id = s.account_id and m.subscription_id = s.id
        and m.day <= ${day}::date and m.recorded_at <= ${known}::timestamptz)`;
    return sql<RunningContract[]>`
      select s.id as "subscriptionId", coalesce(p.name, d.name) as name, s.external_id as "externalId", s.currency,
        s.starts_on as "startsOn", t.quantity as seats, t.is_trial as "isTrial", t.billing_months as "billingMonths",
        t.term_months as "termMonths", t.term_ends_on as "termEndsOn", t.notice_days as "noticeDays",
        t.is_auto_renewed as "isAutoRenewed", t.notice_given_on as "noticeGivenOn",
        ${hasMoney ? arr : sql`null::bigint`} as "arrMinor"
      from subscriptions s
      join lateral (select * from subscription_facts f
        where f.workspace_id = s.workspace_id and f.subscription_id = s.id and f.valid_from < ${asOf.toISOString()}::timestamptz
          and f.recorded_at <= ${known}::timestamptz
        order by f.valid_from desc, f.recorded_at desc limit 1) t on true
      left join plans p on p.workspace_id = s.workspace_id and p.id = s.plan_id
      left join products d on d.workspace_id = s.workspace_id and d.id = s.product_id
      where s.workspace_id = ${scope.workspaceId}::uuid and s.account_id = ${accountId}::uuid and s.starts_on <= ${day}::date
        and (t.ended_on is null or t.ended_on > ${day}::date) and s.recorded_at <= ${known}::timestamptz
      order by "arrMinor" desc nulls last, s.id limit 500`;
  });
}

/** An invoice past its due day that nobody has paid. */
export type PastDueInvoice = {
  id: string;
  number: string;
  dueOn: Day;
  pastDueDays: number;
  currency: string;
  amountMinor: number | null;
};

/** Unpaid invoices past due, oldest first (H1 payment_risk). */
export async function listPastDue(
  scope: Scope,
  { accountId, asOf, knownAt, day }: AccountQuestion,
): Promise<PastDueInvoice[]> {
  const hasMoney = may(scope.actor, "read_money");
  return withScope(
    scope,
    ({ sql }) => sql<PastDueInvoice[]>`
      select id, coalesce(number, external_id) as number, due_on as "dueOn", (${day}::date - due_on)::int as "pastDueDays", currency,
        ${hasMoney ? sql`amount_minor` : sql`null::bigint`} as "amountMinor"
      from invoices
      where workspace_id = ${scope.workspaceId}::uuid and account_id = ${accountId}::uuid and kind = 'invoice'
        and occurred_at < ${asOf.toISOString()}::timestamptz and recorded_at <= ${knownAt.toISOString()}::timestamptz
        and due_on < ${day}::date and (paid_at is null or paid_at >= ${asOf.toISOString()}::timestamptz
          or paid_recorded_at > ${knownAt.toISOString()}::timestamptz)
      order by due_on, id limit 500`,
  );
}

/** An order with the days since the one before; null for the first. */
export type OrderGap = { id: string; number: string; day: Day; gapDays: number | null };

/** The orders of an account, newest first (H1 order_rhythm). */
export async function listOrders(
  scope: Scope,
  { accountId, asOf, knownAt, zone }: AccountQuestion & { zone: string },
): Promise<OrderGap[]> {
  return withScope(
    scope,
    ({ sql }) => sql<OrderGap[]>`
      with orders as (
        select id, coalesce(number, external_id) as number, (occurred_at at time zone ${zone}::text)::date as day, occurred_at
        from invoices
        where workspace_id = ${scope.workspaceId}::uuid and account_id = ${accountId}::uuid and kind = 'order'
          and occurred_at < ${asOf.toISOString()}::timestamptz and recorded_at <= ${knownAt.toISOString()}::timestamptz)
      select id, number, day, (day - lag(day) over (order by occurred_at, id))::int as "gapDays"
      from orders order by occurred_at desc, id desc limit 5000`,
  );
}
