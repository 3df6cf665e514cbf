import { afterAll, describe, expect, it } from "vitest";
import { countRemarks } from "@/db/queries/imports/remarks";
import { closeTestDatabase, testWorkspace } from "@/db/test-workspace";
import { ask, contents, counted, load, PIN } from "./testdata/load-twin";
import { twinMapping, twinTables, type Tables } from "./testdata/twin";

afterAll(closeTestDatabase);

describe("a changed noun", () => {
  it("is updated, its old content kept, and its past stays as it was known", async () => {
    const { scope } = await testWorkspace();
    const tables = twinTables();
    const options = { asOf: null, now: new Date("2025-02-01T09:00:00Z") };
    await load(scope, tables, options);
    const accounts = tables["accounts.csv"] as string[][];
    accounts[1] = ["A", "Company A renamed", "2023-01-01", "Pro", "25"];
    const later = new Date("2025-03-01T09:00:00Z");
    const loaded = await load(scope, tables, { asOf: null, now: later });
    expect(counted(loaded).accounts).toEqual({
      read: 7,
      added: 0,
      changed: 1,
      repeated: 6,
      refused: 0,
      warned: 0,
    });
    expect(await ask(scope, "select name, name_folded from accounts where external_id = 'A'")).toEqual([
      { name: "Company A renamed", name_folded: "company a renamed" },
    ]);
    expect(
      await ask(scope, "select kind, content->>'name' as name from import_rows where kind = 'before'"),
    ).toEqual([{ kind: "before", name: "Company A" }]);
    const seats = `select value_number::int as seats, f.recorded_at from account_facts f join accounts a on a.id = f.account_id
      where a.external_id = 'A' and field = 'seats' order by f.recorded_at`;
    expect(await ask(scope, seats)).toMatchObject([
      { seats: 10 },
      { seats: 25, recorded_at: "2025-03-01 09:00:00+00" },
    ]);
  });

  it("keeps a subscription's terms dated: a new price from now on, an end for the terms in force", async () => {
    const { scope } = await testWorkspace();
    const tables = twinTables();
    await load(scope, tables, { asOf: null, now: new Date("2025-02-01T09:00:00Z") });
    const rows = tables["subscriptions.csv"] as string[][];
    rows[1] = ["S1", "A", "2024-01-01", "", "Basic", "130", "no"];
    rows[3] = ["S3", "B", "2024-01-01", "2025-02-20", "Pro", "150", "no"];
    const loaded = await load(scope, tables, { asOf: null, now: new Date("2025-03-01T09:00:00Z") });
    expect(counted(loaded).subscriptions).toMatchObject({ changed: 2, repeated: 8 });
    const terms = `select s.external_id, f.valid_from::date::text as valid_from, f.recorded_at::date::text as recorded_at, f.fee_minor::int as fee, f.ended_on::text
      from subscription_facts f join subscriptions s on s.id = f.subscription_id where s.external_id in ('S1', 'S3') order by 1, f.recorded_at`;
    expect(await ask(scope, terms)).toEqual([
      { external_id: "S1", valid_from: "2024-01-01", recorded_at: "2024-01-02", fee: 10_000, ended_on: null },
      { external_id: "S1", valid_from: "2025-03-01", recorded_at: "2025-03-01", fee: 13_000, ended_on: null },
      { external_id: "S3", valid_from: "2024-01-01", recorded_at: "2024-01-02", fee: 15_000, ended_on: null },
      {
        external_id: "S3",
        valid_from: "2024-01-01",
        recorded_at: "2025-03-01",
        fee: 15_000,
        ended_on: "2025-02-20",
      },
    ]);
  });

  it("refuses to move a subscription to another account or currency", async () => {
    const { scope } = await testWorkspace({ asOf: PIN });
    const tables = twinTables();
    await load(scope, tables);
    (tables["subscriptions.csv"] as string[][])[1] = ["S1", "B", "2024-01-01", "", "Basic", "100", "no"];
    const loaded = await load(scope, tables);
    expect(counted(loaded).subscriptions).toMatchObject({ changed: 0, refused: 1 });
    expect(await countRemarks(scope, { importId: loaded.importId })).toMatchObject([
      { code: "fixed_account" },
    ]);
  });

  it("adds the state of a ticket solved later, known from when it was learnt", async () => {
    const { scope } = await testWorkspace();
    const tables = twinTables();
    await load(scope, tables, { asOf: null, now: new Date("2025-02-01T09:00:00Z") });
    (tables["tickets.csv"] as string[][])[2] = ["T2", "B", "2024-12-20", "2025-02-03 12:00", "urgent", "5"];
    const loaded = await load(scope, tables, { asOf: null, now: new Date("2025-03-01T09:00:00Z") });
    expect(counted(loaded)).toMatchObject({
      tickets: { changed: 1, repeated: 2 },
      responses: { added: 1, repeated: 2 },
    });
    expect(
      await ask(scope, "select solved_at, solved_recorded_at from tickets where external_id = 'T2'"),
    ).toEqual([{ solved_at: "2025-02-03 12:00:00+00", solved_recorded_at: "2025-03-01 09:00:00+00" }]);
    const states =
      "select state from ticket_states s join tickets t on t.id = s.ticket_id where t.external_id = 'T2' order by s.occurred_at";
    expect(await ask(scope, states)).toEqual([{ state: "open" }, { state: "solved" }]);
  });
});

describe("people, bills and touches", () => {
  const mapping = twinMapping();
  mapping.files = [
    ...mapping.files.filter(({ noun }) => noun === "accounts"),
    {
      file: "people.csv",
      noun: "contacts",
      columns: { id: "id", account: "account", name: "name", role: "role", leftAt: "left", since: "since" },
    },
    {
      file: "bills.csv",
      noun: "invoices",
      columns: {
        id: "id",
        account: "account",
        issuedAt: "issued",
        dueOn: "due",
        amount: "amount",
        paidAt: "paid",
      },
    },
    {
      file: "calls.csv",
      noun: "touches",
      columns: {
        id: "id",
        account: "account",
        occurredAt: "at",
        channel: { constant: "phone" },
        direction: "direction",
        isTwoWay: "answered",
        minutes: "minutes",
        contact: "person",
      },
    },
  ];
  const tables = (): Tables => ({
    ...twinTables(),
    "people.csv": [
      ["id", "account", "name", "role", "left", "since"],
      ["P1", "A", "Mina", "sponsor", "", "2024-01-10"],
      ["P2", "A", "Omar", "user", "2024-06-01 12:00", "2024-01-10"],
    ],
    "bills.csv": [
      ["id", "account", "issued", "due", "amount", "paid"],
      ["I1", "A", "2024-10-01", "2024-10-31", "120.50", ""],
      ["I2", "B", "2024-10-01", "2024-10-31", "80", "2024-10-20"],
    ],
    "calls.csv": [
      ["id", "account", "at", "direction", "answered", "minutes", "person"],
      ["C1", "A", "2024-12-03 10:00", "out", "yes", "12.5", "P1"],
      ["C2", "B", "2024-12-04 10:00", "in", "no", "", "P9"],
    ],
  });

  it("land, and change nothing the second time", async () => {
    const { scope } = await testWorkspace({ asOf: PIN });
    const once = counted(await load(scope, tables(), { mapping }));
    expect(once).toMatchObject({
      contacts: { added: 2 },
      invoices: { added: 2 },
      touches: { added: 2, warned: 1 },
    });
    const before = await contents(scope);
    const again = counted(await load(scope, tables(), { mapping }));
    expect(again).toMatchObject({
      contacts: { repeated: 2 },
      invoices: { repeated: 2 },
      touches: { repeated: 2, warned: 0 },
    });
    expect(await contents(scope)).toEqual(before);
    const bill =
      "select amount_minor::int as amount, due_on::text as due from invoices where external_id = 'I1'";
    expect(await ask(scope, bill)).toEqual([{ amount: 12_050, due: "2024-10-31" }]);
  });

  it("tell when a sponsor's leaving and a payment were learnt", async () => {
    const { scope } = await testWorkspace();
    await load(scope, tables(), { mapping, asOf: null, now: new Date("2025-02-01T09:00:00Z") });
    const later = tables();
    (later["people.csv"] as string[][])[1] = ["P1", "A", "Mina", "sponsor", "2025-02-10 08:00", "2024-01-10"];
    (later["bills.csv"] as string[][])[1] = ["I1", "A", "2024-10-01", "2024-10-31", "120.50", "2025-02-20"];
    const loaded = await load(scope, later, { mapping, asOf: null, now: new Date("2025-03-01T09:00:00Z") });
    expect(counted(loaded)).toMatchObject({
      contacts: { changed: 1, repeated: 1 },
      invoices: { changed: 1, repeated: 1 },
    });
    expect(
      await ask(scope, "select left_at, left_recorded_at from contacts where external_id = 'P1'"),
    ).toEqual([{ left_at: "2025-02-10 08:00:00+00", left_recorded_at: "2025-03-01 09:00:00+00" }]);
    expect(
      await ask(scope, "select paid_at, paid_recorded_at from invoices where external_id = 'I1'"),
    ).toEqual([{ paid_at: "2025-02-20 00:00:00+00", paid_recorded_at: "2025-03-01 09:00:00+00" }]);
  });
});
