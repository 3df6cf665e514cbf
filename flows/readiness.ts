import { countApplied, knownMigrations } from "@/db/migrations-state";
import { getHeartbeat } from "@/db/queries/heartbeats";
import packageFile from "@/package.json";

/** Background work that was silent for longer than this is taken for dead. */
const SILENCE_MS = 3 * 60_000;

export type Readiness = {
  isReady: boolean;
  database: "ok" | "unreachable";
  migrations: { applied: number; known: number } | null;
  worker: "ok" | "silent" | "never";
  version: string;
};

/** State of what a page needs. Silent background work is told but does not stop pages from being served. */
export async function readiness(now: Date): Promise<Readiness> {
  const { version } = packageFile;
  try {
    const migrations = { applied: await countApplied(), known: knownMigrations() };
    const lastAt = migrations.applied === migrations.known ? await getHeartbeat() : null;
    const worker =
      lastAt === null ? "never" : now.getTime() - lastAt.getTime() > SILENCE_MS ? "silent" : "ok";
    return { isReady: migrations.applied === migrations.known, database: "ok", migrations, worker, version };
  } catch {
    return { isReady: false, database: "unreachable", migrations: null, worker: "never", version };
  }
}
