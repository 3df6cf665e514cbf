"use client";

import { createContext, useContext } from "react";
import type { Day } from "@/lib/period";
import type { PortfolioSort, SortOrder } from "@/lib/portfolio";
import type { MoneyColumn } from "./money-column";
import type { Cursor } from "./use-cursor";

export type ListContextValue = {
  /** The workspace's local as-of day, from which dates count. */
  today: Day;
  money: MoneyColumn;
  /** The probability at the end of every track of the list. */
  probabilityMax: number;
  segments: ReadonlyMap<string, string>;
  cursor: Cursor;
  sort: PortfolioSort;
  order: SortOrder;
  onSort: (sort: PortfolioSort) => void;
};

export const ListContext = createContext<ListContextValue | null>(null);

/** What the cells and heads of a list share. Throws outside a list. */
export function useListContext(): ListContextValue {
  const value = useContext(ListContext);
  if (value === null) throw new Error("a cell stands outside its list");
  return value;
}
