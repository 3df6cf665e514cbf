"use client";

import { useEffect, useRef, useState } from "react";
import { useRouter } from "next/navigation";
import { useKeys } from "@/components/keys";
import type { ListRow } from "./list-rows";
import type { ListShape } from "./list-shape";
import { useAccountHref } from "./use-account-href";

/** A line and the account that stood on it. */
export type Place = { index: number; id: string | null };

/** Before the first move. */
export const NOWHERE: Place = { index: -1, id: null };

export type Selection = ReadonlyMap<string, ListRow>;

type Params = {
  place: Place;
  setPlace: (place: Place) => void;
  shape: ListShape;
  rowAtIndex: (index: number) => ListRow | undefined;
  /** Lines that are in the document now. */
  shown: readonly number[];
  scrollTo: (index: number) => void;
  peekId: string | null;
  onPeek: (id: string | null) => void;
};

export type Cursor = {
  /** The line that has the keyboard, -1 before the first move. */
  index: number;
  selection: Selection;
  /** Takes the line when its link got the focus. */
  take: (index: number) => void;
  toggle: (index: number) => void;
  peek: (index: number) => void;
  clear: () => void;
};

/**
 * The keyboard of a list: J K and arrows move, Enter opens, Space peeks, X selects, Shift+X extends, Esc clears. The
 * cursor belongs to an account, so a row that moves under it takes it along.
 */
export function useCursor({
  place,
  setPlace,
  shape,
  rowAtIndex,
  shown,
  scrollTo,
  peekId,
  onPeek,
}: Params): Cursor {
  const router = useRouter();
  const hrefOf = useAccountHref();
  const [selection, setSelection] = useState<Selection>(new Map());
  const anchor = useRef(-1);
  const index = indexOf(place, shape, rowAtIndex, shown);
  const focusLine = useFocusOnArrival(index, rowAtIndex(index)?.accountId);

  function goTo(next: number | null) {
    if (next === null) return;
    const row = rowAtIndex(next);
    setPlace({ index: next, id: row?.accountId ?? null });
    scrollTo(next);
    focusLine();
    if (peekId !== null && row) onPeek(row.accountId);
  }
  function peek(at: number) {
    const id = rowAtIndex(at)?.accountId;
    if (id !== undefined) onPeek(id === peekId ? null : id);
  }
  function toggle(at: number) {
    const row = rowAtIndex(at);
    if (!row) return;
    anchor.current = at;
    const next = new Map(selection);
    if (!next.delete(row.accountId)) next.set(row.accountId, row);
    setSelection(next);
  }
  function extend() {
    const from = anchor.current < 0 ? index : anchor.current;
    const rows = range(from, index).flatMap((at) => rowAtIndex(at) ?? []);
    setSelection(new Map([...selection, ...rows.map((row) => [row.accountId, row] as const)]));
  }
  const clear = () => setSelection(new Map());

  useKeys({
    KeyJ: () => goTo(shape.rowFrom(index, 1)),
    ArrowDown: () => goTo(shape.rowFrom(index, 1)),
    KeyK: () => goTo(shape.rowFrom(index, -1)),
    ArrowUp: () => goTo(shape.rowFrom(index, -1)),
    KeyX: () => toggle(index),
    "Shift+KeyX": extend,
    Space: () => peek(index),
    Enter: () => {
      const row = rowAtIndex(index);
      if (row) router.push(hrefOf(row.accountId));
    },
    ...(selection.size > 0 ? { Escape: clear } : {}),
  });

  const take = (at: number) => setPlace({ index: at, id: rowAtIndex(at)?.accountId ?? null });
  return { index, selection, take, toggle, peek, clear };
}

/** Where the account of the cursor stands now; the old line while it is out of sight. */
function indexOf(
  place: Place,
  shape: ListShape,
  rowAtIndex: Params["rowAtIndex"],
  shown: readonly number[],
): number {
  const last = shape.itemCount - 1;
  const kept = Math.min(place.index, last);
  if (place.id === null || rowAtIndex(kept)?.accountId === place.id) return kept;
  return shown.find((at) => rowAtIndex(at)?.accountId === place.id) ?? kept;
}

function range(from: number, to: number): number[] {
  const start = Math.min(from, to);
  return Array.from({ length: Math.abs(to - from) + 1 }, (_, step) => start + step);
}

/** Moves the focus to the line of the cursor once it is in the document and its row has arrived. */
function useFocusOnArrival(index: number, accountId: string | undefined): () => void {
  const isWanted = useRef(false);
  useEffect(() => {
    if (!isWanted.current || accountId === undefined) return;
    const link = document.querySelector<HTMLElement>(`[data-line="${index}"] [data-line-link]`);
    if (link) {
      isWanted.current = false;
      link.focus({ preventScroll: true });
    }
  });
  return () => {
    isWanted.current = true;
  };
}
