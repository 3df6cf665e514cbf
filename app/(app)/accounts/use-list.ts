"use client";

import { useCallback, useLayoutEffect, useMemo, useState } from "react";
import { defaultRangeExtractor, useVirtualizer, type Range } from "@tanstack/react-virtual";
import { useQueryStates } from "nuqs";
import type { ListRow } from "./list-rows";
import { listShape, type ListItem, type ListShape } from "./list-shape";
import { viewParams } from "./search-params";
import { NOWHERE, useCursor, type Cursor, type Place } from "./use-cursor";
import { usePages, type Pages, type PagesQuestion } from "./use-pages";

const OVERSCAN = 10;
/** Before the first measurement, so that the server already draws the first screen. */
const FIRST_RECT = { width: 1200, height: 900 };
/** The bulk bar must never hide the line that has the focus. */
const FOOT_ROOM = 72;

type Params = PagesQuestion & {
  groups: readonly { key: string; count: number }[] | null;
  total: number;
  rowHeight: number;
  groupHeight: number;
  /** Height of the sticky head that lines must not slide under. */
  headHeight: number;
};

/** A line in the document; `gap` is the height of what is left out before it. */
export type Line = { index: number; gap: number; item: ListItem | null; row: ListRow | undefined };

export type List = {
  setScroller: (element: HTMLDivElement | null) => void;
  setBody: (element: HTMLTableSectionElement | null) => void;
  measure: (line: Element | null) => void;
  lines: Line[];
  gapAfter: number;
  shape: ListShape;
  pages: Pages;
  cursor: Cursor;
  peekId: string | null;
  setPeek: (id: string | null) => void;
  toggleGroup: (key: string) => void;
  isClosed: (key: string) => boolean;
};

/** A virtual list of accounts: the lines in sight with their rows, the cursor, the selection, the preview. */
export function useList({ groups, total, rowHeight, groupHeight, headHeight, ...question }: Params): List {
  const [{ peek, closed }, setView] = useQueryStates(viewParams, { history: "replace", shallow: true });
  const [place, setPlace] = useState<Place>(NOWHERE);
  const shape = useMemo(() => listShape(groups, total, closed), [groups, total, closed]);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [body, setBody] = useState<HTMLTableSectionElement | null>(null);
  const scrollMargin = useOffset(scroller, body);
  const rangeExtractor = useCallback((range: Range) => withCursor(range, place.index), [place.index]);
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count: shape.itemCount,
    getScrollElement: () => scroller,
    estimateSize: (index) => (shape.itemAt(index)?.kind === "group" ? groupHeight : rowHeight),
    overscan: OVERSCAN,
    initialRect: FIRST_RECT,
    scrollMargin,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: FOOT_ROOM,
    rangeExtractor,
  });
  const shown = virtual.getVirtualItems();
  const items = shown.map((line) => shape.itemAt(line.index));
  const pages = usePages(question, items);
  const setPeek = (id: string | null) => void setView({ peek: id });
  const cursor = useCursor({
    place,
    setPlace,
    shape,
    rowAtIndex: (index) => pages.rowAt(shape.itemAt(index)),
    shown: shown.map((line) => line.index),
    scrollTo: (index) => virtual.scrollToIndex(index, { align: "auto" }),
    peekId: peek,
    onPeek: setPeek,
  });
  return {
    setScroller,
    setBody,
    measure: virtual.measureElement,
    lines: shown.map(({ index, start }, at) => {
      const gap = Math.max(0, start - (shown[at - 1]?.end ?? scrollMargin));
      const item = items[at] ?? null;
      return { index, gap, item, row: pages.rowAt(item) };
    }),
    gapAfter: Math.max(0, virtual.getTotalSize() + scrollMargin - (shown.at(-1)?.end ?? scrollMargin)),
    shape,
    pages,
    cursor,
    peekId: peek,
    setPeek,
    toggleGroup: (key) =>
      void setView({
        closed: closed.includes(key) ? closed.filter((other) => other !== key) : [...closed, key],
      }),
    isClosed: (key) => closed.includes(key),
  };
}

/** The line of the cursor stays in the document, or the focus would be lost when it scrolls out of sight. */
function withCursor(range: Range, cursor: number): number[] {
  const lines = defaultRangeExtractor(range);
  const isOutside = cursor >= 0 && cursor < range.count && !lines.includes(cursor);
  return isOutside ? [...lines, cursor].sort((a, b) => a - b) : lines;
}

/** How far below the top of what scrolls the lines begin; it changes when a banner or a second row of filters appears. */
function useOffset(scroller: HTMLElement | null, body: HTMLElement | null): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    if (!scroller || !body) return;
    const read = () =>
      setOffset(
        Math.round(
          body.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop,
        ),
      );
    read();
    const watch = new ResizeObserver(read);
    for (const part of scroller.children) watch.observe(part);
    return () => watch.disconnect();
  }, [scroller, body]);
  return offset;
}
