import type { ReactNode } from "react";
import { classNames } from "./ui/class-names";
import type { Tone } from "./ui/chip";

export type TimelineEntry = {
  key: string;
  /** A Lucide icon of 14 px for the channel. */
  icon: ReactNode;
  /** The channel in words, read out before the title. */
  channel: string;
  tone?: Tone;
  title: ReactNode;
  detail?: ReactNode;
  /** The hour, or the source when no hour is known. */
  time?: ReactNode;
};

export type TimelineDay = { key: string; day: ReactNode; entries: TimelineEntry[] };

const TONES: Record<Tone, string> = {
  plain: "bg-surface-3 text-ink-2",
  lapis: "bg-lapis-soft text-lapis-ink",
  ok: "bg-ok-soft text-ok-ink",
  watch: "bg-watch-soft text-watch-ink",
  risk: "bg-risk-soft text-risk-ink",
  crit: "bg-crit-soft text-crit-ink",
};

/** Everything that happened, newest day first, all channels in one list. */
export function TimelineList({ label, days }: { label: string; days: TimelineDay[] }) {
  return (
    <ol aria-label={label} className="flex flex-col gap-2">
      {days.map((day) => (
        <li key={day.key}>
          <p className="mb-1 text-meta font-medium text-ink-2">{day.day}</p>
          <ol className="flex flex-col gap-2">
            {day.entries.map((entry) => (
              <Entry key={entry.key} entry={entry} />
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}

function Entry({ entry }: { entry: TimelineEntry }) {
  return (
    <li className="flex items-start gap-2.5">
      <span
        className={classNames(
          "inline-flex size-6 shrink-0 items-center justify-center rounded-full",
          TONES[entry.tone ?? "plain"],
        )}
      >
        {entry.icon}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-2">
          <p className="min-w-0 text-body font-semibold text-ink">
            <span className="sr-only">{`${entry.channel}: `}</span>
            {entry.title}
          </p>
          {entry.time ? <span className="shrink-0 text-meta text-ink-2">{entry.time}</span> : null}
        </div>
        {entry.detail ? <p className="text-meta text-ink-2">{entry.detail}</p> : null}
      </div>
    </li>
  );
}
