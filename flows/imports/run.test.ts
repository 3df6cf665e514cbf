import { writeFile } from "node:fs/promises";
import path from "node:path";
import { v7 } from "uuid";
import { afterAll, describe, expect, it } from "vitest";
import { withScope } from "@/db/client";
import { listImports } from "@/db/queries/imports/remarks";
import { listPeople } from "@/db/queries/people";
import { listSegments } from "@/db/queries/segments";
import { getWorkspaceBySlug } from "@/db/queries/workspaces";
import type { Scope } from "@/db/scope";
import { closeTestDatabase } from "@/db/test-workspace";
import type { Mapping } from "@/lib/imports/mapping";
import { ImportFaults } from "@/lib/imports/refusals";
import { waterfallOf } from "@/lib/metrics/revenue/movements";
import { grossRevenueRetention, netRevenueRetention } from "@/lib/metrics/revenue/retention";
import { endOfDay } from "@/lib/period";
import { DEMO_PEOPLE } from "../people";
import { runImport } from "./run";
import { twinMapping, twinTables, writeTables, type Tables } from "./testdata/twin";

const NOW = new Date("2026-05-01T09:00:00Z");
const newSlug = () => `test-${v7()}`;

afterAll(closeTestDatabase);

async function run(slug: string, tables: Tables, mapping: Mapping = twinMapping()) {
  const dir = await writeTables(tables);
  return runImport({ slug, mapping, dir, people: DEMO_PEOPLE, clock: () => NOW });
}

/** What stopped an import, and that nothing was written. */
async function faultsOf(
  change: (tables: Tables) => void,
  mapping: Mapping = twinMapping(),
  slug = newSlug(),
) {
  const tables = twinTables();
  change(tables);
  const refused = await run(slug, tables, mapping).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ImportFaults);
  expect(await getWorkspaceBySlug(slug)).toBeNull();
  return (refused as ImportFaults).faults;
}

/** Monthly recurring revenue per account at the end of a day, as known then. */
async function revenueAt(scope: Scope, day: string): Promise<Map<string, number>> {
  const known = endOfDay(day, "UTC").toISOString();
  return withScope(scope, async ({ sql }) => {
    const rows = await sql<{ name: string; arr: number }[]>`
      select a.external_id as name, coalesce(sum(m.arr_delta_minor), 0)::bigint as arr from accounts a
      left join mrr_changes m on m.account_id = a.id and m.day <= ${day}::date and m.recorded_at <= ${known}::timestamptz
      group by a.external_id order by 1`;
    return new Map(rows.map((row) => [row.name, row.arr / 12]));
  });
}

async function paid(scope: Scope, from: string, to: string) {
  const [opening, closing] = [await revenueAt(scope, from), await revenueAt(scope, to)];
  return [...opening].map(([name, openingMinor]) => ({
    openingMinor,
    closingMinor: closing.get(name) ?? 0,
    hasPaidBefore: name === "F",
  }));
}

describe("an import into a new workspace", () => {
  it("sets it up as the mapping says, loads, scores every account and ends done", async () => {
    const slug = newSlug();
    const { scope, isNew, days, importId } = await run(slug, twinTables());
    expect(isNew).toBe(true);
    expect(await getWorkspaceBySlug(slug)).toMatchObject({
      name: "Twin",
      zone: "UTC",
      currency: "USD",
      asOf: new Date("2025-01-01T00:00:00Z"),
    });
    expect((await listPeople(scope)).map(({ role }) => role).sort()).toEqual([
      "admin",
      "csm",
      "executive",
      "viewer",
    ]);
    expect(days).toHaveLength(15);
    expect([days[0], days.at(-1)]).toEqual(["2024-10-01", "2024-12-31"]);
    const scored = await withScope(
      scope,
      ({ sql }) => sql<{ name: string }[]>`
        select a.external_id as name from health_snapshots h join accounts a on a.id = h.account_id
        where h.day = '2024-12-31' and h.chi is not null order by 1`,
    );
    expect(scored.map(({ name }) => name)).toEqual(expect.arrayContaining(["A", "B", "D", "E"]));
    const limits = Object.fromEntries(
      (await listSegments(scope)).map(({ key, minArrMinor }) => [key, minArrMinor]),
    );
    expect(limits.high_touch).toBeGreaterThan(limits.mid ?? 0);
    expect(await listImports(scope, { limit: 5 })).toMatchObject([{ id: importId, state: "done" }]);
  });

  it("R2–R6 reproduces the worked example: 430 → 450, NRR 0.813953, GRR 0.767442", async () => {
    const { scope } = await run(newSlug(), twinTables());
    const pairs = await paid(scope, "2024-10-31", "2024-12-31");
    const cents = (amount: number) => amount * 100;
    expect(waterfallOf(pairs)).toMatchObject({
      openingMinor: cents(430),
      newMinor: cents(60),
      reactivationMinor: cents(40),
      expansionMinor: cents(20),
      contractionMinor: cents(50),
      churnMinor: cents(50),
      closingMinor: cents(450),
    });
    expect(netRevenueRetention(pairs).value).toBeCloseTo(0.813953, 6);
    expect(grossRevenueRetention(pairs).value).toBeCloseTo(0.767442, 6);
  });

  it("changes nothing the second time, in any table that pages read", async () => {
    const slug = newSlug();
    const { scope } = await run(slug, twinTables());
    const read = () =>
      withScope(scope, async ({ sql }) => {
        const tables = [
          "accounts",
          "usage_days",
          "usage_starts",
          "first_values",
          "mrr_changes",
          "health_snapshots",
          "members",
          "scorecard_versions",
          "segments",
        ];
        const found: Record<string, string[]> = {};
        for (const table of tables) {
          const rows = await sql<
            { row: string }[]
          >`select to_jsonb(t)::text as row from ${sql(table)} t order by 1`;
          found[table] = rows.map(({ row }) => row);
        }
        return found;
      });
    const before = await read();
    const again = await run(slug, twinTables());
    expect(again.isNew).toBe(false);
    expect(await read()).toEqual(before);
  });

  it("keeps zone, currency and pin of a workspace that is there", async () => {
    const slug = newSlug();
    await run(slug, twinTables());
    const mapping = twinMapping({
      workspace: { name: "Other", country: "IR", zone: "Asia/Tehran", currency: "IRR" },
    });
    await run(slug, twinTables(), mapping);
    expect(await getWorkspaceBySlug(slug)).toMatchObject({ name: "Twin", zone: "UTC", currency: "USD" });
  });
});

describe("an import that must not begin", () => {
  it("says which file is missing", async () => {
    const faults = await faultsOf((tables) => delete tables["losses.csv"]);
    expect(faults).toEqual([{ code: "file_missing", file: "losses.csv", params: {} }]);
  });

  it("says which column is missing and which one nobody mapped, all at once", async () => {
    const faults = await faultsOf((tables) => {
      (tables["accounts.csv"] as string[][])[0] = ["account_id", "name", "signed_up", "plan", "chairs"];
      (tables["losses.csv"] as string[][])[0] = ["loss_id", "account_id", "day", "day"];
    });
    const columns = "account_id, name, signed_up, plan, chairs";
    expect(faults).toEqual([
      { code: "column_missing", file: "accounts.csv", params: { column: "seats", columns } },
      { code: "column_unknown", file: "accounts.csv", params: { column: "chairs", noun: "accounts" } },
      { code: "column_twice", file: "losses.csv", params: { column: "day" } },
      {
        code: "column_missing",
        file: "losses.csv",
        params: { column: "reason", columns: "loss_id, account_id, day, day" },
      },
    ]);
  });

  it("names an unknown zone and a folder that is not there", async () => {
    const mapping = twinMapping({ workspace: { name: "Twin", country: "other", zone: "Mars/Olympus" } });
    expect(await faultsOf(() => undefined, mapping)).toMatchObject([
      { code: "unknown_zone", params: { zone: "Mars/Olympus" } },
    ]);
    const order = {
      slug: newSlug(),
      mapping: twinMapping(),
      dir: "/not/there",
      people: [],
      clock: () => NOW,
    };
    await expect(runImport(order)).rejects.toMatchObject({ faults: [{ code: "folder_missing" }] });
  });

  it("refuses a name that is no slug", async () => {
    expect(await faultsOf(() => undefined, twinMapping(), "Not A Slug")).toMatchObject([
      { code: "bad_slug" },
    ]);
  });

  it.each([
    ["an empty file", "", "file_empty"],
    ["a file of empty lines", "\n\n\n", "file_empty"],
    ["a spreadsheet that was only renamed", "PK\u0003\u0004\u0000\u0000", "file_not_text"],
    ["text in another encoding", Buffer.from([0x6c, 0x6f, 0x73, 0x73, 0xe9, 0xff, 0x0a]), "file_not_text"],
    [
      "a quotation mark that is never closed",
      'loss_id,account_id,day,reason\nL1,A,2024-12-20,"gone\nL2,B\n',
      "quote_open",
    ],
  ])("refuses %s", async (_, content, code) => {
    const slug = newSlug();
    const dir = await writeTables(twinTables());
    await writeFile(path.join(dir, "losses.csv"), content);
    const refused = runImport({ slug, mapping: twinMapping(), dir, people: [], clock: () => NOW });
    await expect(refused).rejects.toMatchObject({ faults: [{ code, file: "losses.csv" }] });
    expect(await getWorkspaceBySlug(slug)).toBeNull();
  });
});
