import { withScope } from "../../client";
import type { Scope } from "../../scope";

/** What a seed and the scoring after it write, children before parents. */
const TABLES = [
  "account_standings",
  "health_snapshots",
  "segment_rates",
  "dirty_days",
  "source_freshness",
  "usage_days",
  "usage_starts",
  "first_values",
  "churn_events",
  "touches",
  "responses",
  "ticket_states",
  "tickets",
  "invoices",
  "mrr_changes",
  "subscription_facts",
  "subscriptions",
  "contacts",
  "account_facts",
  "accounts",
  "surveys",
  "plan_features",
  "plans",
  "products",
  "features",
] as const;

/** Tables a seed fills and whose statistics the planner needs. */
export const SEEDED_TABLES = TABLES.slice(4);

/** Empties a workspace of what an interrupted seed left; people, segments, stages and scorecards stay. */
export async function clearSeed(scope: Scope): Promise<void> {
  await withScope(scope, async ({ sql }) => {
    for (const table of TABLES)
      await sql`delete from ${sql(table)} where workspace_id = ${scope.workspaceId}`;
  });
}
