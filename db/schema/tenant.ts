import { sql } from "drizzle-orm";
import { customType, pgPolicy, timestamp, uuid } from "drizzle-orm/pg-core";

/** First column of every tenant table (rule S2). */
export const workspaceId = () => uuid("workspace_id").notNull();

const ownWorkspace = sql`workspace_id = nullif(current_setting('vafa.workspace_id', true), '')::uuid`;

/**
 * The one condition that keeps tenants apart (rule S15): without a workspace set no row is seen.
 * Drizzle cannot express FORCE ROW LEVEL SECURITY; the migration adds it for every table.
 */
export const tenantPolicy = (table: string) =>
  pgPolicy(`${table}_tenant`, { for: "all", using: ownWorkspace, withCheck: ownWorkspace });

/** Instant with a zone; milliseconds survive the round trip through JavaScript. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: "date" });

/** Raw bytes, for hashes of content. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => "bytea" });

/** Words of one thing in the three languages. */
export type Names = { en: string; fa: string; ar: string };
