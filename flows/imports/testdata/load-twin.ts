import { withScope } from "@/db/client";
import type { Scope } from "@/db/scope";
import type { Mapping } from "@/lib/imports/mapping";
import { checkFiles } from "../check";
import { loadFiles, type Loaded } from "../load";
import { twinMapping, writeTables, type Tables } from "./twin";

export const NOW = new Date("2026-05-01T09:00:00Z");
export const PIN = new Date("2025-01-01T00:00:00Z");

type Options = { mapping?: Mapping; asOf?: Date | null; now?: Date };

/** Loads tables into a workspace and stops there: no rollup, no scores. Pinned to the end of 2024 unless said otherwise. */
export async function load(scope: Scope, tables: Tables, options: Options = {}): Promise<Loaded> {
  const { mapping = twinMapping(), asOf = PIN, now = NOW } = options;
  const used = new Set(mapping.files.map(({ file }) => file));
  const dir = await writeTables(
    Object.fromEntries(Object.entries(tables).filter(([file]) => used.has(file))),
  );
  const files = await checkFiles(mapping, dir);
  return loadFiles(scope, { mapping, files, zone: "UTC", asOf, clock: () => now });
}

/** The counts of an import by noun. */
export function counted(loaded: Loaded) {
  return Object.fromEntries(loaded.files.map(({ noun, counts }) => [noun, counts]));
}

/** Rows of a statement over the workspace. */
export async function ask<T>(scope: Scope, text: string): Promise<T[]> {
  return withScope(scope, async ({ sql }) => [...(await sql.unsafe(text))] as T[]);
}

const FACTS = [
  "accounts",
  "account_facts",
  "contacts",
  "subscriptions",
  "subscription_facts",
  "usage_events",
  "event_keys",
  "tickets",
  "ticket_states",
  "responses",
  "churn_events",
  "touches",
  "invoices",
  "source_freshness",
  "features",
  "plans",
  "plan_features",
];

/** Every fact of the workspace as text, to tell whether anything changed. */
export async function contents(scope: Scope): Promise<Record<string, string[]>> {
  const tables: Record<string, string[]> = {};
  for (const table of FACTS) {
    const rows = await ask<{ row: string }>(
      scope,
      `select to_jsonb(t)::text as row from ${table} t order by 1`,
    );
    tables[table] = rows.map(({ row }) => row);
  }
  return tables;
}
