import type { Random } from "../random";
import { DELIVERY_HOUR, type Source, type Timeline } from "./timeline";

/** Share of facts that reach their source days late, and by how many days. */
const LATE_SHARE: Readonly<Record<Source, number>> = {
  product: 0.015,
  helpdesk: 0.01,
  surveys: 0.02,
  crm: 0.08,
  billing: 0.04,
};
const LATE_DAYS = { least: 1, most: 6 } as const;
const MINUTE_MS = 60_000;

/**
 * When a fact of a day was recorded: mostly minutes later, sometimes with a delivery of the following days. Null when its source
 * had not told it by its last delivery, so that the fact does not exist yet.
 */
export function recorded(
  timeline: Timeline,
  random: Random,
  source: Source,
  day: number,
  occurredMs: number,
): { ms: number; day: number } | null {
  const isLate = random.chance(LATE_SHARE[source]);
  const toldOn = isLate ? day + random.whole(LATE_DAYS.least, LATE_DAYS.most) : day;
  if (toldOn > timeline.lastDay(source)) return null;
  const closing = timeline.at(toldOn, DELIVERY_HOUR[source]);
  const ms = isLate ? closing : Math.min(closing, occurredMs + random.whole(1, 40) * MINUTE_MS);
  return { ms, day: toldOn };
}

/** An instant in the working hours of a day. */
export function inWorkingHours(timeline: Timeline, random: Random, day: number): number {
  return timeline.at(day, random.between(8, 17.5));
}

/** The same day, or the next that is no weekend. */
export function workingDay(timeline: Timeline, day: number): number {
  let working = day;
  while (timeline.isWeekend(working)) working++;
  return working;
}
