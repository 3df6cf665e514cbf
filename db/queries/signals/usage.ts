import { ADOPTED_USES_MIN, BASELINE_DAYS_MAX, WINDOW_DAYS } from "@/lib/metrics/health/raw";
import { addDays } from "@/lib/period";
import { ALL_FEATURES } from "../../schema";
import { ofAccounts, type Gathering, type Portfolio } from "./gather";

type ActivityRow = {
  account_id: string;
  window_days: number;
  baseline_days: number;
  user_days: number | null;
  used_on: string | null;
};

/**
 * Active days, user-days and last login (H1). A day is active when anything was used; rows of one day learnt at different times
 * set the same bit of the mask, so they count once. The baseline is 84 days before the window, two masks of 42.
 */
export async function gatherActivity(gathering: Gathering, portfolio: Portfolio): Promise<void> {
  const { sql, day, recordedOn } = gathering;
  const windowFrom = addDays(day, 1 - WINDOW_DAYS);
  const baselineFrom = addDays(windowFrom, -BASELINE_DAYS_MAX);
  const half = addDays(baselineFrom, BASELINE_DAYS_MAX / 2);
  await sql<ActivityRow[]>`
    select account_id,
      bit_count(coalesce(bit_or(1::bigint << (day - ${windowFrom}::date))
        filter (where day >= ${windowFrom}::date and events > 0), 0)::bit(64))::int as window_days,
      (bit_count(coalesce(bit_or(1::bigint << (day - ${half}::date))
        filter (where day < ${windowFrom}::date and day >= ${half}::date and events > 0), 0)::bit(64))
      + bit_count(coalesce(bit_or(1::bigint << (day - ${baselineFrom}::date))
        filter (where day < ${half}::date and events > 0), 0)::bit(64)))::int as baseline_days,
      sum(users) filter (where day >= ${windowFrom}::date)::int as user_days,
      max(day) filter (where coalesce(users, events) > 0) as used_on
    from usage_days
    where day between ${baselineFrom}::date and ${day}::date and recorded_on <= ${recordedOn}::date
      and feature = ${ALL_FEATURES} ${ofAccounts(gathering, "account_id")}
    group by account_id`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (!account) return;
    account.windowActiveDays = row.window_days;
    account.baselineActiveDays = row.baseline_days;
    account.userDays = row.user_days;
    // A login is the login event; without any, use by a named user; where the source names no users, any use (H1).
    account.lastLoginOn = row.used_on;
  });
  await gatherLogins(gathering, baselineFrom, portfolio);
}

/** The last login event of each account, found from the newest day backwards; nothing when the product sends none. */
async function gatherLogins(gathering: Gathering, from: string, portfolio: Portfolio): Promise<void> {
  const { sql, day, recordedOn } = gathering;
  const logins = (await sql<{ code: number }[]>`select code from features where is_login`).map(
    (row) => row.code,
  );
  if (logins.length === 0) return;
  await sql<{ account_id: string; login_on: string | null }[]>`
    select a.id as account_id, (
      select u.day from usage_days u
      where u.workspace_id = a.workspace_id and u.account_id = a.id and u.day between ${from}::date and ${day}::date
        and u.feature = any(${logins}::smallint[]) and u.recorded_on <= ${recordedOn}::date and u.events > 0
      order by u.day desc limit 1) as login_on
    from accounts a where true ${ofAccounts(gathering, "a.id")}`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (account) account.lastLoginOn = row.login_on;
  });
}

/** Core features used at least three times in the window, by code (H1). */
export async function gatherAdoption(gathering: Gathering, portfolio: Portfolio): Promise<void> {
  const { sql, day, recordedOn } = gathering;
  await sql<{ account_id: string; adopted: string }[]>`
    select account_id, string_agg(feature::text, ',') as adopted
    from (
      select account_id, feature from usage_days
      where day between ${addDays(day, 1 - WINDOW_DAYS)}::date and ${day}::date and recorded_on <= ${recordedOn}::date
        and feature in (select code from features where is_core) ${ofAccounts(gathering, "account_id")}
      group by account_id, feature having sum(events) >= ${ADOPTED_USES_MIN}
    ) as used group by account_id`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (account) account.adoptedFeatures = row.adopted.split(",").map(Number);
  });
}

/** First day of use and the day first value was reached, as known. */
export async function gatherBeginnings(
  gathering: Gathering,
  zone: string,
  portfolio: Portfolio,
): Promise<void> {
  const { sql, asOf, knownAt, recordedOn } = gathering;
  await sql<{ account_id: string; day: string }[]>`
    select account_id, min(day) as day from usage_starts
    where recorded_on <= ${recordedOn}::date ${ofAccounts(gathering, "account_id")}
    group by account_id`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (account) account.usageStartedOn = row.day;
  });
  await sql<{ account_id: string; reached_on: string }[]>`
    select account_id, (min(reached_at) at time zone ${zone})::date as reached_on from first_values
    where recorded_at <= ${knownAt}::timestamptz and reached_at < ${asOf}::timestamptz ${ofAccounts(gathering, "account_id")}
    group by account_id`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (account) account.firstValueOn = row.reached_on;
  });
}

/** Core features of each plan, by plan key. */
export async function planCores({ sql }: Pick<Gathering, "sql">): Promise<Map<string, ReadonlySet<number>>> {
  const rows = await sql<{ key: string; codes: number[] }[]>`
    select p.key, array_agg(f.code::int) as codes from plans p
    join plan_features pf on pf.workspace_id = p.workspace_id and pf.plan_id = p.id
    join features f on f.workspace_id = pf.workspace_id and f.code = pf.feature and f.is_core
    group by p.key`;
  return new Map(rows.map((row) => [row.key, new Set(row.codes)]));
}
