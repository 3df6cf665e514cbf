import type { Card } from "@/lib/metrics/health/card";
import type { Day } from "@/lib/period";
import { withScope } from "../client";
import type { Scope } from "../scope";

const DAYS_PER_WEEK = 7;

/**
 * Scores of some accounts over past weeks: for each account one value a week, oldest first, that of the newest snapshot of
 * the week, null where there is none or no score. Weeks count back from `today`, the one that ends with it left out: its
 * value is the live one.
 */
export async function listWeeklyHealth(
  scope: Scope,
  { accountIds, today, weeks }: { accountIds: readonly string[]; today: Day; weeks: number },
): Promise<Map<string, (number | null)[]>> {
  const series = new Map(
    accountIds.map((id) => [id, Array.from({ length: weeks }, (): number | null => null)]),
  );
  if (accountIds.length === 0) return series;
  const span = weeks * DAYS_PER_WEEK;
  const rows = await withScope(
    scope,
    ({ sql }) => sql<{ id: string; week: number; chi: number | null }[]>`
      select distinct on (h.account_id, week) h.account_id as id, (${today}::date - h.day) / ${DAYS_PER_WEEK}::int as week, h.chi
      from health_snapshots h
      where h.workspace_id = ${scope.workspaceId}::uuid and h.account_id = any(${[...accountIds]}::uuid[])
        and h.day > ${today}::date - ${span + DAYS_PER_WEEK}::int and h.day <= ${today}::date - ${DAYS_PER_WEEK}::int
      order by h.account_id, week, h.day desc`,
  );
  for (const { id, week, chi } of rows) {
    const points = series.get(id);
    if (points && week >= 1 && week <= weeks) points[weeks - week] = chi;
  }
  return series;
}

/** What H14 keeps of the newest judgement of an account, with the card it was made under; arrays in measure order. */
export type StandingJudgement = {
  accountId: string;
  versionId: string;
  raw: (number | null)[];
  ageDays: (number | null)[];
  normalised: (number | null)[];
  decayed: (number | null)[];
};

/** The stored judgements of some accounts, from which reasons and contributions are made. */
export async function listJudgements(
  scope: Scope,
  { accountIds }: { accountIds: readonly string[] },
): Promise<StandingJudgement[]> {
  if (accountIds.length === 0) return [];
  const rows = await withScope(
    scope,
    ({ sql }) => sql<StandingJudgement[]>`
      select s.account_id as "accountId", s.version_id as "versionId", s.raw, s.age_days as "ageDays", s.normalised, s.decayed
      from account_standings s
      where s.workspace_id = ${scope.workspaceId}::uuid and s.account_id = any(${[...accountIds]}::uuid[])`,
  );
  return rows.map(({ raw, ageDays, normalised, decayed, ...row }) => ({
    ...row,
    raw: raw.map(known),
    ageDays: ageDays.map(known),
    normalised: normalised.map(known),
    decayed: decayed.map(known),
  }));
}

/** The driver reads a null inside an array of numbers as NaN. */
function known(value: number | null): number | null {
  return Number.isNaN(value) ? null : value;
}

/** The cards of some scorecard versions by version id. */
export async function listCards(
  scope: Scope,
  { versionIds }: { versionIds: readonly string[] },
): Promise<Map<string, Card>> {
  if (versionIds.length === 0) return new Map();
  const rows = await withScope(
    scope,
    ({ sql }) => sql<{ id: string; card: Card }[]>`
      select v.id, v.card from scorecard_versions v
      where v.workspace_id = ${scope.workspaceId}::uuid and v.id = any(${[...versionIds]}::uuid[])`,
  );
  return new Map(rows.map((row) => [row.id, row.card]));
}
