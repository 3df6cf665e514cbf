import { afterAll, beforeAll, expect, test } from "vitest";
import { v7 } from "uuid";
import { withScope } from "../client";
import { listSources } from "../queries/sources";
import { closeTestDatabase, testWorkspace } from "../test-workspace";
import type { Scope } from "../scope";
import { beginSeed, clearSeed, endSeed, loadDemo, seedReadiness } from "./index";
import { SEEDED_TABLES } from "./load/clear";

const TODAY = "2026-03-10";
const ACCOUNTS = 60;
const NOW = new Date("2026-03-10T06:00:00Z");
const OWNERS = [v7(), v7()];

let scope: Scope;

beforeAll(async () => {
  scope = await loaded();
});
afterAll(closeTestDatabase);

test("60 accounts loaded twice with the same seed have the same content in every table, with another seed they have not", async () => {
  const first = await digest(scope);
  expect(first.every(([, , rows]) => rows > 0)).toBe(true);
  expect(await digest(await loaded())).toEqual(first);
  expect(await digest(await loaded({ seed: 2 }))).not.toEqual(first);
});

test("R1 the steps of annual revenue add up to the terms in force, as known at any instant", async () => {
  for (const known of ["2024-06-01", "2025-02-14", "2025-09-30", "2026-03-01", TODAY]) {
    const differing = await withScope(
      scope,
      ({ sql }) => sql`
        with terms as (
          select distinct on (subscription_id) * from subscription_facts
          where valid_from < ${known}::timestamptz and recorded_at <= ${known}::timestamptz
          order by subscription_id, valid_from desc, recorded_at desc
        ), steps as (
          select subscription_id, sum(arr_delta_minor) as arr from mrr_changes
          where day < ${known}::date and recorded_at <= ${known}::timestamptz group by subscription_id
        )
        select t.subscription_id from terms t left join steps s using (subscription_id)
        where coalesce(s.arr, 0) <> case when t.is_trial or t.ended_on < ${known}::date then 0 else t.fee_minor * 12 / t.billing_months end`,
    );
    expect(differing).toHaveLength(0);
  }
});

test("one source is 3 days late, one stopped 10 days ago, the others delivered yesterday, and the past knows its own freshness", async () => {
  const agesAt = async (asOf: string) => {
    const sources = await listSources(scope, { asOf: new Date(asOf) });
    return Object.fromEntries(
      sources.map((source) => [
        source.source,
        Math.round((Date.parse(asOf) - source.lastAt.getTime()) / 86_400_000),
      ]),
    );
  };
  expect(await agesAt(`${TODAY}T23:00:00Z`)).toEqual({
    billing: 10,
    crm: 3,
    helpdesk: 1,
    product: 1,
    surveys: 1,
  });
  expect(await agesAt("2025-06-01T23:59:00Z")).toEqual({
    billing: 0,
    crm: 0,
    helpdesk: 0,
    product: 0,
    surveys: 0,
  });
});

test("H1 daily use ends yesterday; the first day of use is the day of the first row", async () => {
  const [row] = await withScope(
    scope,
    ({ sql }) => sql<{ last: string; wrong: number }[]>`
      select max(day) as last, (select count(*)::int from usage_starts s where s.day <> (select min(u.day) from usage_days u
        where u.account_id = s.account_id and u.workspace_id = s.workspace_id)) as wrong from usage_days`,
  );
  expect(row).toEqual({ last: "2026-03-09", wrong: 0 });
});

test("an interrupted seed is known as half, is emptied, and counts as full only after its end", async () => {
  const { scope: other } = await testWorkspace();
  expect(await seedReadiness(other)).toBe("empty");
  await beginSeed(other, { accounts: 10, seed: 1, now: NOW });
  await load(other, { accounts: 10 });
  expect(await seedReadiness(other)).toBe("half");
  await clearSeed(other);
  expect((await digest(other)).every(([, , rows]) => rows === 0)).toBe(true);
  await load(other, { accounts: 10 });
  await endSeed(other, NOW);
  expect(await seedReadiness(other)).toBe("full");
});

async function loaded(options: { seed?: number } = {}): Promise<Scope> {
  const { scope: fresh } = await testWorkspace();
  await load(fresh, { accounts: ACCOUNTS, ...options });
  return fresh;
}

async function load(into: Scope, options: { accounts: number; seed?: number }): Promise<void> {
  const place = { today: TODAY, zone: "UTC", calendar: "gregory", country: "XX" } as const;
  await loadDemo(into, { seed: 1, place, currency: "USD", ownerIds: OWNERS, usage: "thin", ...options });
}

/** A hash over the content of each table without the workspace's own id, and its number of rows. */
async function digest(of: Scope): Promise<(readonly [table: string, hash: string, rows: number])[]> {
  return withScope(of, async ({ sql }) => {
    const tables: (readonly [string, string, number])[] = [];
    for (const table of SEEDED_TABLES.filter((name) => name !== "dirty_days")) {
      const [row] = await sql<{ hash: string; rows: number }[]>`
        select md5(coalesce(string_agg((to_jsonb(t) - 'workspace_id')::text, '' order by (to_jsonb(t) - 'workspace_id')::text), '')) as hash,
          count(*)::int as rows from ${sql(table)} t`;
      tables.push([table, row?.hash ?? "", row?.rows ?? 0]);
    }
    return tables;
  });
}
