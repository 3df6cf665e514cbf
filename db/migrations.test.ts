import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { migrateDatabase } from "./migrate";
import { knownMigrations } from "./migrations-state";
import { TENANT_TABLES } from "./schema/map";

const FOLDER = import.meta.dirname;
/** Databases are made by the owner if it may, else by the administrator of the test server. */
const OWNER_URL = process.env.DATABASE_OWNER_URL ?? "";
const ADMIN_URL = process.env.TEST_ADMIN_URL ?? OWNER_URL;
const APP_URL = process.env.DATABASE_URL ?? "";

type Source = { file: string; text: string };

function read(folder: string, pattern: RegExp): Source[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => pattern.test(file))
    .map((file) => ({ file, text: readFileSync(path.join(folder, file), "utf8") }));
}

/** Without comments, and with the bodies of functions still in. */
function statements({ file, text }: Source): Source[] {
  const bare = text.replace(/^\s*--(?!> statement).*$/gm, "").replace(/\s+--\s[^\n]*$/gm, "");
  return bare.split("--> statement-breakpoint").map((each) => ({ file, text: each.trim() }));
}

const migrations = read(path.join(FOLDER, "migrations"), /\.sql$/).flatMap(statements);
const code = read(FOLDER, /(?<!\.test)\.ts$/).filter((source) => !source.file.startsWith("migrations"));

/** The first words of every statement that matches, for the message of a failing test. */
function found(sources: readonly Source[], pattern: RegExp): string[] {
  return sources.flatMap(({ file, text }) =>
    [...text.matchAll(new RegExp(pattern, "gi"))].map(
      (hit) => `${file}: ${hit[0].replace(/\s+/g, " ").slice(0, 120)}`,
    ),
  );
}

describe("the migrations", () => {
  it("S11: set no column to a moving value in an update, neither there nor in the statements of db/", () => {
    const moving =
      /\bset\s(?:(?!\b(?:where|from|returning)\b|`|;)[\s\S])*?\b(?:now|random|gen_random_uuid|clock_timestamp|current_timestamp|uuidv7)\b\s*\(?/;
    expect(found([{ file: "probe", text: "update a set b = now() where c" }], moving)).toHaveLength(1);
    expect(found([{ file: "probe", text: "update a set b = $1 where c < now()" }], moving)).toEqual([]);
    expect(found([...migrations, ...code], moving)).toEqual([]);
  });

  it("S12: make no trigger, no rule, no view and no generated column", () => {
    const forbidden =
      /\bcreate\s+(?:or\s+replace\s+)?(?:constraint\s+)?(?:trigger|rule|view|materialized\s+view)\b|\bgenerated\s+always\s+as\s*\(/;
    expect(found([{ file: "probe", text: "CREATE OR REPLACE RULE r AS ON INSERT" }], forbidden)).toHaveLength(
      1,
    );
    expect(found(migrations, forbidden)).toEqual([]);
  });

  it("S16: partition by range of time, one level, the events and the snapshots only", () => {
    const parents = migrations.flatMap(({ text }) => {
      const hit = /create table "?(\w+)"?[\s\S]*partition by (\w+) \("?(\w+)"?\)/i.exec(text);
      return hit ? [`${hit[1]} by ${hit[2]?.toLowerCase()} of ${hit[3]}`] : [];
    });
    expect(parents.sort()).toEqual([
      "health_snapshots by range of day",
      "usage_events by range of occurred_at",
    ]);
    expect(found(migrations, /partition of [^;]*partition by/)).toEqual([]);
    expect(found(migrations, /partition of [^;]*for values from/)).toHaveLength(1);
  });

  it("S15: force row-level security on every tenant table", () => {
    const forced = migrations.flatMap(
      ({ text }) => /alter table "(\w+)" force row level security/i.exec(text)?.[1] ?? [],
    );
    expect(TENANT_TABLES.filter((table) => !forced.includes(table))).toEqual([]);
  });

  it("name every constraint", () => {
    const unnamed =
      /^\s*(?:primary key|unique|foreign key|check)\b.*$|\badd (?:primary key|unique|foreign key|check)\b.*$|"\s+\w+ (?:not null )?(?:primary key|unique|references)\b.*$/m;
    const hits = migrations.flatMap(({ file, text }) =>
      text
        .split("\n")
        .filter((line) => new RegExp(unnamed, "i").test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    expect(hits).toEqual([]);
  });
});

describe("migrating an empty database", () => {
  const name = `vafa_migrations_${process.pid}_${Date.now()}`;
  const admin = postgres(ADMIN_URL, { max: 1, onnotice: () => undefined });
  const urls = { ownerUrl: inDatabase(OWNER_URL), appUrl: inDatabase(APP_URL) };
  const owner = decodeURIComponent(new URL(OWNER_URL).username);

  function inDatabase(url: string): string {
    const changed = new URL(url);
    changed.pathname = `/${name}`;
    return changed.href;
  }

  beforeAll(async () => {
    await admin`create database ${admin(name)} owner ${admin(owner)}`;
  });

  afterAll(async () => {
    await admin`drop database ${admin(name)} with (force)`;
    await admin.end();
  });

  it("runs every migration as an owner who is no superuser, and two starts at the same time both succeed", async () => {
    const [role] = await admin`select rolsuper, rolbypassrls from pg_roles where rolname = ${owner}`;
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
    const both = await Promise.all([migrateDatabase(urls), migrateDatabase(urls)]);
    expect(both.map((each) => each.applied).sort()).toEqual([0, await knownMigrations()]);
  });

  it("finds nothing to do the second time", async () => {
    expect(await migrateDatabase(urls)).toEqual({ applied: 0 });
  });

  it("binds the owner too: without a workspace even it sees no row", async () => {
    const sql = postgres(urls.ownerUrl, { max: 1 });
    await sql`select set_config('vafa.workspace_id', '018f0000-0000-7000-8000-000000000001', false)`;
    await sql`insert into workspaces (id, slug, name, country, zone, calendar, currency, business, created_at)
      values ('018f0000-0000-7000-8000-000000000001', 'a', 'A', 'XX', 'UTC', 'gregory', 'USD', 'subscription', '2026-01-01')`;
    expect((await sql`select 1 from workspaces`).count).toBe(1);
    await sql`select set_config('vafa.workspace_id', '', false)`;
    expect((await sql`select 1 from workspaces`).count).toBe(0);
    await sql.end();
  });

  it("leaves every constraint with a name of our own", async () => {
    const sql = postgres(urls.ownerUrl, { max: 1 });
    // PostgreSQL names by table, column and kind what nobody named: accounts_pkey, accounts_source_check …
    const unnamed = await sql`
      select conname from pg_constraint c join pg_class t on t.oid = c.conrelid
      where connamespace = 'public'::regnamespace and contype <> 'n' and not t.relispartition
        and conname ~ '_(pkey|fkey\\d*|check\\d*|excl\\d*)$'`;
    await sql.end();
    expect([...unnamed]).toEqual([]);
  });

  it("refuses a database that a newer version wrote", async () => {
    const sql = postgres(urls.ownerUrl, { max: 1 });
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('from tomorrow', 9999999999999)`;
    await sql.end();
    await expect(migrateDatabase(urls)).rejects.toThrow("Start the newer version of Vafa again");
  });
});
