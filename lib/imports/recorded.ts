import { endOfDay, localDay } from "../period";
import type { Moment } from "./fields";
import type { RecordedAt } from "./mapping";

/** When facts of an import count as known. `learntAt` is the moment of import, in a pinned workspace the pin itself. */
export type Recording = { policy: RecordedAt; learntAt: Date; zone: string };

/**
 * The recorded instant of a fact (metrics.md 0): the column's, or assumed = the effective instant (a bare date: the end
 * of that local day, which the snapshot of the day still sees, K6), or the moment of import. Never after that moment.
 */
export function recordedInstant(
  { policy, learntAt, zone }: Recording,
  effective: Moment | null,
  column: Date | null,
): Date {
  if (column !== null) return column < learntAt ? column : learntAt;
  if (policy === "import" || effective === null) return learntAt;
  const known = effective.dateOnly ? endOfDay(localDay(effective.at, zone), zone) : effective.at;
  return known < learntAt ? known : learntAt;
}
