"use client";

import { useQueries, useQueryClient } from "@tanstack/react-query";
import type { AccountsPage } from "@/app/api/accounts/route";
import type { ListRow } from "./list-rows";
import type { ListItem } from "./list-shape";

/** Rows of one request; the same number that the server answers. */
const PAGE_ROWS = 60;
/** First part of the keys that the live stream declares out of date when scores have changed. */
const TOPIC = "scores";

export type PagesQuestion = {
  /** The view as a query of GET /api/accounts, "" or starting with "?". */
  query: string;
  /** The rows that came with the page: the first of the first open group, or of the whole list. */
  first: { group: string | null; rows: ListRow[] };
  hasReasons: boolean;
};

export type Pages = {
  rowAt: (item: ListItem | null) => ListRow | undefined;
  isFetching: boolean;
  isFailed: boolean;
  retry: () => void;
};

/** Fetches the pages of rows that the lines in sight need, keeps them, and reads them again when scores change. */
export function usePages(
  { query, first, hasReasons }: PagesQuestion,
  items: readonly (ListItem | null)[],
): Pages {
  const wanted = new Map(
    items.flatMap((item) => {
      if (item?.kind !== "row") return [];
      const place = { group: item.group, page: Math.floor(item.offset / PAGE_ROWS) };
      return [[keyOf(place), place] as const];
    }),
  );
  const known = useQueryClient();
  const queryKey = (place: Place) => [TOPIC, "rows", query, hasReasons, place.group, place.page];
  const answers = useQueries({
    queries: [...wanted.values()].map((place) => ({
      queryKey: queryKey(place),
      queryFn: ({ signal }: { signal: AbortSignal }) => readPage(query, place, hasReasons, signal),
      initialData: place.page === 0 && place.group === first.group ? first.rows : undefined,
    })),
  });
  const pages = new Map([...wanted.keys()].map((key, index) => [key, answers[index]]));
  const failed = answers.filter((answer) => answer.isError);
  return {
    rowAt(item) {
      if (item?.kind !== "row") return undefined;
      const place = { group: item.group, page: Math.floor(item.offset / PAGE_ROWS) };
      const rows = pages.get(keyOf(place))?.data ?? known.getQueryData<ListRow[]>(queryKey(place));
      return rows?.[item.offset - place.page * PAGE_ROWS];
    },
    isFetching: answers.some((answer) => answer.isFetching),
    isFailed: failed.length > 0,
    retry: () => failed.forEach((answer) => void answer.refetch()),
  };
}

type Place = { group: string | null; page: number };

function keyOf({ group, page }: Place): string {
  return `${group ?? ""} ${page}`;
}

async function readPage(
  query: string,
  { group, page }: Place,
  hasReasons: boolean,
  signal: AbortSignal,
): Promise<ListRow[]> {
  const asked = new URLSearchParams(query);
  asked.set("offset", String(page * PAGE_ROWS));
  if (group !== null) asked.set("within", group);
  if (hasReasons) asked.set("reasons", "1");
  const answer = await fetch(`/api/accounts?${asked}`, { signal });
  if (!answer.ok) throw new Error(`accounts answered ${answer.status}`);
  return ((await answer.json()) as AccountsPage).rows;
}
