import type { FreshnessState } from "@/components/freshness-badge";
import { getScoresAt } from "@/db/queries/freshness";
import type { Scope } from "@/db/scope";
import { listSources } from "@/db/queries/sources";
import { sourcePace } from "@/lib/freshness";

/** How fresh a workspace is: age of its scores, its pin, the pace of each source. */
export async function readFreshness(scope: Scope, pinned: Date | null, now: Date): Promise<FreshnessState> {
  const asOf = pinned ?? now;
  const [sources, scoresAt] = await Promise.all([listSources(scope, { asOf }), getScoresAt(scope)]);
  return {
    scoresAt,
    pinned,
    sources: sources.map(({ source, families, lastAt }) => ({
      source,
      families,
      lastAt,
      state: sourcePace(lastAt, asOf),
    })),
  };
}
