import type { LatestAnswer } from "@/lib/metrics/health/raw";
import { withScope } from "../client";
import type { Contact, Response, Ticket } from "../schema";
import type { Scope } from "../scope";
import type { AccountQuestion } from "./account-contracts";

/** A ticket as the account shows it; instants as ISO texts. `reopens` counts how often it came back after it was solved. */
export type AccountTicket = Pick<Ticket, "id" | "subject" | "language" | "priority" | "isEscalated"> & {
  number: string;
  openedAt: string;
  firstReplyAt: string | null;
  isOpen: boolean;
  state: "new" | "open" | "pending" | "on_hold" | "solved" | "closed" | null;
  reopens: number;
};

/** Tickets that are open, and those opened from `from` on, newest first (H1 ticket_burden). */
export async function listAccountTickets(
  scope: Scope,
  { accountId, asOf, knownAt, from }: Omit<AccountQuestion, "day"> & { from: Date },
): Promise<AccountTicket[]> {
  const at = asOf.toISOString();
  const known = knownAt.toISOString();
  const rows = await withScope(scope, ({ sql }) => {
    const isOpen = sql`(t.solved_at is null or t.solved_at >= ${at}::timestamptz or t.solved_recorded_at > ${known}::timestamptz)`;
    return sql<AccountTicket[]>`
      select t.id, t.external_id as number, t.subject, t.language, t.priority, t.is_escalated as "isEscalated",
        t.occurred_at as "openedAt", case when t.first_reply_at < ${at}::timestamptz then t.first_reply_at end as "firstReplyAt",
        ${isOpen} as "isOpen", w.state, coalesce(w.reopens, 0)::int as reopens
      from tickets t
      left join lateral (
        select (array_agg(s.state order by s.occurred_at desc, s.id desc))[1] as state,
          count(*) filter (where s.state in ('new', 'open') and s.previous in ('solved', 'closed')) as reopens
        from (select s.id, s.state, s.occurred_at, lag(s.state) over (order by s.occurred_at, s.id) as previous from ticket_states s
          where s.workspace_id = t.workspace_id and s.ticket_id = t.id and s.occurred_at < ${at}::timestamptz
            and s.recorded_at <= ${known}::timestamptz) s) w on true
      where t.workspace_id = ${scope.workspaceId}::uuid and t.account_id = ${accountId}::uuid and t.occurred_at < ${at}::timestamptz
        and t.recorded_at <= ${known}::timestamptz and (t.occurred_at >= ${from.toISOString()}::timestamptz or ${isOpen})
      order by t.occurred_at desc, t.id desc limit 5000`;
  });
  return rows.map((row) => ({
    ...row,
    openedAt: new Date(row.openedAt).toISOString(),
    firstReplyAt: row.firstReplyAt === null ? null : new Date(row.firstReplyAt).toISOString(),
  }));
}

/** One survey answer with its age in days. */
export type AccountAnswer = Pick<Response, "id" | "kind" | "comment" | "language"> &
  LatestAnswer & { at: string; contact: string | null };

/** The latest answer of each kind that was given in the last `days` days, newest first (H1 sentiment). */
export async function listLatestAnswers(
  scope: Scope,
  { accountId, asOf, knownAt, days }: Omit<AccountQuestion, "day"> & { days: number },
): Promise<AccountAnswer[]> {
  const at = asOf.toISOString();
  const rows = await withScope(
    scope,
    ({ sql }) => sql<AccountAnswer[]>`
      select * from (
        select distinct on (r.kind) r.id, r.kind, r.score, r.comment, r.language, c.name as contact, r.occurred_at as at,
          (extract(epoch from ${at}::timestamptz - r.occurred_at) / 86400)::float8 as "ageDays"
        from responses r left join contacts c on c.workspace_id = r.workspace_id and c.id = r.contact_id
        where r.workspace_id = ${scope.workspaceId}::uuid and r.account_id = ${accountId}::uuid and r.occurred_at < ${at}::timestamptz
          and r.occurred_at >= ${at}::timestamptz - make_interval(days => ${days}::int) and r.recorded_at <= ${knownAt.toISOString()}::timestamptz
        order by r.kind, r.occurred_at desc, r.id desc) as latest
      order by at desc`,
  );
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

/** A contact between people of both sides. */
export type TwoWayContact = {
  id: string;
  channel: string;
  at: string;
  minutes: number | null;
  subject: string | null;
  contact: string | null;
};

/** Two-way contacts, newest first: those from `from` on, and the last one however old it is (H1 engagement, contact_recency). */
export async function listTwoWayContacts(
  scope: Scope,
  { accountId, asOf, knownAt, from }: Omit<AccountQuestion, "day"> & { from: Date },
): Promise<TwoWayContact[]> {
  const known = knownAt.toISOString();
  const rows = await withScope(scope, ({ sql }) => {
    const theirs = sql`t.workspace_id = ${scope.workspaceId}::uuid and t.account_id = ${accountId}::uuid and t.is_two_way
      and t.occurred_at < ${asOf.toISOString()}::timestamptz and t.recorded_at <= ${known}::timestamptz`;
    return sql<TwoWayContact[]>`
      select t.id, t.channel, t.occurred_at as at, t.minutes, t.subject, c.name as contact
      from touches t left join contacts c on c.workspace_id = t.workspace_id and c.id = t.contact_id
      where ${theirs} and (t.occurred_at >= ${from.toISOString()}::timestamptz
        or t.occurred_at = (select max(t.occurred_at) from touches t where ${theirs}))
      order by t.occurred_at desc, t.id desc limit 5000`;
  });
  return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
}

/** A person at the customer; `lastTwoWayAt` is null when both sides never spoke, `leftAt` while he or she is there. */
export type AccountContact = Pick<Contact, "id" | "name" | "role" | "jobTitle" | "language"> & {
  leftAt: string | null;
  lastTwoWayAt: string | null;
  lastTwoWayChannel: string | null;
};

/** The people of an account: who is there first, champion and sponsor before users and billing; at most 200. */
export async function listContacts(
  scope: Scope,
  { accountId, asOf }: { accountId: string; asOf: Date },
): Promise<AccountContact[]> {
  const at = asOf.toISOString();
  const rows = await withScope(
    scope,
    ({ sql }) => sql<AccountContact[]>`
      select c.id, c.name, c.role, c.job_title as "jobTitle", c.language,
        case when c.left_at < ${at}::timestamptz then c.left_at end as "leftAt",
        t.occurred_at as "lastTwoWayAt", t.channel as "lastTwoWayChannel"
      from contacts c left join lateral (
        select t.occurred_at, t.channel from touches t
        where t.workspace_id = c.workspace_id and t.account_id = c.account_id and t.contact_id = c.id and t.is_two_way
          and t.occurred_at < ${at}::timestamptz
        order by t.occurred_at desc limit 1) t on true
      where c.workspace_id = ${scope.workspaceId}::uuid and c.account_id = ${accountId}::uuid and c.occurred_at < ${at}::timestamptz
      order by coalesce(c.left_at < ${at}::timestamptz, false), array_position(array['champion', 'sponsor', 'user', 'billing'], c.role),
        t.occurred_at desc nulls last, c.id limit 200`,
  );
  return rows.map((row) => ({ ...row, leftAt: iso(row.leftAt), lastTwoWayAt: iso(row.lastTwoWayAt) }));
}

function iso(at: string | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
