import { may } from "@/lib/roles";
import {
  TOUCH_CHANNELS,
  type TimelineChannel,
  type TimelineCursor,
  type TimelineEntry,
} from "@/lib/timeline";
import { withScope, type TransactionSql } from "../client";
import { ALL_FEATURES } from "../schema";
import type { Scope } from "../scope";

/** Which account, up to which instant; without `channels` all of them. */
export type TimelineQuestion = { accountId: string; asOf: Date; channels?: readonly TimelineChannel[] };

/**
 * Everything that happened with one account before `asOf`, in every channel, newest first, ties by id. `before` goes on where
 * a page ended. Amounts are null for who may not read money. Empty for an account of another workspace.
 */
export async function listTimeline(
  scope: Scope,
  question: TimelineQuestion & { before?: TimelineCursor | null; limit: number },
): Promise<TimelineEntry[]> {
  const { before, limit } = question;
  return withScope(
    scope,
    ({ sql }) => sql<TimelineEntry[]>`
      select e.kind || ':' || e.id as id, e.kind, e.channel,
        to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.is_day_only as "isDayOnly", e.key, e.name, e.text,
        e.contact, e.score, e.minutes, e.is_two_way as "isTwoWay", e.direction, e.amount_minor as "amountMinor", e.currency
      from (${happenings(sql, scope, question)}) e
      where ${within(sql, question)}
        ${before ? sql`and (e.at, e.kind || ':' || e.id) < (${before.at}::timestamptz, ${before.id})` : sql``}
      order by e.at desc, e.kind || ':' || e.id desc limit ${limit}`,
  );
}

/** How many things happened from `since` on, by channel; a channel in which nothing happened is absent. */
export async function countTimeline(
  scope: Scope,
  question: TimelineQuestion & { since: Date },
): Promise<Partial<Record<TimelineChannel, number>>> {
  const rows = await withScope(
    scope,
    ({ sql }) => sql<{ channel: TimelineChannel; n: number }[]>`
      select e.channel, count(*)::int as n from (${happenings(sql, scope, question)}) e
      where ${within(sql, question)} and e.at >= ${question.since.toISOString()}::timestamptz group by e.channel`,
  );
  return Object.fromEntries(rows.map((row) => [row.channel, row.n]));
}

function within(sql: TransactionSql, { asOf, channels }: TimelineQuestion) {
  return sql`e.at < ${asOf.toISOString()}::timestamptz
    ${channels ? sql`and e.channel = any(${[...channels]}::text[])` : sql``}`;
}

/** One row a happening, every kind with the same columns; what a kind lacks is null. */
function happenings(sql: TransactionSql, scope: Scope, question: TimelineQuestion) {
  const parts = [touched, ticketed, answered, invoiced, used, contracted, lost];
  return parts
    .map((part) => part(sql, question, may(scope.actor, "read_money")))
    .reduce((all, part) => sql`${all} union all ${part}`);
}

function touched(sql: TransactionSql, { accountId }: TimelineQuestion) {
  const channels = JSON.stringify(TOUCH_CHANNELS);
  return sql`
    select t.id::text as id, 'touch' as kind, coalesce(${channels}::jsonb ->> t.channel, 'other') as channel, t.occurred_at as at,
      false as is_day_only, t.channel as key, null::text as name, t.subject as text, c.name as contact, null::float8 as score,
      t.minutes, t.is_two_way, t.direction, null::bigint as amount_minor, null::text as currency
    from touches t left join contacts c on c.workspace_id = t.workspace_id and c.id = t.contact_id
    where t.account_id = ${accountId}::uuid
    union all
    select c.id::text, 'contact_left', 'contact', c.left_at, false, c.role, null, c.job_title, c.name, null, null, false, null, null, null
    from contacts c where c.account_id = ${accountId}::uuid and c.left_at is not null`;
}

function ticketed(sql: TransactionSql, { accountId }: TimelineQuestion) {
  const columns = sql`false, t.priority, t.external_id, t.subject, c.name, null, null, false, null, null, null
    from tickets t left join contacts c on c.workspace_id = t.workspace_id and c.id = t.contact_id
    where t.account_id = ${accountId}::uuid`;
  return sql`
    select t.id::text, 'ticket_opened', 'ticket', t.occurred_at, ${columns}
    union all select t.id::text, 'ticket_solved', 'ticket', t.solved_at, ${columns} and t.solved_at is not null`;
}

function answered(sql: TransactionSql, { accountId }: TimelineQuestion) {
  return sql`
    select r.id::text, 'answer', 'survey', r.occurred_at, false, r.kind, null, r.comment, c.name, r.score, null, false, null, null, null
    from responses r left join contacts c on c.workspace_id = r.workspace_id and c.id = r.contact_id
    where r.account_id = ${accountId}::uuid`;
}

function invoiced(sql: TransactionSql, { accountId }: TimelineQuestion, hasMoney: boolean) {
  const money = hasMoney ? sql`i.amount_minor, i.currency` : sql`null, null`;
  const columns = sql`false, i.kind, coalesce(i.number, i.external_id), null, null, null, null, false, null, ${money}
    from invoices i where i.account_id = ${accountId}::uuid`;
  return sql`
    select i.id::text, 'invoice_issued', 'invoice', i.occurred_at, ${columns}
    union all select i.id::text, 'invoice_paid', 'invoice', i.paid_at, ${columns} and i.paid_at is not null`;
}

function used(sql: TransactionSql, { accountId, asOf }: TimelineQuestion) {
  const blank = sql`null, null, null, null, null, null, false, null, null, null`;
  const until = sql`(${asOf.toISOString()}::timestamptz at time zone ${zone(sql)})::date`;
  return sql`
    select account_id::text, 'first_use', 'product', ${midnight(sql, sql`min(day)`)}, true, ${blank}
    from usage_starts where account_id = ${accountId}::uuid group by account_id
    union all select account_id::text, 'first_value', 'product', min(reached_at), false, ${blank}
    from first_values where account_id = ${accountId}::uuid group by account_id
    union all (select account_id::text, 'last_use', 'product', ${midnight(sql, sql`day`)}, true, ${blank}
    from usage_days where account_id = ${accountId}::uuid and feature = ${ALL_FEATURES} and events > 0 and day <= ${until}
    order by day desc limit 1)`;
}

function contracted(sql: TransactionSql, { accountId, asOf }: TimelineQuestion) {
  const named = sql`true, null, coalesce(p.name, d.name), null, null, null, null, false, null, null, null`;
  const offer = sql`left join plans p on p.workspace_id = s.workspace_id and p.id = s.plan_id
    left join products d on d.workspace_id = s.workspace_id and d.id = s.product_id`;
  const terms = sql`from subscriptions s
    join lateral (select f.ended_on, f.notice_given_on from subscription_facts f
      where f.workspace_id = s.workspace_id and f.subscription_id = s.id and f.valid_from < ${asOf.toISOString()}::timestamptz
      order by f.valid_from desc, f.recorded_at desc limit 1) f on true ${offer}
    where s.account_id = ${accountId}::uuid`;
  return sql`
    select s.id::text, 'subscription_started', 'contract', ${midnight(sql, sql`s.starts_on`)}, ${named}
    from subscriptions s ${offer} where s.account_id = ${accountId}::uuid
    union all select s.id::text, 'subscription_ended', 'contract', ${midnight(sql, sql`f.ended_on`)}, ${named}
    ${terms} and f.ended_on is not null
    union all select s.id::text, 'notice_given', 'contract', ${midnight(sql, sql`f.notice_given_on`)}, ${named}
    ${terms} and f.notice_given_on is not null`;
}

function lost(sql: TransactionSql, { accountId }: TimelineQuestion) {
  return sql`
    select e.id::text, case when e.is_reactivation then 'came_back' else 'loss_stated' end, 'contract', e.occurred_at, false,
      e.reason, null, e.comment, null, null, null, false, null, null, null
    from churn_events e where e.account_id = ${accountId}::uuid`;
}

/** A local day stands at its first instant in the workspace's zone. */
function midnight(sql: TransactionSql, day: ReturnType<TransactionSql>) {
  return sql`(${day})::timestamp at time zone ${zone(sql)}`;
}

function zone(sql: TransactionSql) {
  return sql`(select zone from workspaces where id = nullif(current_setting('vafa.workspace_id', true), '')::uuid)`;
}
