import { withScope } from "../client";
import type { Scope } from "../scope";

/** When the newest score in force was made; null before the first. */
export async function getScoresAt(scope: Scope): Promise<Date | null> {
  const [row] = await withScope(
    scope,
    ({ sql }) => sql<{ at: string | null }[]>`select max(known_at) as at from account_standings`,
  );
  return row?.at ? new Date(row.at) : null;
}
