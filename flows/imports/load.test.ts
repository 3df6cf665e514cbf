import { afterAll, describe, expect, it } from "vitest";
import { countRemarks, listImports, listRemarks } from "@/db/queries/imports/remarks";
import { closeTestDatabase, testWorkspace } from "@/db/test-workspace";
import { checkFiles } from "./check";
import { loadFiles } from "./load";
import { ask, contents, counted, load, NOW, PIN } from "./testdata/load-twin";
import { twinMapping, twinTables, twinWith, writeTables } from "./testdata/twin";

afterAll(closeTestDatabase);

describe("loading", () => {
  it("stores every noun, counts rows per file and leaves a log", async () => {
    const { scope } = await testWorkspace({ asOf: PIN });
    const loaded = await load(scope, twinTables());
    expect(counted(loaded)).toMatchObject({
      accounts: { read: 7, added: 7, refused: 0 },
      subscriptions: { read: 10, added: 10 },
      usage: { read: 380, added: 380 },
      tickets: { read: 3, added: 3 },
      responses: { read: 2, added: 2 },
      churn_events: { read: 1, added: 1 },
    });
    expect(await listImports(scope, { limit: 5 })).toMatchObject([
      { id: loaded.importId, mapping: "Twin", state: "done", counts: loaded.files },
    ]);
  });

  it("changes nothing the second time: everything is a repeat", async () => {
    const { scope } = await testWorkspace({ asOf: PIN });
    await load(scope, twinTables());
    const before = await contents(scope);
    const again = await load(scope, twinTables(), { now: new Date("2026-05-02T09:00:00Z") });
    for (const { counts } of again.files)
      expect(counts).toMatchObject({ repeated: counts.read, added: 0, changed: 0, refused: 0, warned: 0 });
    expect(await contents(scope)).toEqual(before);
  });

  it("leaves another workspace as it was", async () => {
    const other = await testWorkspace({ asOf: PIN });
    await load(other.scope, twinTables());
    const before = await contents(other.scope);
    const { scope } = await testWorkspace({ asOf: PIN });
    await load(
      scope,
      twinWith("losses.csv", [
        ["loss_id", "account_id", "day", "reason"],
        ["L1", "A", "2024-12-20", "price"],
      ]),
    );
    expect(await contents(other.scope)).toEqual(before);
  });

  it("keeps wrong rows with file, line, column, value and reason, and lands the good ones", async () => {
    const { scope } = await testWorkspace({ asOf: PIN });
    const head = ["subscription_id", "account_id", "start", "end", "plan", "mrr", "trial"];
    const loaded = await load(scope, twinWith("subscriptions.csv", [
      head,
      ["S1", "A", "2024-01-01", "", "Basic", "100", "no"],
      ["S2", "A", "2024-02-30", "", "Basic", "20", "no"],
      ["S3", "nobody", "2024-01-01", "", "Pro", "150", "no"],
      ["S4", "B", "2025-01-01", "", "Pro", "50", "no"],
      ["S5", "C", "2024-01-01", "", "Basic", "-50", "no"],
      ["S6", "", "2024-01-01", "", "Pro", "80", "no"],
      ["S7", "E", "2024-12-05", "", "Gold", "60", "no"],
      ["S1", "A", "2024-01-01", "", "Basic", "999", "no"],
      ["S1", "A", "2024-01-01", "", "Basic", "100", "no"],
      ["S8", "F"],
    ])); // prettier-ignore
    expect(counted(loaded).subscriptions).toEqual({
      read: 10,
      added: 1,
      changed: 0,
      repeated: 1,
      refused: 8,
      warned: 0,
    });
    const refused = await listRemarks(scope, {
      kind: "refused",
      limit: 20,
      offset: 0,
      importId: loaded.importId,
    });
    expect(refused.map(({ file, line, column, value, code }) => [file, line, column, value, code])).toEqual([
      ["subscriptions.csv", 3, "start", "2024-02-30", "bad_date"],
      ["subscriptions.csv", 4, "account_id", "nobody", "unknown_account"],
      ["subscriptions.csv", 5, "start", "2025-01-01", "future_date"],
      ["subscriptions.csv", 6, "mrr", "-50", "negative"],
      ["subscriptions.csv", 7, "account_id", "", "required"],
      ["subscriptions.csv", 8, "plan", "Gold", "not_in_list"],
      ["subscriptions.csv", 9, "subscription_id", "S1", "id_conflict"],
      ["subscriptions.csv", 11, null, null, "column_count"],
    ]);
    expect(await ask(scope, "select external_id from subscriptions")).toEqual([{ external_id: "S1" }]);
    expect(await countRemarks(scope, { importId: loaded.importId })).toHaveLength(8);
  });

  it("counts a line that spans several, and empty ones, where an editor shows them", async () => {
    const { scope } = await testWorkspace({ asOf: PIN });
    const loaded = await load(scope, twinWith("losses.csv", [
      ["loss_id", "account_id", "day", "reason"],
      ["L1", "C", "2024-12-20", '"left\nfor good"'],
      [""],
      ["L2", "nobody", "2024-12-20", "budget"],
    ])); // prettier-ignore
    const [remark] = await listRemarks(scope, {
      kind: "refused",
      limit: 5,
      offset: 0,
      importId: loaded.importId,
    });
    expect(remark).toMatchObject({ line: 5, value: "nobody", code: "unknown_account" });
  });

  it("refuses an event under a known id with other content, within a file and later: the first stays", async () => {
    const { scope } = await testWorkspace({ asOf: PIN });
    const head = ["event_id", "account_id", "day", "feature", "user", "times"];
    const first = ["U1", "A", "2024-12-01", "f1", "u", "3"];
    const once = await load(
      scope,
      twinWith("usage.csv", [head, first, ["U1", "B", "2024-12-02", "f2", "u", "9"], first]),
    );
    expect(counted(once).usage).toMatchObject({ added: 1, repeated: 1, refused: 1 });
    const later = await load(
      scope,
      twinWith("usage.csv", [head, ["U1", "A", "2024-12-01", "f1", "u", "4"], first]),
    );
    expect(counted(later).usage).toMatchObject({ added: 0, repeated: 1, refused: 1 });
    expect(await ask(scope, "select external_id, count from usage_events")).toEqual([
      { external_id: "U1", count: 3 },
    ]);
  });

  it("takes usage before its subscription's start with a warning", async () => {
    const { scope } = await testWorkspace({ asOf: PIN });
    const mapping = twinMapping();
    const usage = {
      file: "usage.csv",
      noun: "usage" as const,
      columns: { id: "id", subscription: "subscription", occurredAt: "day", feature: "feature" },
    };
    mapping.files = [...mapping.files.filter(({ noun }) => noun !== "usage"), usage];
    const rows = [
      ["id", "subscription", "day", "feature"],
      ["U1", "S2", "2024-11-14", "f"],
      ["U2", "S2", "2024-11-15", "f"],
      ["U3", "S0", "2024-11-15", "f"],
    ];
    const loaded = await load(scope, twinWith("usage.csv", rows), { mapping });
    expect(counted(loaded).usage).toMatchObject({ added: 2, warned: 1, refused: 1 });
    const [warned] = await listRemarks(scope, {
      kind: "warned",
      limit: 5,
      offset: 0,
      importId: loaded.importId,
    });
    expect(warned).toMatchObject({
      line: 2,
      code: "usage_before_start",
      value: "2024-11-14",
      params: { start: "2024-11-15" },
    });
    const accounts = await ask<{ n: number }>(
      scope,
      "select count(distinct account_id)::int as n from usage_events",
    );
    expect(accounts).toEqual([{ n: 1 }]);
  });

  it("links a parent that stands further down, and notes one that nobody knows", async () => {
    const { scope } = await testWorkspace({ asOf: PIN });
    const mapping = twinMapping();
    mapping.files = [
      { file: "accounts.csv", noun: "accounts", columns: { id: "id", name: "name", parent: "parent" } },
    ];
    const rows = [
      ["id", "name", "parent"],
      ["A1", "Branch", "A0"],
      ["A0", "Head", ""],
      ["A2", "Lost", "A9"],
    ];
    const loaded = await load(scope, { "accounts.csv": rows }, { mapping });
    expect(counted(loaded).accounts).toMatchObject({ added: 3, warned: 1 });
    const links =
      "select c.name, p.name as parent from accounts c left join accounts p on p.id = c.parent_id order by c.name";
    expect(await ask(scope, links)).toEqual([
      { name: "Branch", parent: "Head" },
      { name: "Head", parent: null },
      { name: "Lost", parent: null },
    ]);
  });

  it("goes on after being cut off: nothing lost, nothing double", async () => {
    const { scope } = await testWorkspace({ asOf: PIN });
    const mapping = twinMapping();
    const files = await checkFiles(mapping, await writeTables(twinTables()));
    const cut = loadFiles(scope, {
      mapping,
      files,
      zone: "UTC",
      asOf: PIN,
      clock: () => NOW,
      onProgress: ({ file }) => {
        if (file === "usage.csv") throw new Error("killed");
      },
    });
    await expect(cut).rejects.toThrow("killed");
    expect(await listImports(scope, { limit: 5 })).toMatchObject([
      { state: "failed", failure: { code: "stopped" } },
    ]);
    const rest = counted(await load(scope, twinTables()));
    expect(rest).toMatchObject({
      accounts: { repeated: 7 },
      usage: { repeated: 380, added: 0 },
      tickets: { added: 3 },
    });
    expect(await ask(scope, "select count(*)::int as n from usage_events")).toEqual([{ n: 380 }]);
  });
});

describe("when facts count as known", () => {
  const recorded = "select distinct recorded_at from tickets order by 1";

  it("is their effective instant when assumed, the end of the day for a bare date", async () => {
    const { scope } = await testWorkspace({ asOf: PIN });
    await load(scope, twinTables());
    expect(await ask(scope, recorded)).toEqual(
      ["2024-11-06", "2024-12-02", "2024-12-21"].map((day) => ({ recorded_at: `${day} 00:00:00+00` })),
    );
    const freshness =
      "select family, max(delivered_at) as at, sum(rows)::int as rows from source_freshness where family in ('usage', 'surveys') group by 1 order by 1";
    expect(await ask(scope, freshness)).toEqual([
      { family: "surveys", at: "2024-12-02 10:30:00+00", rows: 2 },
      { family: "usage", at: "2025-01-01 00:00:00+00", rows: 380 },
    ]);
  });

  it("is the moment of import when the mapping says so, in a pinned workspace its pin", async () => {
    const mapping = twinMapping({ recordedAt: "import" });
    const live = await testWorkspace();
    await load(live.scope, twinTables(), { mapping, asOf: null });
    expect(await ask(live.scope, recorded)).toEqual([{ recorded_at: "2026-05-01 09:00:00+00" }]);
    const pinned = await testWorkspace({ asOf: PIN });
    await load(pinned.scope, twinTables(), { mapping });
    expect(await ask(pinned.scope, recorded)).toEqual([{ recorded_at: "2025-01-01 00:00:00+00" }]);
  });

  it("is a column's instant when the mapping names one", async () => {
    const { scope } = await testWorkspace({ asOf: PIN });
    const mapping = twinMapping();
    mapping.files = mapping.files.map((file) =>
      file.noun === "tickets" ? { ...file, recordedAt: { column: "solved" } } : file,
    );
    const loaded = await load(scope, twinTables(), { mapping });
    expect(counted(loaded).tickets).toMatchObject({ added: 2, refused: 1 });
    expect(await ask(scope, recorded)).toEqual([
      { recorded_at: "2024-11-05 09:00:00+00" },
      { recorded_at: "2024-12-02 10:30:00+00" },
    ]);
  });
});

describe("what waits after a batch", () => {
  it("is every account-day of usage, and in a live workspace every account a fact touched", async () => {
    const marks = "select count(*)::int as days, count(distinct account_id)::int as accounts from dirty_days";
    const pinned = await testWorkspace({ asOf: PIN });
    await load(pinned.scope, twinTables());
    expect(await ask(pinned.scope, marks)).toEqual([{ days: 380, accounts: 5 }]);
    const live = await testWorkspace();
    await load(live.scope, twinTables(), { asOf: null });
    expect(await ask(live.scope, marks)).toMatchObject([{ accounts: 7 }]);
  });
});
