import { getTableName, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connection, withoutWorkspace, withScope, type TransactionSql } from "./client";
import { ensurePartitions } from "./partitions";
import { insertMembers, insertUsers } from "./queries/people";
import * as schema from "./schema";
import { TENANT_TABLES } from "./schema/map";
import type { Scope } from "./scope";
import { closeTestDatabase, testWorkspace } from "./test-workspace";

/** A row as the driver takes it: column → value. */
type Row = Record<string, string | number | boolean | readonly never[]>;
type Table = ReturnType<typeof getTableConfig>;

const DAY = "2026-03-14";
const tables = new Map(
  Object.values(schema as Record<string, unknown>)
    .filter((each): each is PgTable => is(each, PgTable))
    .map((table) => [getTableName(table), getTableConfig(table)]),
);
let userId = "";

/** Any value of a type; ids, keys and codes are new each time, so that no unique key is hit. */
let count = 0;
function valueOf(type: string): Row[string] {
  count += 1;
  if (type.endsWith("[]")) return "{}";
  if (type === "uuid") return v7();
  if (type === "text") return `text-${v7()}`;
  if (type === "jsonb") return "{}";
  if (type === "bytea") return "\\x00";
  if (type === "boolean") return true;
  if (type === "date") return DAY;
  if (type.startsWith("timestamp")) return `${DAY}T10:00:00Z`;
  return count;
}

/** A row with the columns that must be there and the parents it points to, inserted or only made ready. */
async function makeRow(sql: TransactionSql, table: Table, workspaceId: string): Promise<Row> {
  const required = table.columns.filter((column) => column.notNull && !column.hasDefault);
  const row: Row = Object.fromEntries(required.map((column) => [column.name, valueOf(column.getSQLType())]));
  row.workspace_id = workspaceId;
  for (const key of table.foreignKeys) {
    const { columns, foreignColumns, foreignTable } = key.reference();
    const isNeeded = columns.every((column) => column.name in row);
    const name = getTableName(foreignTable);
    if (!isNeeded || name === "workspaces") continue;
    if (name === "users") {
      row[columns[0]?.name ?? ""] = userId;
    } else {
      const parent = await insertRow(sql, tableNamed(name), workspaceId);
      columns.forEach((column, i) => (row[column.name] = parent[foreignColumns[i]?.name ?? ""] ?? ""));
    }
  }
  return row;
}

async function insertRow(sql: TransactionSql, table: Table, workspaceId: string): Promise<Row> {
  const row = await makeRow(sql, table, workspaceId);
  await sql`insert into ${sql(table.name)} ${sql(row)}`;
  return row;
}

function tableNamed(name: string): Table {
  const table = tables.get(name);
  if (!table) throw new Error(`no table ${name} in the schema`);
  return table;
}

/** Runs a statement on the one row with this primary key; `{where}` stands for the condition. */
function onRow(sql: TransactionSql, table: Table, row: Row, statement: string) {
  const keys = table.primaryKeys[0]?.columns.map((column) => column.name) ?? [];
  const columns = table.columns.filter((column) => keys.includes(column.name));
  const where = columns
    .map((column, i) => `"${column.name}" = $${i + 1}::text::${column.getSQLType()}`)
    .join(" and ");
  const values = columns.map((column) => String(row[column.name]));
  return sql.unsafe(statement.replace("{where}", where), values);
}

async function sightings(sql: TransactionSql, table: Table, row: Row): Promise<number> {
  return (await onRow(sql, table, row, `select 1 from "${table.name}" where {where}`)).count;
}

const GUARDED = /row-level security|permission denied/;
/** The audit log can only be added to: changing it is refused to everybody, not only to other workspaces. */
const APPEND_ONLY = ["audit_entries"];

describe("a workspace neither reads nor writes another's rows", () => {
  let ours: Scope;
  let theirs: Scope;
  const rows = new Map<string, Row>();

  beforeAll(async () => {
    ours = (await testWorkspace()).scope;
    theirs = (await testWorkspace()).scope;
    const [user] = await insertUsers(
      ours,
      [{ email: `${v7()}@test.vafa`, name: "A", passwordHash: null }],
      new Date(),
    );
    userId = user?.[1] ?? "";
    for (const parent of ["usage_events", "health_snapshots"] as const)
      await ensurePartitions(ours, parent, DAY, DAY);
    for (const name of TENANT_TABLES) {
      rows.set(name, await withScope(ours, ({ sql }) => insertRow(sql, tableNamed(name), ours.workspaceId)));
    }
  });

  afterAll(closeTestDatabase);

  for (const name of TENANT_TABLES) {
    const own = () => rows.get(name) ?? {};

    it(`${name}: the owner sees the row`, async () => {
      const table = tableNamed(name);
      expect(await withScope(ours, ({ sql }) => sightings(sql, table, own()))).toBe(1);
    });

    it(`${name}: without a workspace no row is seen, changed or added, not even as a job`, async () => {
      const table = tableNamed(name);
      for (const who of ["nobody", "job"] as const) {
        const seen = await withoutWorkspace(
          who,
          ({ sql }) => sql`select count(*)::int as n from ${sql(name)}`,
        );
        expect(seen[0]).toEqual({ n: 0 });
      }
      const added = withoutWorkspace(
        "nobody",
        async ({ sql }) => sql`insert into ${sql(name)} ${sql(own())}`,
      );
      await expect(added).rejects.toThrow(GUARDED);
      expect(await changes(null, table)).toEqual({ updated: 0, deleted: 0 });
    });

    it(`${name}: another workspace neither reads, changes, deletes nor adds`, async () => {
      const table = tableNamed(name);
      expect(await withScope(theirs, ({ sql }) => sightings(sql, table, own()))).toBe(0);
      expect(await changes(theirs, table)).toEqual({ updated: 0, deleted: 0 });
      const fresh = { ...own(), ...("id" in own() ? { id: v7() } : {}) };
      const added = withScope(theirs, async ({ sql }) => sql`insert into ${sql(name)} ${sql(fresh)}`);
      await expect(added).rejects.toThrow(GUARDED);
      expect(await withScope(ours, ({ sql }) => sightings(sql, table, own()))).toBe(1);
    });

    it(`${name}: a row cannot be handed to another workspace`, async () => {
      const statement = `update "${name}" set workspace_id = '${theirs.workspaceId}' where {where}`;
      const handed = withScope(ours, async ({ sql }) => onRow(sql, tableNamed(name), own(), statement));
      await expect(handed).rejects.toThrow(GUARDED);
    });

    /** How many of our rows the scope (or nobody) updates and deletes. */
    async function changes(scope: Scope | null, table: Table) {
      if (APPEND_ONLY.includes(name)) return { updated: 0, deleted: 0, ...(await refusedChanges(scope)) };
      const work = async ({ sql }: { sql: TransactionSql }) => {
        const updated = await onRow(
          sql,
          table,
          own(),
          `update "${name}" set workspace_id = workspace_id where {where}`,
        );
        const deleted = await onRow(sql, table, own(), `delete from "${name}" where {where}`);
        return { updated: updated.count, deleted: deleted.count };
      };
      return scope ? withScope(scope, work) : withoutWorkspace("nobody", work);
    }

    async function refusedChanges(scope: Scope | null): Promise<object> {
      for (const verb of ["update audit_entries set action = ''", "delete from audit_entries"]) {
        const work = async ({ sql }: { sql: TransactionSql }) => sql.unsafe(verb);
        const tried = scope ? withScope(scope, work) : withoutWorkspace("nobody", work);
        await expect(tried).rejects.toThrow("permission denied");
      }
      return {};
    }
  }

  it("shows nothing of a partition that is named directly, not even to the owner of its rows", async () => {
    const partitions = await connection().sql<{ name: string; parent: string }[]>`
      select c.relname as name, p.relname as parent from pg_inherits i
      join pg_class c on c.oid = i.inhrelid join pg_class p on p.oid = i.inhparent
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`;
    expect(new Set(partitions.map((each) => each.parent))).toEqual(
      new Set(["usage_events", "health_snapshots"]),
    );
    for (const { name } of partitions) {
      const seen = withScope(ours, async ({ sql }) => [...(await sql`select * from ${sql(name)}`)]);
      expect(await seen.catch((error: Error) => error.message)).toSatisfy(
        (answer: unknown) =>
          (Array.isArray(answer) && answer.length === 0) || String(answer).startsWith("permission denied"),
      );
    }
  });

  it("shows a person the own memberships before a workspace is chosen, and the workspaces they are in, nothing else", async () => {
    const [found] = await insertUsers(
      ours,
      [{ email: `${v7()}@test.vafa`, name: "B", passwordHash: null }],
      new Date(),
    );
    const person = { userId: found?.[1] ?? "" };
    await insertMembers(ours, [{ ...person, role: "csm" }], new Date());
    await insertMembers(theirs, [{ userId, role: "csm" }], new Date());
    const seen = await withoutWorkspace(person, async ({ sql }) => ({
      members: await sql`select workspace_id, user_id from members`,
      workspaces: await sql`select id from workspaces`,
    }));
    expect([...seen.members]).toEqual([{ workspace_id: ours.workspaceId, user_id: person.userId }]);
    expect([...seen.workspaces]).toEqual([{ id: ours.workspaceId }]);
  });

  it("lets a workspace see its own row of workspaces and change no other's", async () => {
    const seen = await withScope(
      { ...ours, actor: "admin" } as Scope,
      ({ sql }) => sql`select id from workspaces`,
    );
    expect([...seen]).toEqual([{ id: ours.workspaceId }]);
    const renamed = await withScope(
      { ...ours, actor: "admin" } as Scope,
      ({ sql }) => sql`update workspaces set name = 'x' where id = ${theirs.workspaceId}`,
    );
    expect(renamed.count).toBe(0);
  });
});
