import { getTableName, is, type SQL } from "drizzle-orm";
import { getTableConfig, PgDialect, PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { connection } from "./client";
import * as schema from "./schema";
import { LOCAL_SCHEMAS, LOCAL_TABLES, REFERENCE_TABLES, TENANT_TABLES } from "./schema/map";
import { closeTestDatabase } from "./test-workspace";

/** The rules of the schema, and what holds each of them. */
const RULES = {
  S1: "this test: every table of the schema and of the database is in db/schema/map.ts",
  S2: "this test: the first column of a tenant table is workspace_id uuid not null",
  S3: "this test: primary keys of tenant tables are composite and begin with workspace_id",
  S4: "this test: every unique key and unique index contains workspace_id",
  S5: "this test: foreign keys between tenant tables have workspace_id at the same place on both sides",
  S6: "this test: no reference table points to a tenant table, no tenant table to a local one",
  S7: "this test: on delete is cascade, restrict or no action",
  S8: "this test: ids are uuid without a default made by the database; no sequences",
  S9: "this test: users are reference, memberships tenant, attempts to sign in local",
  S10: "lint (house/imports): the bare connection is named in db/ only, everything else goes through withScope",
  S11: "scan of the migrations and of the statements in db/ (migrations.test.ts)",
  S12: "scan of the migrations (migrations.test.ts)",
  S13: "review: work over several tenants is a loop over workspaces, never a join",
  S14: "this test: job queue and list of migrations live in schemas that are local",
  S15: "this test: policy and FORCE on every tenant table, rights of the role; tenancy.test.ts shows it row by row",
  S16: "scan of the migrations (migrations.test.ts)",
};

const OWN_WORKSPACE = "workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid";
const TENANT: readonly string[] = TENANT_TABLES;
const REFERENCE: readonly string[] = REFERENCE_TABLES;
const LOCAL: readonly string[] = LOCAL_TABLES;

const tables = Object.values(schema as Record<string, unknown>)
  .filter((each): each is PgTable => is(each, PgTable))
  .map((table) => getTableConfig(table));
const tenants = tables.filter((table) => TENANT.includes(table.name));

/** What breaks a rule, as sentences; the test shows them all at once. */
function faults<T>(list: readonly T[], fault: (each: T) => string | false | undefined): string[] {
  return list.map(fault).filter((each): each is string => typeof each === "string");
}

const dialect = new PgDialect();
const text = (condition: SQL | undefined) => (condition ? dialect.sqlToQuery(condition).sql : "");

afterAll(closeTestDatabase);

describe("the schema keeps the road to several machines open", () => {
  beforeAll(() => {
    const lines = Object.entries(RULES).map(([rule, how]) => `  ${rule.padEnd(4)} ${how}`);
    process.stdout.write(`Rules of the schema and what holds them:\n${lines.join("\n")}\n`);
  });

  it("S1: lists every table exactly once as tenant, reference or local", async () => {
    const listed = [...TENANT, ...REFERENCE, ...LOCAL];
    expect(new Set(listed).size).toBe(listed.length);
    expect(tables.map((table) => table.name).sort()).toEqual([...listed].sort());
    const found = await connection().sql<{ name: string }[]>`
      select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition`;
    expect(found.map((row) => row.name).sort()).toEqual([...listed].sort());
  });

  it("S2: begins every tenant table with workspace_id uuid not null", () => {
    const broken = faults(tenants, ({ name, columns: [first] }) => {
      const isRight = first?.name === "workspace_id" && first.getSQLType() === "uuid" && first.notNull;
      return !isRight && `${name} begins with ${first?.name} ${first?.getSQLType()}`;
    });
    expect(broken).toEqual([]);
  });

  it("S3: gives every tenant table a composite primary key that begins with workspace_id", () => {
    const broken = faults(tenants, ({ name, columns, primaryKeys }) => {
      const [key, ...more] = primaryKeys;
      if (columns.some((column) => column.primary)) return `${name} has a key on one column`;
      if (!key || more.length > 0 || key.columns.length < 2) return `${name} has no composite key`;
      return key.columns[0]?.name !== "workspace_id" && `${name} begins its key with ${key.columns[0]?.name}`;
    });
    expect(broken).toEqual([]);
  });

  it("S4: puts workspace_id into every unique key and unique index of a tenant table", () => {
    const broken = tenants.flatMap(({ name, columns, uniqueConstraints, indexes }) => [
      ...faults(columns, (column) => column.isUnique && `${name}.${column.name} is unique by itself`),
      ...faults(
        uniqueConstraints,
        (key) => key.columns[0]?.name !== "workspace_id" && `${name}: ${key.name}`,
      ),
      ...faults(indexes, ({ config }) => {
        const [first] = config.columns;
        const begins = first && "name" in first ? first.name : "an expression";
        return begins !== "workspace_id" && `${name}: ${config.name} begins with ${begins}`;
      }),
    ]);
    expect(broken).toEqual([]);
  });

  it("S5: has workspace_id at the same place on both sides of every foreign key between tenant tables", () => {
    const broken = tenants.flatMap(({ name, foreignKeys }) =>
      faults(foreignKeys, (key) => {
        const { columns, foreignColumns, foreignTable } = key.reference();
        if (!TENANT.includes(getTableName(foreignTable))) return false;
        const place = columns.findIndex((column) => column.name === "workspace_id");
        const isSame = place >= 0 && foreignColumns[place]?.name === "workspace_id";
        return !isSame && `${name}: ${key.getName()}`;
      }),
    );
    expect(broken).toEqual([]);
  });

  it("S6: lets no reference table point to a tenant table and no tenant table to a local one", () => {
    const broken = tables.flatMap(({ name, foreignKeys }) =>
      faults(foreignKeys, (key) => {
        const target = getTableName(key.reference().foreignTable);
        const isWrong =
          (REFERENCE.includes(name) && TENANT.includes(target)) ||
          (TENANT.includes(name) && LOCAL.includes(target));
        return isWrong && `${name}: ${key.getName()} to ${target}`;
      }),
    );
    expect(broken).toEqual([]);
  });

  it("S7: deletes along foreign keys by cascade, restrict or no action only", () => {
    const allowed = ["cascade", "restrict", "no action", undefined];
    const broken = tables.flatMap(({ name, foreignKeys }) =>
      faults(
        foreignKeys,
        (key) => !allowed.includes(key.onDelete) && `${name}: ${key.getName()} ${key.onDelete}`,
      ),
    );
    expect(broken).toEqual([]);
  });

  it("S8: makes ids in the app: uuid columns without a default, no sequence narrower than bigint", async () => {
    const broken = tables.flatMap(({ name, columns }) =>
      faults(columns, (column) => {
        if (column.getSQLType().includes("serial")) return `${name}.${column.name} is ${column.getSQLType()}`;
        if (column.getSQLType() === "uuid")
          return column.hasDefault && `${name}.${column.name} has a default`;
        return column.name === "id" && `${name}.id is ${column.getSQLType()}`;
      }),
    );
    expect(broken).toEqual([]);
    const sequences = await connection().sql`
      select sequencename from pg_sequences where schemaname = 'public' and data_type::text <> 'bigint'`;
    expect([...sequences]).toEqual([]);
  });

  it("S9: keeps people as reference, memberships as tenant and attempts to sign in as local rows", () => {
    expect(REFERENCE).toContain("users");
    expect(TENANT).toEqual(expect.arrayContaining(["members", "member_invitations"]));
    expect(LOCAL).toContain("rate_limits");
  });

  it("S14: keeps the job queue and the list of migrations in local schemas", async () => {
    const found = await connection().sql<{ name: string }[]>`
      select distinct n.nspname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname !~ '^pg_(catalog|toast|temp)' and n.nspname not in ('information_schema', 'public')`;
    expect(found.map((row) => row.name).sort()).toEqual([...LOCAL_SCHEMAS].sort());
  });

  it("S15: guards every tenant table by the one condition, for all commands, reading and writing", () => {
    const broken = faults(tenants, ({ name, policies }) => {
      const guard = policies.find((policy) => policy.for === "all");
      const isRight = text(guard?.using) === OWN_WORKSPACE && text(guard?.withCheck) === OWN_WORKSPACE;
      return !isRight && `${name} is not guarded`;
    });
    expect(broken).toEqual([]);
    const extra = tenants.flatMap(({ name, policies }) =>
      policies
        .filter((policy) => policy.for !== "all")
        .map((policy) => `${name}: ${policy.name} for ${policy.for}`),
    );
    expect(extra).toEqual(["members: members_own for select"]);
  });

  it("S15: forces row-level security on every tenant table and every partition in the database itself", async () => {
    const open = await connection().sql<{ name: string }[]>`
      select relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`;
    expect(open.map((row) => row.name).sort()).toEqual([...LOCAL, "users"].sort());
  });

  it("S15: runs as a role that is no superuser, does not bypass row-level security and owns no table", async () => {
    const [role] = await connection().sql`
      select rolsuper, rolbypassrls, rolcreaterole,
        exists (select from pg_class where relowner = r.oid) as owns,
        pg_has_role(current_user, (select relowner from pg_class where oid = 'public.accounts'::regclass), 'member') as may_own
      from pg_roles r where rolname = current_user`;
    expect(role).toEqual({
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      owns: false,
      may_own: false,
    });
  });
});
