import { withScope, type Tx } from "../client";
import type { Scope } from "../scope";
import type { Family } from "../schema";

export type Freshness = {
  source: string;
  family: Family;
  deliveredOn: string;
  deliveredAt: Date;
  rows: number;
};

/** Records that rows of a family arrived from a source on a local day; later rows of the same day add up. */
export async function saveFreshness({ sql }: Tx, scope: Scope, rows: readonly Freshness[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into source_freshness (workspace_id, source, family, delivered_on, delivered_at, rows)
    select ${scope.workspaceId}::uuid, * from unnest(${rows.map((r) => r.source)}::text[], ${rows.map((r) => r.family)}::text[],
      ${rows.map((r) => r.deliveredOn)}::text[]::date[], ${rows.map((r) => r.deliveredAt.toISOString())}::text[]::timestamptz[],
      ${rows.map((r) => r.rows)}::int[])
    on conflict (workspace_id, source, family, delivered_on) do update
      set delivered_at = greatest(source_freshness.delivered_at, excluded.delivered_at),
          rows = source_freshness.rows + excluded.rows`;
}

export type SourceState = { source: string; families: Family[]; lastAt: Date; rows: number };

/** Each source with what it feeds and when it last delivered, as known at an instant; oldest delivery first. */
export async function listSources(scope: Scope, params: { asOf: Date }): Promise<SourceState[]> {
  const rows = await withScope(
    scope,
    ({ sql }) => sql<{ source: string; families: Family[]; last_at: string; rows: number }[]>`
      select source, array_agg(distinct family order by family) as families, max(delivered_at) as last_at, sum(rows)::int as rows
      from source_freshness where delivered_at <= ${params.asOf.toISOString()}::timestamptz
      group by source order by last_at, source limit 200`,
  );
  return rows.map((row) => ({
    source: row.source,
    families: row.families,
    lastAt: new Date(row.last_at),
    rows: row.rows,
  }));
}

/** The newest delivery of each family by an instant, over all its sources; a family nobody feeds is absent. */
export async function listLastDeliveries(scope: Scope, params: { asOf: Date }): Promise<Map<Family, Date>> {
  const rows = await withScope(
    scope,
    ({ sql }) => sql<{ family: Family; at: string }[]>`
      select family, max(delivered_at) as at from source_freshness
      where delivered_at <= ${params.asOf.toISOString()}::timestamptz group by family`,
  );
  return new Map(rows.map((row) => [row.family, new Date(row.at)]));
}

/** Families some source has ever fed; `users` when a source names the people who use the product. */
export async function listConnectedFamilies(scope: Scope): Promise<Set<Family | "users">> {
  return withScope(scope, async ({ sql }) => {
    const rows = await sql<{ family: Family | "users" }[]>`
      select distinct family from source_freshness
      union select 'users' where exists (select 1 from usage_days where users is not null)`;
    return new Set(rows.map((row) => row.family));
  });
}
