import { v7 } from "uuid";
import { afterAll, describe, expect, it } from "vitest";
import { withScope } from "@/db/client";
import { ensurePartitions } from "@/db/partitions";
import { markDirty } from "@/db/queries/dirty";
import { insertUsageEvents } from "@/db/queries/imports/events";
import { saveAccounts } from "@/db/queries/imports/accounts";
import { insertFeatures } from "@/db/queries/imports/products";
import type { Scope } from "@/db/scope";
import { closeTestDatabase, testWorkspace } from "@/db/test-workspace";
import { rebuildMarkedDays, rebuildUsageDays } from "./rollups";

afterAll(closeTestDatabase);

type Use = { day: string; feature?: number; user?: string | null; count?: number; recorded?: string };

async function newAccount(scope: Scope): Promise<string> {
  const id = v7();
  const at = new Date("2024-01-01T00:00:00Z");
  const account = { id, externalId: id, name: "Acme", nameFolded: "acme", parentId: null, currency: "USD", industry: null, country: null, domain: null, isStrategic: false, contentHash: Buffer.from("00", "hex"), occurredAt: at, recordedAt: at }; // prettier-ignore
  await withScope(scope, (tx) => saveAccounts(tx, scope, "test", [account]));
  return id;
}

/** Stores uses of an account and answers the account-days they touch. */
async function use(scope: Scope, accountId: string, uses: Use[]) {
  for (const { day } of uses) await ensurePartitions(scope, "usage_events", day, day);
  const events = uses.map(({ day, feature = 1, user = null, count = 1, recorded = `${day}T12:00:00Z` }) => ({
    accountId,
    externalId: v7(),
    feature,
    userKey: user,
    count,
    occurredAt: new Date(`${day}T10:00:00Z`),
    recordedAt: new Date(recorded),
  }));
  await withScope(scope, (tx) => insertUsageEvents(tx, scope, "test", events));
  return events.map(({ occurredAt, recordedAt }) => ({
    accountId,
    day: occurredAt.toISOString().slice(0, 10),
    recordedOn: recordedAt.toISOString().slice(0, 10),
  }));
}

/** Rolled-up rows of an account as "day feature recorded-on events users". */
async function days(scope: Scope, accountId: string): Promise<string[]> {
  const rows = await withScope(
    scope,
    ({ sql }) => sql<{ row: string }[]>`
    select concat_ws(' ', to_char(day, 'MM-DD'), feature, to_char(recorded_on, 'MM-DD'), events, coalesce(users::text, '–')) as row
    from usage_days where account_id = ${accountId}::uuid order by day, feature, recorded_on`,
  );
  return rows.map(({ row }) => row);
}

async function firstValues(scope: Scope, accountId: string) {
  return withScope(scope, async ({ sql }) => [
    ...(await sql`select to_char(reached_at, 'MM-DD') as reached, to_char(recorded_at, 'MM-DD') as known from first_values
      where account_id = ${accountId}::uuid order by recorded_at`),
  ]);
}

describe("rebuildUsageDays", () => {
  it("counts events and people per feature and for all together: people do not add up", async () => {
    const { scope } = await testWorkspace();
    const accountId = await newAccount(scope);
    const pairs = await use(scope, accountId, [
      { day: "2024-03-01", feature: 1, user: "ann", count: 3 },
      { day: "2024-03-01", feature: 2, user: "ann" },
      { day: "2024-03-01", feature: 2, user: "bob" },
      { day: "2024-03-02", feature: 1 },
    ]);
    await rebuildUsageDays(scope, pairs);
    expect(await days(scope, accountId)).toEqual([
      "03-01 0 03-01 5 2",
      "03-01 1 03-01 3 1",
      "03-01 2 03-01 2 2",
      "03-02 0 03-02 1 –",
      "03-02 1 03-02 1 –",
    ]);
  });

  it("replaces and never adds: running it twice changes nothing", async () => {
    const { scope } = await testWorkspace();
    const accountId = await newAccount(scope);
    const pairs = await use(scope, accountId, [{ day: "2024-03-01", user: "ann" }]);
    await rebuildUsageDays(scope, pairs);
    const before = await days(scope, accountId);
    await rebuildUsageDays(scope, pairs);
    expect(await days(scope, accountId)).toEqual(before);
  });

  it("keeps late data apart by the day it was learnt, and counts a person where first seen", async () => {
    const { scope } = await testWorkspace();
    const accountId = await newAccount(scope);
    await rebuildUsageDays(scope, await use(scope, accountId, [{ day: "2024-03-05", user: "ann" }]));
    const late = await use(scope, accountId, [
      { day: "2024-03-05", user: "ann", recorded: "2024-03-09T08:00:00Z" },
      { day: "2024-03-05", user: "bob", recorded: "2024-03-09T08:00:00Z" },
      { day: "2024-03-02", user: "bob", recorded: "2024-03-09T08:00:00Z" },
    ]);
    await rebuildUsageDays(scope, late);
    expect((await days(scope, accountId)).filter((row) => row.split(" ")[1] === "0")).toEqual([
      "03-02 0 03-09 1 1",
      "03-05 0 03-05 1 1",
      "03-05 0 03-09 2 1",
    ]);
    const starts = await withScope(
      scope,
      ({ sql }) => sql`
      select to_char(recorded_on, 'MM-DD') as known, to_char(day, 'MM-DD') as day from usage_starts where account_id = ${accountId}::uuid order by 1`,
    );
    expect([...starts]).toEqual([
      { known: "03-05", day: "03-05" },
      { known: "03-09", day: "03-02" },
    ]);
  });

  it("counts what was recorded at midnight for the day that ends, and leaves out uses counted zero times", async () => {
    const { scope } = await testWorkspace();
    const accountId = await newAccount(scope);
    const pairs = await use(scope, accountId, [
      { day: "2024-03-01", recorded: "2024-03-02T00:00:00Z" },
      { day: "2024-03-03", count: 0 },
    ]);
    await rebuildUsageDays(scope, pairs);
    expect(await days(scope, accountId)).toEqual(["03-01 0 03-01 1 –", "03-01 1 03-01 1 –"]);
  });

  it("cuts days in the zone of the workspace", async () => {
    const { scope } = await testWorkspace({ zone: "Asia/Tehran" });
    const accountId = await newAccount(scope);
    await use(scope, accountId, [{ day: "2024-03-01" }]);
    const at = new Date("2024-03-01T20:30:00Z");
    const event = {
      accountId,
      externalId: v7(),
      feature: 1,
      userKey: null,
      count: 1,
      occurredAt: at,
      recordedAt: at,
    };
    await withScope(scope, (tx) => insertUsageEvents(tx, scope, "test", [event]));
    await rebuildUsageDays(
      scope,
      ["2024-03-01", "2024-03-02"].map((day) => ({ accountId, day, recordedOn: day })),
    );
    expect((await days(scope, accountId)).filter((row) => row.split(" ")[1] === "0")).toEqual([
      "03-01 0 03-01 1 –",
      "03-02 0 03-01 1 –",
    ]);
  });

  it("leaves days without raw events as they are: a touched account is not an account without usage", async () => {
    const { scope } = await testWorkspace();
    const accountId = await newAccount(scope);
    await withScope(
      scope,
      ({
        sql,
      }) => sql`insert into usage_days (workspace_id, account_id, day, recorded_on, feature, events, users)
      values (${scope.workspaceId}::uuid, ${accountId}::uuid, '2024-03-01', '2024-03-01', 0, 7, 2)`,
    );
    await rebuildUsageDays(scope, [{ accountId, day: "2024-03-01", recordedOn: "2024-03-01" }]);
    expect(await days(scope, accountId)).toEqual(["03-01 0 03-01 7 2"]);
  });

  it("does not see another workspace's events", async () => {
    const [mine, other] = [await testWorkspace(), await testWorkspace()];
    const accountId = await newAccount(other.scope);
    const pairs = await use(other.scope, accountId, [{ day: "2024-03-01" }]);
    await rebuildUsageDays(mine.scope, pairs);
    expect(await days(mine.scope, accountId)).toEqual([]);
    expect(await days(other.scope, accountId)).toEqual([]);
  });
});

describe("first value", () => {
  it("is reached by the third named person, by the key event", async () => {
    const { scope } = await testWorkspace();
    const accountId = await newAccount(scope);
    const feature = (code: number, isKey: boolean) => ({
      code,
      key: `f${code}`,
      isCore: true,
      isLogin: false,
      isKey,
    });
    await withScope(scope, (tx) => insertFeatures(tx, scope, [feature(1, false), feature(2, true)], []));
    const uses = (list: [string, number, string][]) =>
      list.map(([day, code, user]) => ({ day, feature: code, user }));
    await rebuildUsageDays(scope, await use(scope, accountId, uses([["2024-03-01", 2, "ann"], ["2024-03-02", 2, "bob"], ["2024-03-03", 1, "cem"]]))); // prettier-ignore
    expect(await firstValues(scope, accountId)).toEqual([]);
    await rebuildUsageDays(
      scope,
      await use(
        scope,
        accountId,
        uses([
          ["2024-03-04", 2, "bob"],
          ["2024-03-08", 2, "cem"],
        ]),
      ),
    );
    expect(await firstValues(scope, accountId)).toEqual([{ reached: "03-08", known: "03-08" }]);
  });

  it("is the third day where the source names nobody, by any use where no feature is key", async () => {
    const { scope } = await testWorkspace();
    const accountId = await newAccount(scope);
    const pairs = await use(
      scope,
      accountId,
      ["2024-03-01", "2024-03-01", "2024-03-04", "2024-03-09", "2024-03-11"].map((day) => ({ day })),
    );
    await rebuildUsageDays(scope, pairs);
    expect(await firstValues(scope, accountId)).toEqual([{ reached: "03-09", known: "03-09" }]);
  });

  it("keeps what was known when late data tells of an earlier one", async () => {
    const { scope } = await testWorkspace();
    const accountId = await newAccount(scope);
    await rebuildUsageDays(
      scope,
      await use(
        scope,
        accountId,
        ["2024-03-05", "2024-03-06", "2024-03-07"].map((day) => ({ day })),
      ),
    );
    await rebuildUsageDays(
      scope,
      await use(scope, accountId, [{ day: "2024-03-02", recorded: "2024-03-20T00:00:01Z" }]),
    );
    expect(await firstValues(scope, accountId)).toEqual([
      { reached: "03-07", known: "03-07" },
      { reached: "03-06", known: "03-20" },
    ]);
  });
});

describe("rebuildMarkedDays", () => {
  it("rolls up what is marked, unmarks it, and finds nothing the second time", async () => {
    const { scope } = await testWorkspace();
    const accountIds = [await newAccount(scope), await newAccount(scope)];
    for (const accountId of accountIds) {
      const pairs = await use(scope, accountId, [{ day: "2024-03-01" }, { day: "2024-03-02" }]);
      await withScope(scope, (tx) => markDirty(tx, scope, pairs, new Date("2024-03-03T00:00:00Z")));
    }
    expect(await rebuildMarkedDays(scope)).toEqual([...accountIds].sort());
    expect(await days(scope, accountIds[0] as string)).toHaveLength(4);
    expect(await rebuildMarkedDays(scope)).toEqual([]);
  });
});
