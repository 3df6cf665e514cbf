import { v7 } from "uuid";
import type { Tx } from "../../client";
import type { Scope } from "../../scope";

/** Plans by key, the missing ones added. */
export async function ensurePlans(
  { sql }: Tx,
  scope: Scope,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const missing = [...new Set(keys)].map((key) => ({ key, id: v7() }));
  await sql`insert into plans (workspace_id, id, key, name)
    select ${scope.workspaceId}::uuid, id, key, key from unnest(${missing.map((p) => p.id)}::uuid[], ${missing.map((p) => p.key)}::text[]) as p (id, key)
    on conflict (workspace_id, key) do nothing`;
  const rows = await sql<{ key: string; id: string }[]>`select key, id from plans`;
  return new Map(rows.map((row) => [row.key, row.id]));
}

/** Codes of the features by key. */
export async function listFeatureCodes({ sql }: Tx): Promise<Map<string, number>> {
  const rows = await sql<{ key: string; code: number }[]>`select key, code from features`;
  return new Map(rows.map((row) => [row.key, row.code]));
}

export type NewFeature = { code: number; key: string; isCore: boolean; isLogin: boolean; isKey: boolean };

/** Adds features and the plans that include them. */
export async function insertFeatures(
  { sql }: Tx,
  scope: Scope,
  features: readonly NewFeature[],
  included: readonly { planId: string; feature: number }[],
): Promise<void> {
  if (features.length === 0) return;
  await sql`insert into features (workspace_id, code, key, name, is_core, is_login, is_key)
    select ${scope.workspaceId}::uuid, code, key, key, is_core, is_login, is_key
    from unnest(${features.map((f) => f.code)}::smallint[], ${features.map((f) => f.key)}::text[], ${features.map((f) => String(f.isCore))}::text[]::boolean[],
      ${features.map((f) => String(f.isLogin))}::text[]::boolean[], ${features.map((f) => String(f.isKey))}::text[]::boolean[]) as f (code, key, is_core, is_login, is_key)
    on conflict do nothing`;
  await sql`insert into plan_features (workspace_id, plan_id, feature)
    select ${scope.workspaceId}::uuid, plan_id, feature
    from unnest(${included.map((i) => i.planId)}::uuid[], ${included.map((i) => i.feature)}::smallint[]) as i (plan_id, feature)
    on conflict do nothing`;
}

/** Puts every feature into the plans that have none yet. */
export async function fillEmptyPlans({ sql }: Tx): Promise<void> {
  await sql`insert into plan_features (workspace_id, plan_id, feature)
    select p.workspace_id, p.id, f.code from plans p join features f on f.workspace_id = p.workspace_id
    where not exists (select 1 from plan_features pf where pf.workspace_id = p.workspace_id and pf.plan_id = p.id)
    on conflict do nothing`;
}
