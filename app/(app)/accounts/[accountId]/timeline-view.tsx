"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { TimelinePage } from "@/app/api/accounts/[accountId]/timeline/route";
import { DateText, RelativeDay } from "@/components/date-text";
import { useFormat, useToday } from "@/components/format-context";
import { TimelineList, type TimelineDay } from "@/components/timeline-list";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorCard } from "@/components/ui/error-card";
import { SkeletonRows } from "@/components/ui/skeleton";
import { daysBetween, localDay } from "@/lib/period";
import { TIMELINE_CHANNELS, writeCursor, type TimelineChannel, type TimelineEntry } from "@/lib/timeline";
import { ChannelFilter } from "./channel-filter";
import { useEntryWords } from "./timeline-entry";

/** Days back that are said as "yesterday" rather than by date. */
const RELATIVE_DAYS = 1;

type Props = {
  accountId: string;
  /** Channels in which something ever happened. */
  channels: readonly TimelineChannel[];
  /** The entries that came with the page, and the channel they are of. */
  first: { channel: TimelineChannel | null; page: TimelinePage };
};

/** The timeline with its filter, which stands in the address; earlier entries are read on demand. */
export function TimelineView({ accountId, channels, first }: Props) {
  const t = useTranslations("account.timeline");
  const [channel, choose] = useChannel();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery({
    queryKey: ["scores", "timeline", accountId, channel],
    queryFn: ({ pageParam, signal }) => readPage(accountId, channel, pageParam, signal),
    initialPageParam: "",
    getNextPageParam: ({ entries, hasMore }: TimelinePage) => {
      const last = entries.at(-1);
      return hasMore && last ? writeCursor(last) : null;
    },
    initialData: channel === first.channel ? { pages: [first.page], pageParams: [""] } : undefined,
  });
  const days = useDays(data?.pages.flatMap((page) => page.entries) ?? []);
  return (
    <>
      <ChannelFilter channels={channels} channel={channel} onChoose={choose} />
      <div aria-busy={isFetching} className="mt-3 flex flex-col gap-3">
        {error ? (
          <ErrorCard
            title={t("failed")}
            action={<Button onClick={() => void refetch()}>{t("again")}</Button>}
          />
        ) : data === undefined ? (
          <SkeletonRows rows={6} />
        ) : days.length === 0 ? (
          <Nothing isFiltered={channel !== null} onShowAll={() => choose(null)} />
        ) : (
          <TimelineList label={t("label")} days={days} />
        )}
        {hasNextPage ? (
          <Button disabled={isFetching} onClick={() => void fetchNextPage()}>
            {t("more")}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function Nothing({ isFiltered, onShowAll }: { isFiltered: boolean; onShowAll: () => void }) {
  const t = useTranslations("account.timeline");
  return isFiltered ? (
    <EmptyState
      level={3}
      title={t("emptyChannel")}
      action={<Button onClick={onShowAll}>{t("showAll")}</Button>}
    />
  ) : (
    <EmptyState level={3} title={t("empty")}>
      {t("emptyText")}
    </EmptyState>
  );
}

/** The channel of the address; choosing another changes the address and nothing else. */
function useChannel(): [TimelineChannel | null, (channel: TimelineChannel | null) => void] {
  const params = useSearchParams();
  const channel = TIMELINE_CHANNELS.find((each) => each === params.get("channel")) ?? null;
  function choose(next: TimelineChannel | null) {
    const asked = new URLSearchParams(params);
    if (next === null) asked.delete("channel");
    else asked.set("channel", next);
    // The server has nothing to add to a change of the filter, so it is not asked for the page again.
    window.history.replaceState(null, "", `?${asked}`);
  }
  return [channel, choose];
}

/** Entries by local day, newest first. */
function useDays(entries: readonly TimelineEntry[]): TimelineDay[] {
  const { zone } = useFormat().settings;
  const today = useToday();
  const wordsOf = useEntryWords();
  const days: TimelineDay[] = [];
  for (const entry of entries) {
    const day = localDay(new Date(entry.at), zone);
    const last = days.at(-1);
    const list = last?.key === day ? last.entries : [];
    if (last?.key !== day) {
      const isNear = Math.abs(daysBetween(day, today)) <= RELATIVE_DAYS;
      days.push({
        key: day,
        day: isNear ? <RelativeDay day={day} /> : <DateText day={day} style="medium" />,
        entries: list,
      });
    }
    list.push(wordsOf(entry));
  }
  return days;
}

async function readPage(
  accountId: string,
  channel: TimelineChannel | null,
  before: string,
  signal: AbortSignal,
): Promise<TimelinePage> {
  const asked = new URLSearchParams();
  if (channel !== null) asked.set("channel", channel);
  if (before !== "") asked.set("before", before);
  const answer = await fetch(`/api/accounts/${accountId}/timeline?${asked}`, { signal });
  if (!answer.ok) throw new Error(`timeline answered ${answer.status}`);
  return (await answer.json()) as TimelinePage;
}
