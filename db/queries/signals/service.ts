import type { TicketSeverity } from "@/lib/metrics/health/raw";
import { ANSWER_DAYS_MAX } from "@/lib/metrics/health/raw";
import { ofAccounts, type Gathering, type Portfolio } from "./gather";

/** Two-way contacts are counted over these days (H1). */
export const CONTACT_DAYS = 90;

type TicketRow = { account_id: string; urgent: number; high: number; normal: number; low: number };

/** Tickets opened in the window by severity (urgent = sev1 … low = sev4) (H1). `windowFrom` is the first instant of the window. */
export async function gatherTickets(
  gathering: Gathering,
  windowFrom: string,
  portfolio: Portfolio,
): Promise<void> {
  const { sql, asOf, knownAt } = gathering;
  await sql<TicketRow[]>`
    select account_id, count(*) filter (where priority = 'urgent')::int as urgent, count(*) filter (where priority = 'high')::int as high,
      count(*) filter (where priority = 'normal')::int as normal, count(*) filter (where priority = 'low')::int as low
    from tickets
    where occurred_at >= ${windowFrom}::timestamptz and occurred_at < ${asOf}::timestamptz
      and recorded_at <= ${knownAt}::timestamptz ${ofAccounts(gathering, "account_id")}
    group by account_id`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (!account) return;
    const counts: Record<TicketSeverity, number> = {
      sev1: row.urgent,
      sev2: row.high,
      sev3: row.normal,
      sev4: row.low,
    };
    account.ticketsInWindow = counts;
  });
  await sql<{ account_id: string; open: number; urgent_at: number | null }[]>`
    select account_id, count(*)::int as open,
      (extract(epoch from min(occurred_at) filter (where priority = 'urgent')) * 1000)::float8 as urgent_at
    from tickets
    where occurred_at < ${asOf}::timestamptz and recorded_at <= ${knownAt}::timestamptz
      and (solved_at is null or solved_at >= ${asOf}::timestamptz or solved_recorded_at > ${knownAt}::timestamptz)
      ${ofAccounts(gathering, "account_id")}
    group by account_id`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (!account) return;
    account.openTickets = row.open;
    account.oldestOpenUrgentAtMs = row.urgent_at;
  });
}

type AnswerRow = { account_id: string; kind: "nps" | "csat" | "ces"; score: number; at: number };

/** The latest answer of each kind, and the oldest unhappy one that nobody has answered since (NPS 0–6, CSAT 1–2). */
export async function gatherAnswers(gathering: Gathering, portfolio: Portfolio): Promise<void> {
  const { sql, asOf, knownAt } = gathering;
  await sql<AnswerRow[]>`
    select distinct on (account_id, kind) account_id, kind, score, (extract(epoch from occurred_at) * 1000)::float8 as at
    from responses
    where occurred_at < ${asOf}::timestamptz and occurred_at >= ${asOf}::timestamptz - make_interval(days => ${ANSWER_DAYS_MAX + 1})
      and recorded_at <= ${knownAt}::timestamptz ${ofAccounts(gathering, "account_id")}
    order by account_id, kind, occurred_at desc, id desc`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (account) account[row.kind] = { score: row.score, atMs: row.at };
  });
  await sql<{ account_id: string; at: number }[]>`
    select r.account_id, (extract(epoch from min(r.occurred_at)) * 1000)::float8 as at from responses r
    where ((r.kind = 'nps' and r.score <= 6) or (r.kind = 'csat' and r.score <= 2))
      and r.occurred_at < ${asOf}::timestamptz and r.occurred_at >= ${asOf}::timestamptz - make_interval(days => ${CONTACT_DAYS})
      and r.recorded_at <= ${knownAt}::timestamptz ${ofAccounts(gathering, "r.account_id")}
      and not exists (select 1 from touches t where t.workspace_id = r.workspace_id and t.account_id = r.account_id
        and t.occurred_at > r.occurred_at and t.occurred_at < ${asOf}::timestamptz and t.recorded_at <= ${knownAt}::timestamptz
        and (t.direction = 'out' or t.is_two_way))
    group by r.account_id`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (account) account.oldestUnansweredDetractorAtMs = row.at;
  });
}

type TouchRow = { account_id: string; contacts: number; last_at: number; channel: string };

/** Two-way contacts of the last 90 days, and the last one ever with its channel (H1). `from` is the first instant of the 90 days. */
export async function gatherTouches(gathering: Gathering, from: string, portfolio: Portfolio): Promise<void> {
  const { sql, asOf, knownAt } = gathering;
  await sql<TouchRow[]>`
    select account_id, count(*) filter (where occurred_at >= ${from}::timestamptz)::int as contacts,
      (extract(epoch from max(occurred_at)) * 1000)::float8 as last_at, (max(array[occurred_at::text, channel]))[2] as channel
    from touches
    where is_two_way and occurred_at < ${asOf}::timestamptz and recorded_at <= ${knownAt}::timestamptz
      ${ofAccounts(gathering, "account_id")}
    group by account_id`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (!account) return;
    account.twoWayContacts90d = row.contacts;
    account.lastTwoWayAtMs = row.last_at;
    account.lastTwoWayChannel = row.channel;
  });
}

/** Sponsors who left within the last 180 days and those who are there (guardrail sponsor_gone). */
export async function gatherSponsors(gathering: Gathering, portfolio: Portfolio): Promise<void> {
  const { sql, asOf, knownAt } = gathering;
  await sql<{ account_id: string; left_count: number; present: number }[]>`
    select account_id,
      count(*) filter (where left_at < ${asOf}::timestamptz and left_recorded_at <= ${knownAt}::timestamptz)::int as left_count,
      count(*) filter (where left_at is null or left_at >= ${asOf}::timestamptz or left_recorded_at > ${knownAt}::timestamptz)::int as present
    from contacts
    where role = 'sponsor' and occurred_at < ${asOf}::timestamptz and recorded_at <= ${knownAt}::timestamptz
      ${ofAccounts(gathering, "account_id")}
    group by account_id`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (!account) return;
    account.sponsorsLeft = row.left_count;
    account.sponsorsPresent = row.present;
  });
}
