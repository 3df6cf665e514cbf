import { withScope, type Tx } from "../client";
import type { Scope } from "../scope";
import { ALL_FEATURES } from "../schema";
import type { DirtyDay } from "./dirty";

/** First value is reached by this many people, or on this many days where a source names nobody (defaults.md 2). */
const FIRST_VALUE_UNITS = 3;

/** The count columns are 4-byte integers; a day cannot say more. */
const COUNT_MAX = 2_147_483_647;

/**
 * Makes the given account-days of usage again from their events: the rows of a (day, recording day) that has events are replaced,
 * never added to; days whose raw events are gone stay as they were rolled up. Then brings first days of use and first values
 * of these accounts up to date. In a workspace one rollup runs at a time.
 */
export async function rebuildUsage(
  scope: Scope,
  params: { zone: string; pairs: readonly DirtyDay[] },
): Promise<void> {
  const { zone, pairs } = params;
  if (pairs.length === 0) return;
  await withScope(scope, async (tx) => {
    await createTouchedDays(tx);
    await tx.sql`insert into touched_days select distinct account_id, day
      from unnest(${pairs.map((p) => p.accountId)}::uuid[], ${pairs.map((p) => p.day)}::text[]::date[]) as p (account_id, day)`;
    await rebuildTouched(tx, scope, zone);
  });
}

/**
 * Rolls up the marked days of the next accounts after `cursor` (an account id) and unmarks them, in one transaction. Answers the
 * accounts done, none at the end. A mark set meanwhile is kept: its writer and the delete here wait for each other.
 */
export async function rebuildMarkedUsage(
  scope: Scope,
  params: { zone: string; cursor: string | null; limit: number },
): Promise<string[]> {
  return withScope(scope, async (tx) => {
    const { sql } = tx;
    const after = params.cursor ? sql`where account_id > ${params.cursor}::uuid` : sql``;
    const rows = await sql<{ account_id: string }[]>`
      select distinct account_id from dirty_days ${after} order by account_id limit ${params.limit}`;
    const accountIds = rows.map((row) => row.account_id);
    if (accountIds.length === 0) return [];
    await createTouchedDays(tx);
    await sql`with unmarked as (delete from dirty_days where account_id = any(${accountIds}::uuid[]) returning account_id, day)
      insert into touched_days select distinct account_id, day from unmarked`;
    await rebuildTouched(tx, scope, params.zone);
    return accountIds;
  });
}

async function createTouchedDays({ sql }: Tx): Promise<void> {
  await sql`create temporary table touched_days (account_id uuid not null, day date not null) on commit drop`;
}

async function rebuildTouched(tx: Tx, scope: Scope, zone: string): Promise<void> {
  const { sql } = tx;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`rollup:${scope.workspaceId}`}, 0))`;
  await sql`analyze touched_days`;
  await gatherFreshDays(tx, zone);
  await sql`analyze fresh_days`;
  await sql`delete from usage_days u using (select distinct account_id, day, recorded_on from fresh_days) f
    where u.account_id = f.account_id and u.day = f.day and u.recorded_on = f.recorded_on`;
  await sql`insert into usage_days (workspace_id, account_id, day, recorded_on, feature, events, users)
    select ${scope.workspaceId}::uuid, account_id, day, recorded_on, feature, events, users from fresh_days order by day, account_id, feature`;
  await saveUsageStarts(tx, scope);
  await saveFirstValues(tx, scope, zone);
  await sql`drop table touched_days, fresh_days, fresh_starts`;
}

/**
 * What the events of the touched days say: counts and people per feature and for all features together. A person counts on the
 * recording day that first told of him or her, so sums over recording days are true as-known counts. What was recorded at
 * midnight the snapshot of the ending day still sees (K6), so it belongs to that day.
 */
async function gatherFreshDays({ sql }: Tx, zone: string): Promise<void> {
  const [span] = await sql<{ from_at: string | null; to_at: string | null }[]>`
    select (min(day)::timestamp at time zone ${zone})::text as from_at, ((max(day) + 1)::timestamp at time zone ${zone})::text as to_at from touched_days`;
  await sql`create temporary table fresh_days on commit drop as
    with told as (
      select account_id, (occurred_at at time zone ${zone})::date as day,
        ((recorded_at - interval '1 millisecond') at time zone ${zone})::date as recorded_on, feature, user_key, count
      from usage_events
      where occurred_at >= ${span?.from_at ?? "infinity"}::timestamptz and occurred_at < ${span?.to_at ?? "infinity"}::timestamptz
        and count > 0 and account_id in (select account_id from touched_days)
    ), used as (
      select * from told join touched_days using (account_id, day)
    ), cells as (
      select account_id, day, recorded_on, feature, user_key, count from used
      union all
      select account_id, day, recorded_on, ${ALL_FEATURES}::smallint, user_key, count from used
    ), named as (
      select account_id, day, min(recorded_on) as named_on from used where user_key is not null group by account_id, day
    ), people as (
      select account_id, day, feature, recorded_on, count(*)::int as users
      from (
        select account_id, day, feature, user_key, min(recorded_on) as recorded_on from cells
        where user_key is not null group by account_id, day, feature, user_key
      ) as first_seen group by account_id, day, feature, recorded_on
    )
    select c.account_id, c.day, c.recorded_on, c.feature, least(sum(c.count), ${COUNT_MAX})::int as events,
      case when min(n.named_on) <= c.recorded_on then coalesce(min(p.users), 0) end as users
    from cells c
    left join named n on n.account_id = c.account_id and n.day = c.day
    left join people p on p.account_id = c.account_id and p.day = c.day and p.feature = c.feature and p.recorded_on = c.recorded_on
    group by c.account_id, c.day, c.recorded_on, c.feature`;
}

/** First days of use as they were learnt: a later recording counts only when it tells of an earlier day. */
async function saveUsageStarts({ sql }: Tx, scope: Scope): Promise<void> {
  await sql`create temporary table fresh_starts on commit drop as
    with learnt as (
      select account_id, recorded_on, min(day) as day from fresh_days group by account_id, recorded_on
      union all
      select account_id, recorded_on, day from usage_starts where account_id in (select account_id from touched_days)
    ), firsts as (
      select account_id, recorded_on, min(day) as day from learnt group by account_id, recorded_on
    )
    select account_id, recorded_on, day from (
      select *, min(day) over (partition by account_id order by recorded_on rows between unbounded preceding and 1 preceding) as known
      from firsts
    ) as ordered where known is null or day < known`;
  await sql`delete from usage_starts s where s.account_id in (select account_id from fresh_starts)
    and not exists (select 1 from fresh_starts f where f.account_id = s.account_id and f.recorded_on = s.recorded_on)`;
  await sql`insert into usage_starts (workspace_id, account_id, recorded_on, day)
    select ${scope.workspaceId}::uuid, account_id, recorded_on, day from fresh_starts
    on conflict (workspace_id, account_id, recorded_on) do update set day = excluded.day where usage_starts.day <> excluded.day`;
}

/**
 * First values of the touched accounts, as they became known: by the key events (any use where no feature is key), with three
 * named people, or three days where nobody is named. Rows are added when they tell of an earlier day than those there were.
 */
async function saveFirstValues({ sql }: Tx, scope: Scope, zone: string): Promise<void> {
  await sql`insert into first_values (workspace_id, account_id, reached_at, recorded_at)
    with undecided as (
      select t.account_id from touched_days t left join first_values f on f.account_id = t.account_id
      group by t.account_id having min(f.reached_at) is null or min(t.day) <= (min(f.reached_at) at time zone ${zone})::date
    ), uses as (
      select e.account_id, e.occurred_at, e.recorded_at, e.user_key, (e.occurred_at at time zone ${zone})::date as day,
        bool_or(e.user_key is not null) over (partition by e.account_id) as is_named
      from usage_events e
      where e.account_id in (select account_id from undecided) and e.count > 0
        and (e.feature in (select code from features where is_key) or not exists (select 1 from features where is_key))
    ), units as (
      select account_id, case when is_named then user_key else day::text end as unit, occurred_at, recorded_at from uses
    ), learnt as (
      select account_id, unit, min(recorded_at) as known_at from units where unit is not null group by account_id, unit
    ), known as (
      select account_id, known_at from (
        select account_id, known_at, row_number() over (partition by account_id order by known_at, unit) as place from learnt
      ) as ranked where place = ${FIRST_VALUE_UNITS}
    ), horizons as (
      select account_id, known_at from known union select account_id, 'infinity'::timestamptz from known
    ), firsts as (
      select h.account_id, h.known_at as horizon, u.unit, min(u.occurred_at) as first_at,
        (array_agg(u.recorded_at order by u.occurred_at, u.recorded_at))[1] as recorded_at
      from horizons h join units u on u.account_id = h.account_id and u.recorded_at <= h.known_at and u.unit is not null
      group by h.account_id, h.known_at, u.unit
    ), places as (
      select account_id, horizon, first_at, row_number() over by_time as place, max(recorded_at) over by_time as known_at
      from firsts window by_time as (partition by account_id, horizon order by first_at, unit rows unbounded preceding)
    )
    select ${scope.workspaceId}::uuid, p.account_id, min(p.first_at), greatest(p.known_at, k.known_at)
    from places p join known k on k.account_id = p.account_id
    where p.place = ${FIRST_VALUE_UNITS} and not exists (select 1 from first_values f
      where f.account_id = p.account_id and f.recorded_at <= greatest(p.known_at, k.known_at) and f.reached_at <= p.first_at)
    group by p.account_id, greatest(p.known_at, k.known_at)
    on conflict (workspace_id, account_id, recorded_at) do update set reached_at = least(first_values.reached_at, excluded.reached_at)`;
}
