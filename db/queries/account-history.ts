import type { Band } from "@/lib/metrics/health/card";
import type { Stage } from "@/lib/metrics/lifecycle/stage";
import type { Day } from "@/lib/period";
import { withScope } from "../client";
import type { Names } from "../schema/tenant";
import type { Scope } from "../scope";

/** One snapshot of the history of an account: its computed score and the version it was made under. */
export type HistorySnapshot = {
  day: Day;
  chi: number | null;
  coverage: number;
  band: Band;
  versionId: string;
  version: number;
  cardNames: Names;
};

/** The snapshots of an account in [from, to], oldest first; at most one a day. */
export async function listHistory(
  scope: Scope,
  { accountId, from, to }: { accountId: string; from: Day; to: Day },
): Promise<HistorySnapshot[]> {
  return withScope(
    scope,
    ({ sql }) => sql<HistorySnapshot[]>`
      select s.day, s.chi, s.coverage, s.effective_band as band, v.id as "versionId", v.number as version, k.names as "cardNames"
      from health_snapshots s
      join scorecard_versions v on v.workspace_id = s.workspace_id and v.id = s.version_id
      join scorecards k on k.workspace_id = v.workspace_id and k.id = v.scorecard_id
      where s.workspace_id = ${scope.workspaceId}::uuid and s.account_id = ${accountId}::uuid
        and s.day between ${from}::date and ${to}::date
      order by s.day`,
  );
}

/** Which stages an account was ever seen in, and whether it ever reached first value. */
export async function listStagesSeen(
  scope: Scope,
  { accountId, asOf }: { accountId: string; asOf: Date },
): Promise<{ stages: Stage[]; hasFirstValue: boolean }> {
  const [row] = await withScope(
    scope,
    ({ sql }) => sql<{ stages: Stage[] | null; hasFirstValue: boolean }[]>`
      select (select array_agg(distinct s.stage_key) from health_snapshots s
          where s.workspace_id = ${scope.workspaceId}::uuid and s.account_id = ${accountId}::uuid) as stages,
        exists (select 1 from first_values f where f.workspace_id = ${scope.workspaceId}::uuid and f.account_id = ${accountId}::uuid
          and f.reached_at < ${asOf.toISOString()}::timestamptz) as "hasFirstValue"`,
  );
  return { stages: row?.stages ?? [], hasFirstValue: row?.hasFirstValue ?? false };
}
