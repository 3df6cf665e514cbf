"use client";

import type { Reason } from "@/lib/metrics/result";
import type { Day } from "@/lib/period";
import type { DateStyle } from "@/lib/words/format";
import { useFormat, useToday } from "./format-context";
import { MissingText } from "./missing-text";

type DayProps = { day: Day | null; style?: DateStyle; reason?: Reason; className?: string };

/** A day in the workspace's calendar and the reader's language and digits. */
export function DateText({ day, style = "short", reason, className }: DayProps) {
  const format = useFormat();
  if (day === null) return <MissingText reason={reason} className={className} />;
  return <Stamp machine={day} words={format.day(day, style)} className={className} />;
}

/** A day relative to the workspace's today (yesterday, «فردا», "in 3 days"), the date itself on hover. */
export function RelativeDay({ day, reason, className }: Omit<DayProps, "style">) {
  const format = useFormat();
  const today = useToday();
  if (day === null) return <MissingText reason={reason} className={className} />;
  const title = format.day(day, "long");
  return <Stamp machine={day} words={format.relativeDay(day, today)} title={title} className={className} />;
}

type InstantProps = {
  /** An ISO text or a Date; null is an en dash with its reason. */
  instant: string | Date | null;
  reason?: Reason;
  className?: string;
};

/** The local day and 24-hour time of an instant. */
export function InstantText({ instant, style, reason, className }: InstantProps & { style?: DateStyle }) {
  const format = useFormat();
  if (instant === null) return <MissingText reason={reason} className={className} />;
  const at = new Date(instant);
  return <Stamp machine={at.toISOString()} words={format.instant(at, style)} className={className} />;
}

/** The 24-hour local time of an instant, 09:12. */
export function TimeText({ instant, reason, className }: InstantProps) {
  const format = useFormat();
  if (instant === null) return <MissingText reason={reason} className={className} />;
  const at = new Date(instant);
  return <Stamp machine={at.toISOString()} words={format.time(at)} className={className} />;
}

type AgeProps = InstantProps & {
  /** The server's now, so that server and browser write the same. */ now: string | Date;
};

/** How long ago an instant was ("2 minutes ago"), the instant itself on hover. */
export function RelativeTime({ instant, now, reason, className }: AgeProps) {
  const format = useFormat();
  if (instant === null) return <MissingText reason={reason} className={className} />;
  const at = new Date(instant);
  const words = format.relativeTime(at, new Date(now));
  return <Stamp machine={at.toISOString()} words={words} title={format.instant(at)} className={className} />;
}

type DurationProps = { minutes: number | null; reason?: Reason; className?: string };

/** A length of time with its unit: 14 min, «۵٫۲ ساعت». */
export function DurationText({ minutes, reason, className }: DurationProps) {
  const format = useFormat();
  if (minutes === null) return <MissingText reason={reason} className={className} />;
  return <bdi className={className}>{format.duration(minutes)}</bdi>;
}

type StampProps = { machine: string; words: string; title?: string; className?: string };

function Stamp({ machine, words, title, className }: StampProps) {
  return (
    <time dateTime={machine} title={title} className={className}>
      <bdi>{words}</bdi>
    </time>
  );
}
