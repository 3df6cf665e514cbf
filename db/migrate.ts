import path from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { knownMigrations } from "./migrations-state";
import { prepareQueues } from "./queue";

const FOLDER = path.join(path.dirname(fileURLToPath(import.meta.url)), "migrations");

/** Any number of processes may start together: the first migrates, the others wait here and find nothing to do. */
const MIGRATION_LOCK = 7_230_417;

/**
 * Brings the schema up to date as the owner and lets the runtime role use it. Safe to run twice and by two processes at once.
 * Throws when the database holds migrations this version does not know (it was written by a newer Vafa).
 */
export async function migrateDatabase(urls: {
  ownerUrl: string;
  appUrl: string;
}): Promise<{ applied: number }> {
  const sql = postgres(urls.ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    const before = await appliedCount(sql);
    const known = knownMigrations();
    if (before > known) throw new NewerSchemaError(before, known);
    await migrate(drizzle(sql), { migrationsFolder: FOLDER });
    await prepareQueues(urls.ownerUrl);
    await grant(sql, new URL(urls.appUrl).username);
    return { applied: known - before };
  } finally {
    await sql.end({ timeout: 5 });
  }
}

/** The database was written by a newer version; starting could harm it. */
export class NewerSchemaError extends Error {
  constructor(inDatabase: number, known: number) {
    super(
      `The database has ${inDatabase} migrations, this version knows ${known}. Start the newer version of Vafa again.`,
    );
    this.name = "NewerSchemaError";
  }
}

async function appliedCount(sql: postgres.Sql): Promise<number> {
  const [table] = await sql<
    { name: string | null }[]
  >`select to_regclass('drizzle.__drizzle_migrations')::text as name`;
  if (!table?.name) return 0;
  const [row] = await sql<{ n: number }[]>`select count(*)::int as n from drizzle.__drizzle_migrations`;
  return row?.n ?? 0;
}

/** The runtime role reads and writes rows and nothing else; the audit log it can only add to. */
async function grant(sql: postgres.Sql, role: string): Promise<void> {
  const app = sql(decodeURIComponent(role));
  await sql`grant usage on schema public, drizzle, pgboss to ${app}`;
  await sql`grant select on all tables in schema drizzle to ${app}`;
  await sql`grant select, insert, update, delete on all tables in schema public, pgboss to ${app}`;
  await sql`revoke update, delete on audit_entries from ${app}`;
  await sql`grant execute on all functions in schema public, pgboss to ${app}`;
}
