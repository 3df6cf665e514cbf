"use client";

import type { ReactNode } from "react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorCard } from "@/components/ui/error-card";
import type { Day } from "@/lib/period";
import { BulkBar } from "./bulk-bar";
import type { ListRow } from "./list-rows";
import type { ActiveFilter, Filters } from "./use-filters";
import type { List } from "./use-list";

const Peek = dynamic(() => import("./peek").then((module) => module.Peek), { ssr: false });

type Props = {
  top: ReactNode;
  list: List;
  filters: Filters;
  total: number;
  segments: ReadonlyMap<string, string>;
  today: Day;
  /** What scrolls away above the lines. */
  head: ReactNode;
  children: ReactNode;
  foot: ReactNode;
};

/** The frame of both lists: head, lines that scroll, foot, and the preview at the inline end. */
export function ListFrame({ top, list, filters, total, segments, today, head, children, foot }: Props) {
  const isBusy = filters.isPending || list.pages.isFetching;
  return (
    <div className="flex h-[calc(100dvh-4rem)] min-h-0 flex-col md:h-full">
      {top}
      <div className="flex min-h-0 flex-1">
        <div className="relative flex min-w-0 flex-1 flex-col">
          <BusyLine isBusy={isBusy} />
          <Scroller setScroller={list.setScroller} isBusy={isBusy}>
            {head}
            {list.pages.isFailed ? <Failed onRetry={list.pages.retry} /> : null}
            {total === 0 ? <NothingLeft last={filters.active.at(-1)} /> : children}
          </Scroller>
          <BulkBar selection={list.cursor.selection} onClear={list.cursor.clear} />
          {foot}
        </div>
        {list.peekId === null ? null : (
          <Peek
            key={list.peekId}
            accountId={list.peekId}
            row={rowOf(list)}
            segments={segments}
            today={today}
            onClose={() => list.setPeek(null)}
          />
        )}
      </div>
    </div>
  );
}

function rowOf({ lines, peekId }: List): ListRow | undefined {
  return lines.find((line) => line.row?.accountId === peekId)?.row;
}

type ScrollerProps = { setScroller: List["setScroller"]; isBusy: boolean; children: ReactNode };

function Scroller({ setScroller, isBusy, children }: ScrollerProps) {
  return (
    <div
      ref={setScroller}
      aria-busy={isBusy}
      data-frame
      className="@container min-h-0 flex-1 overflow-y-auto"
    >
      {children}
    </div>
  );
}

/** The thin bar while fresh data is on its way; what is shown stays. */
function BusyLine({ isBusy }: { isBusy: boolean }) {
  return isBusy ? (
    <div aria-hidden="true" className="late absolute inset-x-0 top-0 z-10 h-0.5 bg-lapis" />
  ) : null;
}

function Failed({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("accounts");
  return (
    <div className="px-4 pb-2">
      <ErrorCard title={t("rowsFailed")} action={<Button onClick={onRetry}>{t("tryAgain")}</Button>} />
    </div>
  );
}

function NothingLeft({ last }: { last: ActiveFilter | undefined }) {
  const t = useTranslations("table");
  const say = useTranslations("accounts.nothing");
  return (
    <EmptyState
      title={t("noMatch")}
      action={
        last ? (
          <Button onClick={last.remove}>{say("remove", { filter: `${last.label}: ${last.value}` })}</Button>
        ) : null
      }
    >
      {last ? null : say("none")}
    </EmptyState>
  );
}
