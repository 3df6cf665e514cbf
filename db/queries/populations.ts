import { cardMeasures } from "@/lib/metrics/health/card";
import { sortedPopulation } from "@/lib/metrics/health/curves";
import type { Day } from "@/lib/period";
import { withScope } from "../client";
import type { Scope } from "../scope";
import type { ActiveVersion } from "./health";

/**
 * Raw values that percentile measures are ranked among between two nightly runs: those of the newest snapshot day, per
 * "segment/measure" (H4). Cards without percentile measures cost nothing.
 */
export async function listPopulations(
  scope: Scope,
  params: { day: Day; versions: readonly ActiveVersion[] },
): Promise<Map<string, Float64Array>> {
  const populations = new Map<string, Float64Array>();
  for (const version of params.versions) {
    for (const [m, measure] of cardMeasures(version.card).entries()) {
      if (measure.curve.kind !== "percentile") continue;
      const rows = await withScope(
        scope,
        ({ sql }) => sql<{ value: number }[]>`
          select raw[${m + 1}] as value from health_snapshots
          where day = (select max(day) from health_snapshots where day <= ${params.day}::date)
            and segment_key = ${version.segmentKey} and version_id = ${version.id} and raw[${m + 1}] is not null`,
      );
      populations.set(
        `${version.segmentKey}/${measure.key}`,
        sortedPopulation(Float64Array.from(rows, (row) => row.value)),
      );
    }
  }
  return populations;
}
