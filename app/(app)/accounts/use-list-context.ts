"use client";

import { useMemo } from "react";
import type { Day } from "@/lib/period";
import { NATURAL_ORDER, orderInForce, type PortfolioSort } from "@/lib/portfolio";
import type { ListContextValue } from "./list-context";
import type { ListRow } from "./list-rows";
import { useMoneyColumn } from "./money-column";
import { orderOf } from "./search-params";
import type { FilterNames, Filters } from "./use-filters";
import type { List } from "./use-list";

type Params = {
  list: List;
  filters: Filters;
  names: FilterNames;
  today: Day;
  first: readonly ListRow[];
  hasMoney: boolean;
};

const TRACK_ENDS = [0.25, 0.5, 1];

/** The shortest track on which the first rows fit with their intervals, so that small probabilities can be told apart. */
function trackEnd(first: readonly ListRow[]): number {
  const highest = Math.max(...first.map((row) => row.churnProbabilityHigh ?? row.churnProbability ?? 0));
  return TRACK_ENDS.find((end) => highest <= end) ?? 1;
}

/** Gathers what heads and cells of a list share. The unit of its amounts is chosen by the first rows and then stays. */
export function useListContextValue({
  list,
  filters,
  names,
  today,
  first,
  hasMoney,
}: Params): ListContextValue {
  const money = useMoneyColumn(first.map((row) => row.money?.lossMinor ?? null));
  const segments = useMemo(
    () => new Map(names.segments.map(({ key, name }) => [key, name])),
    [names.segments],
  );
  const probabilityMax = trackEnd(first);
  const { sort, order } = orderInForce(orderOf(filters.view), hasMoney);

  /** A second click turns the order round. */
  function onSort(asked: PortfolioSort) {
    const isTurned = asked === sort && order === NATURAL_ORDER[asked];
    filters.change({ sort: asked, order: isTurned ? (order === "asc" ? "desc" : "asc") : null });
  }
  return { today, money, probabilityMax, segments, cursor: list.cursor, sort, order, onSort };
}
