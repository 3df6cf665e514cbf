import { AsyncLocalStorage } from "node:async_hooks";
import type { ExtractTablesWithRelations } from "drizzle-orm";
import type { PgTransaction } from "drizzle-orm/pg-core";
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { env } from "@/lib/env";
import type { Scope } from "./scope";
import * as schema from "./schema";

type Schema = typeof schema;
type DrizzleTransaction = PgTransaction<PostgresJsQueryResultHKT, Schema, ExtractTablesWithRelations<Schema>>;

/** bigint columns arrive as JavaScript numbers, refused beyond 2^53 instead of silently rounded. */
const bigint = {
  to: 20,
  from: [20],
  serialize: (value: number | bigint) => String(value),
  parse: (text: string) => safeInteger(text),
};

type Sql = postgres.Sql<{ bigint: number }>;

/** Raw statements of one transaction. Dates go in as ISO text and come out as text: Drizzle owns their conversion. */
export type TransactionSql = postgres.TransactionSql<{ bigint: number }>;

/** One transaction: the query builder and the raw driver over the same connection. */
export type Tx = { db: DrizzleTransaction; sql: TransactionSql };

type Connection = { sql: Sql; db: PostgresJsDatabase<Schema> };

const held = globalThis as typeof globalThis & { vafaConnection?: Connection };

/** The pool of this process; kept on globalThis so that a development reload does not open another. */
export function connection(): Connection {
  held.vafaConnection ??= open(env().databaseUrl);
  return held.vafaConnection;
}

function open(url: string): Connection {
  const sql = postgres(url, {
    max: 10,
    types: { bigint },
    onnotice: () => undefined,
    connection: { application_name: "vafa" },
  });
  const db = drizzle(sql, { schema });
  // Drizzle passes dates through as text and their arrays too, which then cannot be sent; without its rule the driver learns them.
  for (const type of DATE_ARRAYS) {
    delete sql.options.parsers[type];
    delete sql.options.serializers[type];
  }
  return { sql, db };
}

/** Type numbers of timestamp[], date[] and timestamptz[]. */
const DATE_ARRAYS = [1115, 1182, 1185];

/** Ends the pool; scripts and tests call it once at their end. */
export async function closeConnection(): Promise<void> {
  await held.vafaConnection?.sql.end({ timeout: 5 });
  held.vafaConnection = undefined;
}

const current = new AsyncLocalStorage<{ scope: Scope; tx: Tx }>();

/**
 * The only way to tenant data: a transaction in which workspace, person and role are set, locally, so that row-level
 * security lets through this workspace and nothing else. Inside another `withScope` of the same scope it joins that
 * transaction, so a flow can bind several queries into one.
 */
export async function withScope<T>(scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  const outer = current.getStore();
  if (outer && outer.scope === scope) {
    return work(outer.tx);
  } else {
    return begin(scope.workspaceId, scope.userId ?? "", scope.actor, (tx) =>
      current.run({ scope, tx }, () => work(tx)),
    );
  }
}

/** For what precedes a workspace: sign-in looks up a person's memberships, jobs list the workspaces there are. */
export async function withoutWorkspace<T>(
  who: { userId: string } | "job" | "nobody",
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return begin("", typeof who === "object" ? who.userId : "", who === "job" ? "job" : "", work);
}

function begin<T>(
  workspaceId: string,
  userId: string,
  role: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return connection().db.transaction(async (db) => {
    const sql = driverOf(db);
    await sql`select set_config('vafa.workspace_id', ${workspaceId}, true), set_config('vafa.user_id', ${userId}, true),
      set_config('vafa.role', ${role}, true)`;
    return work({ db, sql });
  });
}

/** Drizzle keeps the driver's transaction private; COPY and cursors need it. The one cast of this folder. */
function driverOf(db: DrizzleTransaction): TransactionSql {
  return (db as unknown as { session: { client: TransactionSql } }).session.client;
}

/** A whole number that JavaScript can hold exactly. Throws RangeError beyond 2^53 − 1. */
export function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`${text} is beyond the whole numbers that can be held exactly`);
  return value;
}
