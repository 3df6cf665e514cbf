import type { Figure } from "./result";

/** Below so many a median says nothing: counts only (metrics.md 0). */
const SHOWN_FROM = 5;
const MINUTE_MS = 60_000;

/** A ticket with its first reply, instants in milliseconds; null while it waits. */
export type RepliedTicket = { openedAtMs: number; firstReplyAtMs: number | null };

/** Elapsed minutes to the first reply (metrics.md T2); null while nobody has replied. */
export function firstReplyMinutes({ openedAtMs, firstReplyAtMs }: RepliedTicket): number | null {
  return firstReplyAtMs === null ? null : Math.max(0, firstReplyAtMs - openedAtMs) / MINUTE_MS;
}

/** Median minutes to the first reply over replied tickets, n of them, and how many still wait (metrics.md T2, T16). */
export function firstReplyMedian(tickets: readonly RepliedTicket[]): { figure: Figure; waiting: number } {
  const minutes = tickets.flatMap((ticket) => firstReplyMinutes(ticket) ?? []);
  const n = minutes.length;
  return {
    figure: n < SHOWN_FROM ? { value: null, reason: "too_few", n } : { value: quantile(minutes, 0.5), n },
    waiting: tickets.length - n,
  };
}

/** Hyndman–Fan type 7 quantile of a list that is not empty (metrics.md T16); `p` in [0, 1]. NaN for an empty one. */
export function quantile(values: readonly number[], p: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  const low = Math.floor(place);
  const below = sorted[low] ?? NaN;
  const above = sorted[Math.min(low + 1, sorted.length - 1)] ?? NaN;
  return below + (place - low) * (above - below);
}
