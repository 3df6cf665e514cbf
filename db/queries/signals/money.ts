import type { Contract } from "@/lib/metrics/signals";
import { ofAccounts, type Gathering, type Portfolio } from "./gather";

type ContractRow = {
  account_id: string;
  subscription_id: string;
  plan_key: string | null;
  currency: string;
  arr_minor: number;
  is_trial: boolean;
  quantity: number | null;
  term_months: number | null;
  term_ends_on: string | null;
  notice_days: number | null;
  is_auto_renewed: boolean;
  notice_given_on: string | null;
};

/** Turns an amount of one currency into another at the last rate known; null without a rate. */
export type Convert = (amountMinor: number, from: string, to: string) => number | null;

/** Running subscriptions with their terms in force; their annual amounts add up to the account's ARR (R1). */
export async function gatherContracts(
  gathering: Gathering,
  convert: Convert,
  portfolio: Portfolio,
): Promise<void> {
  const { sql, day, asOf, knownAt } = gathering;
  await sql<ContractRow[]>`
    with terms as (
      select distinct on (subscription_id) * from subscription_facts
      where valid_from < ${asOf}::timestamptz and recorded_at <= ${knownAt}::timestamptz
      order by subscription_id, valid_from desc, recorded_at desc
    ), amounts as (
      select subscription_id, sum(arr_delta_minor)::bigint as arr_minor from mrr_changes
      where day <= ${day}::date and recorded_at <= ${knownAt}::timestamptz ${ofAccounts(gathering, "account_id")}
      group by subscription_id
    )
    select s.account_id, s.id as subscription_id, p.key as plan_key, s.currency, coalesce(a.arr_minor, 0)::bigint as arr_minor,
      t.is_trial, t.quantity, t.term_months, t.term_ends_on, t.notice_days, t.is_auto_renewed, t.notice_given_on
    from subscriptions s
    join terms t on t.subscription_id = s.id
    left join amounts a on a.subscription_id = s.id
    left join plans p on p.workspace_id = s.workspace_id and p.id = s.plan_id
    where s.starts_on <= ${day}::date and (t.ended_on is null or t.ended_on > ${day}::date)
      and s.recorded_at <= ${knownAt}::timestamptz ${ofAccounts(gathering, "s.account_id")}
    order by s.account_id, s.id`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (!account) return;
    account.planKey ??= row.plan_key;
    // Seats stated on the account itself count; without them the running subscriptions add up (H1).
    if (row.quantity !== null) account.seats = (account.seats ?? 0) + row.quantity;
    if (row.is_trial) {
      account.hasTrial = true;
    } else {
      (account.contracts as Contract[]).push(
        contractOf(row, convert(row.arr_minor, row.currency, account.currency) ?? 0),
      );
    }
  });
}

function contractOf(row: ContractRow, arrMinor: number): Contract {
  return {
    subscriptionId: row.subscription_id,
    arrMinor,
    termMonths: row.term_months,
    termEndsOn: row.term_ends_on,
    noticeDays: row.notice_days,
    isAutoRenewed: row.is_auto_renewed,
    noticeGivenOn: row.notice_given_on,
  };
}

type PaidRow = {
  account_id: string;
  currency: string;
  arr_minor: number;
  paid_since: string | null;
  last_delta: number;
};

/** ARR now, the first paid day, and for who pays no more the ARR before leaving (R1, R2). */
export async function gatherRevenue(
  gathering: Gathering,
  convert: Convert,
  portfolio: Portfolio,
): Promise<void> {
  const { sql, day, knownAt } = gathering;
  await sql<PaidRow[]>`
    select account_id, currency, sum(delta)::bigint as arr_minor, min(day) filter (where delta > 0) as paid_since,
      (array_agg(delta order by day desc))[1] as last_delta
    from (
      select account_id, currency, day, sum(arr_delta_minor)::bigint as delta from mrr_changes
      where day <= ${day}::date and recorded_at <= ${knownAt}::timestamptz ${ofAccounts(gathering, "account_id")}
      group by account_id, currency, day
    ) as steps
    group by account_id, currency`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (!account) return;
    account.arrMinor += convert(row.arr_minor, row.currency, account.currency) ?? 0;
    const left = row.arr_minor === 0 ? -row.last_delta : 0;
    account.arrBeforeLeavingMinor += convert(Math.max(0, left), row.currency, account.currency) ?? 0;
    if (account.paidSince === null || (row.paid_since !== null && row.paid_since < account.paidSince))
      account.paidSince = row.paid_since;
  });
}

type InvoiceRow = { account_id: string; invoices: number; unpaid_due_on: string | null };

/** Whether there ever was an invoice, and the due day of the oldest unpaid one that is past due (H1). */
export async function gatherInvoices(gathering: Gathering, portfolio: Portfolio): Promise<void> {
  const { sql, day, asOf, knownAt } = gathering;
  await sql<InvoiceRow[]>`
    select account_id, count(*)::int as invoices,
      min(due_on) filter (where due_on < ${day}::date and (paid_at is null or paid_at >= ${asOf}::timestamptz
        or paid_recorded_at > ${knownAt}::timestamptz)) as unpaid_due_on
    from invoices
    where kind = 'invoice' and occurred_at < ${asOf}::timestamptz and recorded_at <= ${knownAt}::timestamptz
      ${ofAccounts(gathering, "account_id")}
    group by account_id`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (!account) return;
    account.hasInvoices = row.invoices > 0;
    account.oldestUnpaidDueOn = row.unpaid_due_on;
  });
}

type OrderRow = { account_id: string; orders: number; last_on: string; gap: number | null };

/** Number of orders, day of the last, median days between two (H1 order_rhythm). */
export async function gatherOrders(gathering: Gathering, zone: string, portfolio: Portfolio): Promise<void> {
  const { sql, asOf, knownAt } = gathering;
  await sql<OrderRow[]>`
    select account_id, count(*)::int as orders, max(day) as last_on, percentile_cont(0.5) within group (order by gap) as gap
    from (
      select account_id, (occurred_at at time zone ${zone})::date as day,
        (occurred_at at time zone ${zone})::date - lag((occurred_at at time zone ${zone})::date) over (partition by account_id order by occurred_at) as gap
      from invoices
      where kind = 'order' and occurred_at < ${asOf}::timestamptz and recorded_at <= ${knownAt}::timestamptz
        ${ofAccounts(gathering, "account_id")}
    ) as ordered group by account_id`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (!account) return;
    account.orders = row.orders;
    account.lastOrderOn = row.last_on;
    account.orderGapDaysMedian = row.gap;
  });
}
