"use client";

import { Layers } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { TIMELINE_CHANNELS, type TimelineChannel } from "@/lib/timeline";
import { CHANNEL_ICONS } from "./timeline-entry";

type Props = {
  channels: readonly TimelineChannel[];
  channel: TimelineChannel | null;
  onChoose: (channel: TimelineChannel | null) => void;
};

/** One channel or all of them, as a row of pressed and unpressed buttons; empty channels are not offered. */
export function ChannelFilter({ channels, channel, onChoose }: Props) {
  const t = useTranslations("account.timeline");
  const offered = TIMELINE_CHANNELS.filter((each) => channels.includes(each) || each === channel);
  if (offered.length === 0) return null;
  return (
    <div role="group" aria-label={t("filter")} className="flex flex-wrap gap-1.5">
      {[null, ...offered].map((each) => {
        const Icon = each === null ? Layers : CHANNEL_ICONS[each];
        const isChosen = each === channel;
        return (
          <button
            key={each ?? "all"}
            type="button"
            aria-pressed={isChosen}
            onClick={() => onChoose(each)}
            className={classNames(
              "touch-target inline-flex h-6 items-center gap-1 rounded-chip border px-1.5 text-meta font-medium",
              isChosen
                ? "border-transparent bg-ink text-bg"
                : "border-line bg-surface-3 text-ink-2 hover:text-ink",
            )}
          >
            <Icon size={12} strokeWidth={1.75} aria-hidden="true" />
            {each === null ? t("all") : t(`channels.${each}`)}
          </button>
        );
      })}
    </div>
  );
}
