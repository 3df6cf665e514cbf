import type { Day } from "@/lib/period";
import { withScope } from "../client";
import { ALL_FEATURES } from "../schema";
import type { Scope } from "../scope";
import type { AccountQuestion } from "./account-contracts";

/** Use of one feature on one local day; feature 0 is all together. `users` is null where the source names nobody. */
export type UsageDay = { day: Day; feature: number; events: number; users: number | null };

/** Days of use in [from, to] as learnt by the local day `recordedOn`, oldest first, then by feature. */
export async function listUsageDays(
  scope: Scope,
  { accountId, from, to, recordedOn }: { accountId: string; from: Day; to: Day; recordedOn: Day },
): Promise<UsageDay[]> {
  return withScope(
    scope,
    ({ sql }) => sql<UsageDay[]>`
      select day, feature::int as feature, sum(events)::int as events, sum(users)::int as users from usage_days
      where workspace_id = ${scope.workspaceId}::uuid and account_id = ${accountId}::uuid and day between ${from}::date and ${to}::date
        and recorded_on <= ${recordedOn}::date
      group by day, feature order by day, feature`,
  );
}

export type Feature = { code: number; name: string; isLogin: boolean; isInPlan: boolean };

/** The features of the workspace; `isInPlan` marks the core features of the plan the account holds (H1 adoption_breadth). */
export async function listFeatures(
  scope: Scope,
  { accountId, asOf, knownAt, day }: AccountQuestion,
): Promise<Feature[]> {
  const at = asOf.toISOString();
  const known = knownAt.toISOString();
  return withScope(
    scope,
    ({ sql }) => sql<Feature[]>`
      with stated as (
        select value_text as key from account_facts
        where workspace_id = ${scope.workspaceId}::uuid and account_id = ${accountId}::uuid and field = 'plan'
          and valid_from < ${at}::timestamptz and recorded_at <= ${known}::timestamptz
        order by valid_from desc, recorded_at desc limit 1
      ), sold as (
        select p.key from subscriptions s
        join plans p on p.workspace_id = s.workspace_id and p.id = s.plan_id
        join lateral (select f.ended_on from subscription_facts f
          where f.workspace_id = s.workspace_id and f.subscription_id = s.id and f.valid_from < ${at}::timestamptz
            and f.recorded_at <= ${known}::timestamptz order by f.valid_from desc, f.recorded_at desc limit 1) t on true
        where s.workspace_id = ${scope.workspaceId}::uuid and s.account_id = ${accountId}::uuid and s.starts_on <= ${day}::date
          and (t.ended_on is null or t.ended_on > ${day}::date) and s.recorded_at <= ${known}::timestamptz
        order by s.id limit 1
      ), held as (
        select case when exists (select 1 from stated) then (select key from stated) else (select key from sold) end as key
      )
      select f.code::int as code, f.name, f.is_login as "isLogin", f.is_core and exists (
          select 1 from plan_features pf join plans p on p.workspace_id = pf.workspace_id and p.id = pf.plan_id
          where pf.workspace_id = f.workspace_id and pf.feature = f.code and p.key = (select key from held)) as "isInPlan"
      from features f where f.workspace_id = ${scope.workspaceId}::uuid order by f.code`,
  );
}

/** The first day of use as learnt by `recordedOn`; null before any. */
export async function getUsageStart(
  scope: Scope,
  { accountId, recordedOn }: { accountId: string; recordedOn: Day },
): Promise<Day | null> {
  const [row] = await withScope(
    scope,
    ({ sql }) => sql<{ day: Day | null }[]>`
      select min(day) as day from usage_starts
      where workspace_id = ${scope.workspaceId}::uuid and account_id = ${accountId}::uuid and recorded_on <= ${recordedOn}::date`,
  );
  return row?.day ?? null;
}

/** Whether any source of the workspace has named the people who use the product since a day (H1 login_recency). */
export async function hasNamedUsers(scope: Scope, { from }: { from: Day }): Promise<boolean> {
  const [row] = await withScope(
    scope,
    ({ sql }) => sql<{ found: boolean }[]>`
      select exists (select 1 from usage_days where workspace_id = ${scope.workspaceId}::uuid and day >= ${from}::date
        and feature = ${ALL_FEATURES} and users > 0) as found`,
  );
  return row?.found ?? false;
}
