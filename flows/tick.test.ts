import { v7 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { withScope } from "@/db/client";
import { markDirty } from "@/db/queries/dirty";
import { ensurePartitions } from "@/db/partitions";
import { closeTestDatabase } from "@/db/test-workspace";
import type { Scope } from "@/db/scope";
import { connectScorecards } from "./scorecards";
import { setUpWorkspace } from "./set-up";
import { refreshTouched, startTicking } from "./tick";

afterAll(closeTestDatabase);

const NOW = new Date("2026-04-01T06:00:00Z");
const DAY = "2026-04-01";

async function workspaceWithAccount(): Promise<{ scope: Scope; accountId: string }> {
  const { scope } = await setUpWorkspace({ slug: `tick-${v7()}`, name: "Tick", country: "XX", now: NOW });
  const accountId = v7();
  const ws = scope.workspaceId;
  await ensurePartitions(scope, "usage_events", DAY, DAY);
  await withScope(scope, async ({ sql }) => {
    await sql`insert into accounts (workspace_id, id, source, external_id, name, name_folded, currency, custom, content_hash, occurred_at, recorded_at)
      values (${ws}, ${accountId}, 'crm', 'a', 'Nila', 'nila', 'USD', '{}', '\\x00', '2025-01-01', '2025-01-01')`;
    await sql`insert into features (workspace_id, code, key, name, is_core) values (${ws}, 1, 'orders', 'Orders', true)`;
    await sql`insert into source_freshness (workspace_id, source, family, delivered_on, delivered_at, rows)
      values (${ws}, 'product', 'usage', '2026-03-31', '2026-03-31T20:00:00Z', 1)`;
  });
  await connectScorecards(scope, NOW);
  return { scope, accountId };
}

const storeUse = (scope: Scope, accountId: string) =>
  withScope(scope, async (tx) => {
    await tx.sql`insert into usage_events (workspace_id, occurred_at, id, account_id, source, external_id, feature, user_key, count, recorded_at)
      values (${scope.workspaceId}, ${NOW.toISOString()}, ${v7()}, ${accountId}, 'product', ${v7()}, 1, 'sara', 3, ${NOW.toISOString()})`;
    await markDirty(tx, scope, [{ accountId, day: DAY, recordedOn: DAY }], NOW);
  });

const state = (scope: Scope) =>
  withScope(scope, async ({ sql }) => {
    const usage = await sql<
      { feature: number; events: number; users: number }[]
    >`select feature, events, users from usage_days order by feature`;
    const [dirty] = await sql<{ n: number }[]>`select count(*)::int as n from dirty_days`;
    const [standings] = await sql<{ n: number }[]>`select count(*)::int as n from account_standings`;
    return { usage: [...usage], dirty: dirty?.n, standings: standings?.n };
  });

const AFTER = {
  usage: [
    { feature: 0, events: 3, users: 1 },
    { feature: 1, events: 3, users: 1 },
  ],
  dirty: 0,
  standings: 1,
};

test("a stored event becomes a rolled-up day and a judged account, and its mark is gone", async () => {
  const { scope, accountId } = await workspaceWithAccount();
  await storeUse(scope, accountId);
  expect(await refreshTouched(scope, NOW)).toEqual({ accounts: 1 });
  expect(await state(scope)).toEqual(AFTER);
});

test("a second refresh finds nothing to do and changes nothing", async () => {
  const { scope, accountId } = await workspaceWithAccount();
  await storeUse(scope, accountId);
  await refreshTouched(scope, NOW);
  expect(await refreshTouched(scope, NOW)).toEqual({ accounts: 0 });
  expect(await state(scope)).toEqual(AFTER);
});

test("two processes that refresh at once judge the account once", async () => {
  const { scope, accountId } = await workspaceWithAccount();
  await storeUse(scope, accountId);
  const results = await Promise.all([refreshTouched(scope, NOW), refreshTouched(scope, NOW)]);
  expect(results.map((result) => result.accounts).sort()).toEqual([0, 1]);
  expect(await state(scope)).toEqual(AFTER);
});

test("the tick hears of a committed fact by itself", async () => {
  const { scope, accountId } = await workspaceWithAccount();
  const failures: unknown[] = [];
  const ticking = await startTicking(
    () => NOW,
    (error) => failures.push(error),
  );
  await storeUse(scope, accountId);
  await expect.poll(async () => (await state(scope)).standings, { timeout: 20_000 }).toBe(1);
  await ticking.stop();
  expect(failures).toEqual([]);
  expect(await state(scope)).toEqual(AFTER);
});
