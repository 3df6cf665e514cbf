import { v7 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { withScope } from "@/db/client";
import { closeTestDatabase, testWorkspace } from "@/db/test-workspace";
import type { Scope } from "@/db/scope";
import { cardMeasures, type Card } from "@/lib/metrics/health/card";
import { recomputeFromStored } from "@/lib/metrics/health/snapshot";
import { addDays } from "@/lib/period";
import { connectScorecards } from "../scorecards";
import { setUpWorkspace } from "../set-up";
import { recomputeHistory, recomputeTouched } from "./recompute";

afterAll(closeTestDatabase);

const DAY = "2026-03-31";
const NOW = new Date("2026-04-01T06:00:00Z");

async function workspace(): Promise<Scope> {
  const { scope } = await setUpWorkspace({ slug: `scores-${v7()}`, name: "Scores", country: "XX", now: NOW });
  return scope;
}

/** An account that pays 1,200.00 a year since 400 days, uses one feature on every second day, with one urgent ticket. */
async function addAccount(scope: Scope, options: { activeUntil?: string } = {}): Promise<string> {
  const accountId = v7();
  const subscriptionId = v7();
  const since = addDays(DAY, -400);
  const ws = scope.workspaceId;
  await withScope(scope, async ({ sql }) => {
    await sql`insert into accounts (workspace_id, id, source, external_id, name, name_folded, currency, custom, content_hash, occurred_at, recorded_at)
      values (${ws}, ${accountId}, 'crm', ${accountId}, 'Nila', 'nila', 'USD', '{}', '\\x00', ${since}, ${since})`;
    await sql`insert into subscriptions (workspace_id, id, account_id, source, external_id, currency, starts_on, content_hash, occurred_at, recorded_at)
      values (${ws}, ${subscriptionId}, ${accountId}, 'billing', ${subscriptionId}, 'USD', ${since}, '\\x00', ${since}, ${since})`;
    await sql`insert into subscription_facts (workspace_id, id, subscription_id, valid_from, recorded_at, fee_minor, billing_months, quantity)
      values (${ws}, ${v7()}, ${subscriptionId}, ${since}, ${since}, 10000, 1, 40)`;
    await sql`insert into mrr_changes (workspace_id, id, account_id, subscription_id, day, arr_delta_minor, currency, recorded_at)
      values (${ws}, ${v7()}, ${accountId}, ${subscriptionId}, ${since}, 120000, 'USD', ${since})`;
    await sql`insert into usage_starts (workspace_id, account_id, recorded_on, day) values (${ws}, ${accountId}, ${since}, ${since})`;
    await sql`insert into usage_days (workspace_id, account_id, day, recorded_on, feature, events, users)
      select ${ws}, ${accountId}, d::date, d::date, f, 3, 2 from generate_series(${addDays(DAY, -150)}::date, ${options.activeUntil ?? DAY}::date, interval '2 days') d,
        unnest(array[0, 1]) f`;
    await sql`insert into tickets (workspace_id, id, account_id, source, external_id, priority, content_hash, occurred_at, recorded_at, solved_at, solved_recorded_at)
      values (${ws}, ${v7()}, ${accountId}, 'desk', ${v7()}, 'urgent', '\\x00', ${addDays(DAY, -5)}, ${addDays(DAY, -5)}, ${addDays(DAY, -4)}, ${addDays(DAY, -4)})`;
  });
  return accountId;
}

async function connectSources(scope: Scope): Promise<void> {
  await withScope(scope, async ({ sql }) => {
    const ws = scope.workspaceId;
    await sql`insert into features (workspace_id, code, key, name, is_core) values (${ws}, 1, 'orders', 'Orders', true)`;
    const plan = v7();
    await sql`insert into plans (workspace_id, id, key, name) values (${ws}, ${plan}, 'pro', 'Pro')`;
    await sql`insert into plan_features (workspace_id, plan_id, feature) values (${ws}, ${plan}, 1)`;
    await sql`update subscriptions set plan_id = ${plan}`;
    await sql`insert into source_freshness (workspace_id, source, family, delivered_on, delivered_at, rows)
      select ${ws}, f, f, d::date, d + interval '1 day', 1
      from unnest(array['usage', 'tickets', 'seats']) f, generate_series(${addDays(DAY, -120)}::timestamptz, ${DAY}::timestamptz, interval '1 day') d`;
  });
  await connectScorecards(scope, NOW);
}

type Stored = {
  day: string;
  chi: number | null;
  coverage: number;
  raw: number[];
  age_days: number[];
  normalised: number[];
  decayed: number[];
  card: Card;
};

const snapshots = (scope: Scope) =>
  withScope(
    scope,
    ({ sql }) => sql<Stored[]>`select s.*, v.card from health_snapshots s
      join scorecard_versions v on v.workspace_id = s.workspace_id and v.id = s.version_id order by s.day`,
  );

test("a recompute of one day leaves a snapshot and a standing that name what was measured", async () => {
  const scope = await workspace();
  const accountId = await addAccount(scope);
  await connectSources(scope);
  const { accounts } = await recomputeHistory(scope, [DAY], { now: NOW });
  expect(accounts).toBe(1);
  const [snapshot] = await snapshots(scope);
  const keys = cardMeasures(snapshot!.card).map((measure) => measure.key);
  expect(keys).not.toContain("sentiment");
  expect(snapshot!.raw[keys.indexOf("usage_vs_baseline")]).toBeCloseTo(1, 6);
  expect(snapshot!.raw[keys.indexOf("adoption_breadth")]).toBe(1);
  expect(snapshot!.raw[keys.indexOf("ticket_burden")]).toBe(25);
  const [standing] = await withScope(
    scope,
    ({ sql }) =>
      sql<
        { account_id: string; arr_minor: number; loss_minor: number; churn_probability_90d: number }[]
      >`select * from account_standings`,
  );
  expect(standing).toMatchObject({ account_id: accountId, arr_minor: 120000 });
  expect(standing!.loss_minor).toBe(Math.round(standing!.churn_probability_90d * 120000));
});

test("H14 a stored snapshot recomputes bit for bit", async () => {
  const scope = await workspace();
  await addAccount(scope, { activeUntil: addDays(DAY, -9) });
  await connectSources(scope);
  await recomputeHistory(scope, [addDays(DAY, -30), DAY], { now: NOW });
  const stored = await snapshots(scope);
  expect(stored).toHaveLength(2);
  for (const snapshot of stored) {
    const again = recomputeFromStored(snapshot.card, snapshot.raw, snapshot.age_days, snapshot.normalised);
    expect(Object.is(again.chi, snapshot.chi)).toBe(true);
    expect(again.coverage).toBe(snapshot.coverage);
    expect(again.measures.map((measure) => measure.decayed)).toEqual([...snapshot.decayed]);
  }
});

test("the second recompute of a day changes nothing", async () => {
  const scope = await workspace();
  await addAccount(scope);
  await connectSources(scope);
  await recomputeHistory(scope, [DAY], { now: NOW });
  const before = await snapshots(scope);
  await recomputeHistory(scope, [DAY], { now: new Date(NOW.getTime() + 1000) });
  expect(await snapshots(scope)).toEqual(before);
});

test("a day sees only what was recorded by its end: late usage does not rewrite it", async () => {
  const scope = await workspace();
  const accountId = await addAccount(scope, { activeUntil: addDays(DAY, -60) });
  await connectSources(scope);
  await withScope(
    scope,
    ({
      sql,
    }) => sql`insert into usage_days (workspace_id, account_id, day, recorded_on, feature, events, users)
      select ${scope.workspaceId}, ${accountId}, d::date, ${DAY}, 0, 5, 1 from generate_series(${addDays(DAY, -57)}::date, ${DAY}::date, interval '1 day') d`,
  );
  const past = addDays(DAY, -7);
  await recomputeHistory(scope, [past, DAY], { now: NOW });
  const [then, now] = await snapshots(scope);
  const usage = cardMeasures(then!.card).findIndex((measure) => measure.key === "usage_vs_baseline");
  expect(then!.raw[usage]).toBe(0);
  expect(now!.raw[usage]).toBeGreaterThan(1);
});

test("what was recorded on the day after is not in a day's snapshot, though its first instant ends that day", async () => {
  const scope = await workspace();
  const accountId = await addAccount(scope, { activeUntil: addDays(DAY, -60) });
  await connectSources(scope);
  const past = addDays(DAY, -7);
  await withScope(
    scope,
    ({
      sql,
    }) => sql`insert into usage_days (workspace_id, account_id, day, recorded_on, feature, events, users)
      values (${scope.workspaceId}, ${accountId}, ${past}, ${addDays(past, 1)}, 0, 5, 1)`,
  );
  await recomputeHistory(scope, [past, DAY], { now: NOW });
  const [then, now] = await snapshots(scope);
  const usage = cardMeasures(then!.card).findIndex((measure) => measure.key === "usage_vs_baseline");
  expect(then!.raw[usage]).toBe(0);
  expect(now!.raw[usage]).toBeGreaterThan(0);
});

test("a touched account follows a new ticket without a snapshot and without touching another workspace", async () => {
  const [scope, other] = [await workspace(), await workspace()];
  const accountId = await addAccount(scope);
  await addAccount(other);
  await connectSources(scope);
  await connectSources(other);
  await recomputeHistory(scope, [DAY], { now: NOW });
  await recomputeHistory(other, [DAY], { now: NOW });
  const standing = (of: Scope) =>
    withScope(
      of,
      ({ sql }) =>
        sql<
          { chi: number; known_at: string; open_tickets: number }[]
        >`select chi, known_at, open_tickets from account_standings`,
    );
  const [before] = await standing(scope);
  const [otherBefore] = await standing(other);
  const later = new Date(NOW.getTime() + 60_000);
  await withScope(
    scope,
    ({
      sql,
    }) => sql`insert into tickets (workspace_id, id, account_id, source, external_id, priority, content_hash, occurred_at, recorded_at)
      values (${scope.workspaceId}, ${v7()}, ${accountId}, 'desk', ${v7()}, 'urgent', '\\x00', ${NOW.toISOString()}, ${NOW.toISOString()})`,
  );
  expect(await recomputeTouched(scope, [accountId], later)).toEqual({ accounts: 1 });
  const [after] = await standing(scope);
  expect(after!.chi).toBeLessThan(before!.chi);
  expect(after!.open_tickets).toBe(1);
  expect(await snapshots(scope)).toHaveLength(1);
  expect((await standing(other))[0]).toEqual(otherBefore);
});

test("without any account there is nothing to judge and nothing fails", async () => {
  const { scope } = await testWorkspace();
  expect(await recomputeHistory(scope, [DAY], { now: NOW })).toEqual({ accounts: 0 });
});
