export const LATE_AFTER_HOURS = 26;
export const STOPPED_AFTER_HOURS = 72;
const HOUR_MS = 3_600_000;

/** How far behind a source is. */
export type SourcePace = "ok" | "late" | "stopped";

/**
 * The pace of a source from its newest delivery, as of an instant (the pin of imported history, else now): late when it is
 * more than 26 hours old, stopped when more than 72, from which ranking by it is unreliable (design 8, stale).
 */
export function sourcePace(lastAt: Date, asOf: Date): SourcePace {
  const hours = (asOf.getTime() - lastAt.getTime()) / HOUR_MS;
  if (hours > STOPPED_AFTER_HOURS) return "stopped";
  return hours > LATE_AFTER_HOURS ? "late" : "ok";
}
