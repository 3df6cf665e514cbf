import postgres from "postgres";
import { env } from "@/lib/env";

/**
 * Vacuums and analyses tables after a large load, as the owner: the planner learns their sizes and BRIN indexes learn the blocks
 * they have not summed up. Table names are fixed names of the schema.
 */
export async function vacuumTables(tables: readonly string[]): Promise<void> {
  const sql = postgres(env().databaseOwnerUrl, { max: 1, onnotice: () => undefined });
  try {
    for (const table of tables) await sql`vacuum (analyze) ${sql(table)}`;
  } finally {
    await sql.end({ timeout: 5 });
  }
}
