"use client";

import { useTranslations } from "next-intl";
import { DateText } from "@/components/date-text";
import { useFormat } from "@/components/format-context";
import { localDay } from "@/lib/period";
import type { TimelineEntry } from "@/lib/timeline";
import { useEntryWords } from "./[accountId]/timeline-entry";

/** The last things that happened, newest first, one line each. */
export function PeekTimeline({ entries }: { entries: readonly TimelineEntry[] }) {
  const t = useTranslations("accounts.peek");
  const say = useEntryWords();
  const { zone } = useFormat().settings;
  if (entries.length === 0) return <p className="text-ink-2">{t("nothingHappened")}</p>;
  return (
    <ol className="flex flex-col gap-1.5">
      {entries.map((entry) => {
        const { icon, channel, title } = say(entry);
        return (
          <li key={entry.id} className="flex items-start gap-2 text-ink">
            <span className="mt-0.5 shrink-0 text-ink-3">{icon}</span>
            <span className="sr-only">{channel}</span>
            <span className="min-w-0 flex-1">{title}</span>
            <DateText day={localDay(new Date(entry.at), zone)} className="shrink-0 text-meta text-ink-2" />
          </li>
        );
      })}
    </ol>
  );
}
