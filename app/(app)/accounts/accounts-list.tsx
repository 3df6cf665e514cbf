"use client";

import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { Select } from "@/components/ui/menu";
import type { Day } from "@/lib/period";
import { PORTFOLIO_GROUPS, PORTFOLIO_SORTS } from "@/lib/portfolio";
import { AccountsTable, TABLE_HEIGHTS } from "./accounts-table";
import { FilterBar } from "./filter-bar";
import type { GroupHead } from "./group-line";
import { KeyHints } from "./key-hints";
import { ListContext } from "./list-context";
import { ListFrame } from "./list-frame";
import { UnitNote } from "./list-parts";
import { useFilters, type FilterNames, type Filters } from "./use-filters";
import { useList } from "./use-list";
import { useListContextValue } from "./use-list-context";
import type { PagesQuestion } from "./use-pages";

type Props = {
  top: ReactNode;
  /** Lines that say what the data lacks. */
  notes: ReactNode;
  totals: ReactNode;
  query: string;
  first: PagesQuestion["first"];
  total: number;
  groups: GroupHead[] | null;
  names: FilterNames;
  today: Day;
  hasMoney: boolean;
};

const MONEY_SORTS = ["loss", "arr", "deciding"];

/** Accounts as a table in the browser: what the server answered first, and the pages that scrolling asks for. */
export function AccountsList({
  top,
  notes,
  totals,
  query,
  first,
  total,
  groups,
  names,
  today,
  hasMoney,
}: Props) {
  const filters = useFilters("accounts", names);
  const list = useList({
    query,
    first,
    total,
    groups,
    hasReasons: false,
    rowHeight: TABLE_HEIGHTS.row,
    groupHeight: TABLE_HEIGHTS.group,
    headHeight: TABLE_HEIGHTS.head,
  });
  const shared = useListContextValue({ list, filters, names, today, first: first.rows, hasMoney });
  return (
    <ListContext value={shared}>
      <ListFrame
        top={top}
        list={list}
        filters={filters}
        total={total}
        segments={shared.segments}
        today={today}
        head={
          <>
            {notes}
            <FilterBar filters={filters} names={names}>
              <GroupSelect filters={filters} />
              <SortSelect filters={filters} hasMoney={hasMoney} sort={shared.sort} />
            </FilterBar>
            {hasMoney ? <UnitNote /> : null}
          </>
        }
        foot={
          <footer className="flex shrink-0 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-line bg-bg px-4 py-1.5">
            {totals}
            <KeyHints isWideOnly />
          </footer>
        }
      >
        <AccountsTable list={list} groups={groups} hasMoney={hasMoney} />
      </ListFrame>
    </ListContext>
  );
}

function GroupSelect({ filters: { view, change } }: { filters: Filters }) {
  const t = useTranslations("accounts");
  return (
    <Select
      label={t("groupBy")}
      value={view.group}
      options={(["none", ...PORTFOLIO_GROUPS] as const).map((value) => ({
        value,
        label: t(`groups.${value}`),
      }))}
      onChange={(group) => change({ group })}
    />
  );
}

type SortProps = { filters: Filters; hasMoney: boolean; sort: (typeof PORTFOLIO_SORTS)[number] };

/** The order of the list, also where heads are not shown. */
export function SortSelect({ filters, hasMoney, sort }: SortProps) {
  const t = useTranslations("accounts");
  const sorts = PORTFOLIO_SORTS.filter((value) => hasMoney || !MONEY_SORTS.includes(value));
  return (
    <Select
      label={t("sortBy")}
      value={sort}
      options={sorts.map((value) => ({ value, label: t(`sorts.${value}`) }))}
      onChange={(value) => filters.change({ sort: value, order: null })}
    />
  );
}
