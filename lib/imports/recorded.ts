import { endOfDay, localDay } from "../period";
import type { Moment } from "./fields";
import type { RecordedAt } from "./mapping";

/** When facts of an import count as known. `learntAt` is the moment of import, in a pinned workspace the last one it shows. */
export type Recording = { policy: RecordedAt; learntAt: Date; zone: string };

/**
 * The recorded instant of a fact (metrics.md 0): the column's, or assumed = the effective instant (a bare date: the last
 * millisecond of that local day, so that the day itself knows of it), or the moment of import. Never after that moment.
 */
export function recordedInstant({ policy, learntAt, zone }: Recording, effective: Moment | null, column: Date | null): Date {
  if (column !== null) return column < learntAt ? column : learntAt;
  if (policy === "import" || effective === null) return learntAt;
  const known = effective.dateOnly ? lastMoment(localDay(effective.at, zone), zone) : effective.at;
  return known < learntAt ? known : learntAt;
}

/** The last millisecond of a local day. */
export function lastMoment(day: string, zone: string): Date {
  return new Date(endOfDay(day, zone).getTime() - 1);
}
