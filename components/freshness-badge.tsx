"use client";

import { useEffect, useState } from "react";
import { DatabaseZap } from "lucide-react";
import { useTranslations } from "next-intl";
import { localDay, snapshotDay } from "@/lib/period";
import { messageKey } from "@/lib/words/message-key";
import { useFormat } from "./format-context";
import { classNames } from "./ui/class-names";

/** How fresh the workspace is: when scores were made, whether it is pinned to a past day, and each source. */
export type FreshnessState = {
  scoresAt: Date | null;
  /** Imported history stands still at this instant. */
  pinned: Date | null;
  sources: { source: string; families: string[]; lastAt: Date; state: "ok" | "late" | "stopped" }[];
};

type Props = {
  state: FreshnessState;
  /** The server's clock at render, so that both sides write the same age. */
  now: Date;
  /** One line for the head of a phone. */
  isCompact?: boolean;
};

const TICK_MS = 60_000;
const SHOWN_SOURCES = 3;

/** The box at the foot of the sidebar: "Live; scores 2 min ago", and each source that is late or stopped. */
export function FreshnessBadge({ state, now, isCompact = false }: Props) {
  const t = useTranslations("shell");
  const format = useFormat();
  const troubled = state.sources.filter((source) => source.state !== "ok").slice(0, SHOWN_SOURCES);
  return (
    <section
      aria-label={t("freshness")}
      className={classNames(
        "flex gap-2 text-meta",
        !isCompact && "rounded-control border border-line bg-surface px-2 py-1.5",
      )}
    >
      <DatabaseZap size={13} strokeWidth={1.75} aria-hidden="true" className="mt-0.5 shrink-0 text-ink-3" />
      <div className="min-w-0">
        <p className="text-ink-2">
          <Headline state={state} now={now} />
        </p>
        {isCompact || state.sources.length > 0 ? null : <p className="text-ink-2">{t("importOrDemo")}</p>}
        {isCompact || state.pinned
          ? null
          : troubled.map((source) => (
              <p key={source.source} className="text-watch-ink">
                {t(source.state === "late" ? "sourceLate" : "sourceStopped", {
                  source: sourceName(source.source, t),
                  day: format.day(localDay(source.lastAt, format.settings.zone)),
                })}
              </p>
            ))}
      </div>
    </section>
  );
}

function Headline({ state, now }: { state: FreshnessState; now: Date }) {
  const t = useTranslations("shell");
  const format = useFormat();
  const [clock, setClock] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setClock(new Date()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  if (state.pinned)
    return t("pinned", { day: format.day(snapshotDay(state.pinned, format.settings.zone), "medium") });
  if (state.sources.length === 0) return t("noSources");
  if (state.scoresAt === null) return t("noScores");
  return t("live", { ago: format.relativeTime(state.scoresAt, clock > now ? clock : now) });
}

/** A source known by name is named in the reader's language; another keeps the name its owner gave it. */
function sourceName(source: string, t: ReturnType<typeof useTranslations<"shell">>): string {
  const key = `sources.${messageKey(source)}`;
  return t.has(key) ? t(key) : source.charAt(0).toUpperCase() + source.slice(1);
}
