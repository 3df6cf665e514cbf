import { connection } from "./client";
import journal from "./migrations/meta/_journal.json";

/** How many migrations the database holds. Throws when it cannot be reached. */
export async function countApplied(): Promise<number> {
  const rows = await connection().sql<
    { n: number }[]
  >`select count(*)::int as n from drizzle.__drizzle_migrations`;
  return rows[0]?.n ?? 0;
}

/** How many migrations this version ships. */
export function knownMigrations(): number {
  return journal.entries.length;
}
