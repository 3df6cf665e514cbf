import { afterAll, beforeAll, expect, test } from "vitest";
import { v7 } from "uuid";
import { withScope } from "@/db/client";
import { beginSeed } from "@/db/seed";
import type { Scope } from "@/db/scope";
import { closeTestDatabase } from "@/db/test-workspace";
import { seedDemo, WorkspaceNotEmpty } from "./demo";
import { setUpWorkspace } from "./set-up";

const NOW = new Date("2026-03-10T06:00:00Z");
const ACCOUNTS = 12;
/** Over a hundred days are scored, and the machine may be busy. */
const PATIENCE_MS = 300_000;

const slug = `demo-${v7()}`;
let scope: Scope;

beforeAll(async () => {
  scope = (await setUpWorkspace({ slug, name: "Demo", country: "SA", now: NOW })).scope;
  await beginSeed(scope, { accounts: ACCOUNTS, seed: 1, now: NOW });
  await withScope(
    scope,
    ({ sql }) => sql`insert into features (workspace_id, code, key, name, is_core)
      values (${scope.workspaceId}, 1, 'left-behind', 'Left behind', true)`,
  );
});
afterAll(closeTestDatabase);

test(
  "a seed makes again what an interrupted one left: facts, team, cards, limits, 98 daily snapshots and standings up to yesterday",
  async () => {
    const result = await seedDemo({ slug, accounts: ACCOUNTS, now: NOW });
    expect(result).toMatchObject({ isSeeded: true, accounts: ACCOUNTS, lastDay: "2026-03-09" });
    const [found] = await withScope(
      scope,
      ({ sql }) => sql`
        select (select count(*)::int from accounts) as accounts,
          (select count(*)::int from features where key = 'left-behind') as left_behind,
          (select count(*)::int from members) as members,
          (select count(distinct value_text)::int from account_facts where field = 'owner') > 1 as has_owners,
          (select count(*)::int from account_standings) as standings,
          (select count(distinct day)::int from health_snapshots where day > '2025-12-01') as days,
          (select max(day) from health_snapshots) as last,
          (select count(*)::int from segments where min_arr_minor is not null) as limits,
          (select string_agg(distinct currency, ',') from accounts) as currencies`,
    );
    expect(found).toEqual({
      accounts: ACCOUNTS,
      left_behind: 0,
      members: 9,
      has_owners: true,
      standings: ACCOUNTS,
      days: 98,
      last: "2026-03-09",
      limits: 2,
      currencies: "SAR",
    });
  },
  PATIENCE_MS,
);

test("a second seed of the workspace is refused and changes nothing; with ifEmpty it says that it is there", async () => {
  await expect(seedDemo({ slug, accounts: ACCOUNTS, now: NOW })).rejects.toThrow(WorkspaceNotEmpty);
  expect(await seedDemo({ slug, accounts: ACCOUNTS, ifEmpty: true, now: NOW })).toEqual({
    isSeeded: false,
    slug,
  });
  const [found] = await withScope(scope, ({ sql }) => sql`select count(*)::int as accounts from accounts`);
  expect(found).toEqual({ accounts: ACCOUNTS });
});
