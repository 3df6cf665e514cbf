import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import postgres from "postgres";
import { env } from "@/lib/env";
import type { Day } from "@/lib/period";
import { withScope } from "./client";
import { copyLine, type Cell } from "./copy";
import type { Scope } from "./scope";

/** What a pass over facts read. */
export type Pass = { usageDays: number; tickets: number };

/** The barest read of all facts a recompute may look at: counts and one sum. */
export async function passOverFacts(scope: Scope): Promise<Pass> {
  return withScope(scope, async ({ sql }) => {
    const [usage] = await sql<{ n: number }[]>`select count(*) as n, sum(events) from usage_days`;
    const [tickets] = await sql<{ n: number }[]>`select count(*) as n from tickets`;
    return { usageDays: Number(usage?.n ?? 0), tickets: Number(tickets?.n ?? 0) };
  });
}

/** The same over the rows of the windows alone, every family a gathering reads: what it cannot do without. */
export async function passOverWindows(scope: Scope, params: { from: Day; to: Day }): Promise<Pass> {
  const { from, to } = params;
  return withScope(scope, async ({ sql }) => {
    const [usage] = await sql<{ n: number }[]>`
      select count(*) as n, sum(events) from usage_days where day between ${from}::date and ${to}::date`;
    const [tickets] = await sql<{ n: number }[]>`
      select count(*) as n from tickets where occurred_at >= ${from}::timestamptz and occurred_at < ${to}::timestamptz`;
    await sql`select count(*), sum(score) from responses`;
    await sql`select count(*), sum(minutes) from touches`;
    await sql`select count(*), sum(amount_minor) from invoices`;
    await sql`select count(*), sum(arr_delta_minor) from mrr_changes`;
    await sql`select count(*), sum(fee_minor) from subscription_facts`;
    await sql`select count(*), sum(value_number) from account_facts`;
    return { usageDays: Number(usage?.n ?? 0), tickets: Number(tickets?.n ?? 0) };
  });
}

const STORED = ["health_snapshots", "account_standings"] as const;

/** The stored rows of a day as lines of COPY, to be copied back by `copyBare`. */
export async function readStored(
  scope: Scope,
  params: { day: Day },
): Promise<Record<(typeof STORED)[number], string[]>> {
  return withScope(scope, async ({ sql }) => {
    const lines = async (query: string) =>
      (await sql.unsafe(query).values()).map((row) => copyLine(row as Cell[]));
    return {
      health_snapshots: await lines(`select * from health_snapshots where day = '${params.day}'`),
      account_standings: await lines("select * from account_standings"),
    };
  });
}

/** Copies rows into empty tables of the same columns and indexes without row-level security, and drops them again. */
export async function copyBare(
  rows: Record<(typeof STORED)[number], string[]>,
  timed: (copy: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const sql = postgres(env().databaseOwnerUrl, { max: 1, onnotice: () => undefined });
  try {
    for (const table of STORED) {
      await sql`drop table if exists ${sql(`bare_${table}`)}`;
      await sql`create table ${sql(`bare_${table}`)} (like ${sql(table)} including indexes)`;
    }
    await timed(async () => {
      for (const table of STORED) {
        await pipeline(
          Readable.from(rows[table]),
          await sql`copy ${sql(`bare_${table}`)} from stdin`.writable(),
        );
      }
    });
  } finally {
    for (const table of STORED) await sql`drop table if exists ${sql(`bare_${table}`)}`;
    await sql.end({ timeout: 5 });
  }
}
