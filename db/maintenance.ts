import postgres from "postgres";
import { env } from "@/lib/env";

/**
 * Vacuums and analyses tables after a large load, as the owner: the planner learns their sizes and BRIN indexes learn the blocks
 * they have not summed up. Table names are fixed names of the schema.
 */
export async function vacuumTables(tables: readonly string[]): Promise<void> {
  await asOwner(async (sql) => {
    for (const table of tables) await sql`vacuum (analyze) ${sql(table)}`;
  });
}

/**
 * Packs an index that a load has left half-empty, as the owner, while others read and write: rows that arrive day by day split
 * its pages in the middle. The name is a fixed name of the schema.
 */
export async function rebuildIndex(index: string): Promise<void> {
  await asOwner((sql) => sql`reindex index concurrently ${sql(index)}`);
}

async function asOwner(work: (sql: postgres.Sql) => Promise<unknown>): Promise<void> {
  const sql = postgres(env().databaseOwnerUrl, { max: 1, onnotice: () => undefined });
  try {
    await work(sql);
  } finally {
    await sql.end({ timeout: 5 });
  }
}
