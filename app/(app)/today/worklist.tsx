"use client";

import type { ReactNode } from "react";
import { useTranslations } from "next-intl";
import { MoneyUnitText } from "@/components/money-text";
import type { Day } from "@/lib/period";
import { SortSelect } from "../accounts/accounts-list";
import { FilterBar } from "../accounts/filter-bar";
import { KeyHints } from "../accounts/key-hints";
import { ListContext, useListContext } from "../accounts/list-context";
import { ListFrame } from "../accounts/list-frame";
import { Gap, Head, SelectHead, UnitNote, WaitingRow } from "../accounts/list-parts";
import { useFilters, type FilterNames } from "../accounts/use-filters";
import { useList, type List } from "../accounts/use-list";
import { useListContextValue } from "../accounts/use-list-context";
import type { PagesQuestion } from "../accounts/use-pages";
import { WorklistRow } from "./worklist-row";

const HEIGHTS = { row: 57, group: 0, head: 48 };

type Props = {
  top: ReactNode;
  strip: ReactNode;
  /** Lines that say what the data lacks. */
  notes: ReactNode;
  query: string;
  first: PagesQuestion["first"];
  total: number;
  names: FilterNames;
  today: Day;
  hasMoney: boolean;
};

/** The worklist in the browser: ranked rows of two lines, cards on a phone. */
export function Worklist({ top, strip, notes, query, first, total, names, today, hasMoney }: Props) {
  const filters = useFilters("today", names);
  const list = useList({
    query,
    first,
    total,
    groups: null,
    hasReasons: true,
    rowHeight: HEIGHTS.row,
    groupHeight: HEIGHTS.group,
    headHeight: HEIGHTS.head,
  });
  const shared = useListContextValue({ list, filters, names, today, first: first.rows, hasMoney });
  const largest = first.rows[0]?.money?.reportingLossMinor ?? null;
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
            {strip}
            {notes}
            <FilterBar filters={filters} names={names}>
              <SortSelect filters={filters} hasMoney={hasMoney} sort={shared.sort} />
            </FilterBar>
            {hasMoney ? <UnitNote /> : null}
          </>
        }
        foot={
          <footer className="shrink-0 border-t border-line bg-bg px-4 py-1.5 max-md:hidden">
            <KeyHints />
          </footer>
        }
      >
        <Rows list={list} hasMoney={hasMoney} largest={shared.sort === "loss" ? largest : null} />
      </ListFrame>
    </ListContext>
  );
}

type RowsProps = { list: List; hasMoney: boolean; largest: number | null };

function Rows({ list, hasMoney, largest }: RowsProps) {
  const t = useTranslations("today");
  const { lines, shape, gapAfter, setBody } = list;
  return (
    <table
      role="table"
      aria-label={t("list")}
      aria-rowcount={shape.itemCount + 1}
      className="w-full table-fixed border-collapse text-body text-ink-2 max-md:block"
    >
      <thead role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-bg max-md:sr-only">
        <Heads hasMoney={hasMoney} />
      </thead>
      <tbody role="rowgroup" ref={setBody} className="bg-surface max-md:block">
        {lines.map(({ index, gap, row }) => (
          <Line key={row?.accountId ?? index} gap={gap}>
            {row ? (
              <WorklistRow index={index} row={row} list={list} hasMoney={hasMoney} largest={largest} />
            ) : (
              <WaitingRow index={index} height={HEIGHTS.row} />
            )}
          </Line>
        ))}
        <Gap height={gapAfter} />
      </tbody>
    </table>
  );
}

function Line({ gap, children }: { gap: number; children: ReactNode }) {
  return (
    <>
      <Gap height={gap} />
      {children}
    </>
  );
}

function Heads({ hasMoney }: { hasMoney: boolean }) {
  const t = useTranslations("today.columns");
  const { money } = useListContext();
  const unit = money.scale ? <MoneyUnitText scale={money.scale} /> : null;
  return (
    <tr role="row" aria-rowindex={1}>
      <SelectHead className="ps-3" />
      <Head label={t("account")} note={t("accountNote")} sort="name" className="text-start" />
      {hasMoney ? (
        <>
          <Head label={t("loss")} note={unit ?? t("lossNote")} sort="loss" className="num w-28 pe-2" />
          <Head
            label={t("arr")}
            note={t("arrNote")}
            sort="deciding"
            className="num w-20 pe-3 @max-[840px]:hidden"
          />
        </>
      ) : null}
      <Head label={t("health")} note={t("healthNote")} sort="chi" className="w-28 text-start" />
      <Head label={t("churn")} note={t("churnNote")} sort="probability" className="w-[24%] text-start" />
      <Head label={t("decision")} note={t("decisionNote")} sort="decision" className="w-24 text-start" />
      <Head
        label={t("contact")}
        note={t("contactNote")}
        sort="contact"
        className="w-18 text-start @max-[840px]:hidden"
      />
    </tr>
  );
}
