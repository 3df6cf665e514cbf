"use client";

import type { ReactNode } from "react";
import Link from "next/link";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { MoneyUnitText } from "@/components/money-text";
import { Checkbox } from "@/components/ui/checkbox";
import { classNames } from "@/components/ui/class-names";
import type { PortfolioSort } from "@/lib/portfolio";
import { useListContext } from "./list-context";
import type { ListRow } from "./list-rows";
import { useAccountHref } from "./use-account-href";

/** A column head; one that sorts is a button and says in words how it is sorted. */
export function Head(props: {
  label: ReactNode;
  note?: ReactNode;
  sort?: PortfolioSort;
  className?: string;
}) {
  const { label, note, sort, className } = props;
  const { sort: current, order, onSort } = useListContext();
  const isSorted = sort !== undefined && sort === current;
  return (
    <th
      role="columnheader"
      scope="col"
      aria-sort={isSorted ? (order === "asc" ? "ascending" : "descending") : undefined}
      className={classNames("bg-bg px-1.5 py-1.5 align-bottom text-meta font-normal text-ink-2", className)}
    >
      {sort === undefined ? (
        <span className="inline-flex min-h-6 items-center">{label}</span>
      ) : (
        <button
          type="button"
          onClick={() => onSort(sort)}
          className={classNames(
            "inline-flex min-h-6 max-w-full min-w-6 items-center gap-1 hover:text-ink",
            isSorted && "font-semibold text-ink",
          )}
        >
          {label}
          {isSorted ? <SortMark isAscending={order === "asc"} /> : null}
        </button>
      )}
      {note ? <div className="text-meta font-normal text-ink-2">{note}</div> : null}
    </th>
  );
}

function SortMark({ isAscending }: { isAscending: boolean }) {
  const t = useTranslations("table");
  const Arrow = isAscending ? ArrowUp : ArrowDown;
  return (
    <>
      <Arrow size={11} strokeWidth={2} aria-hidden="true" />
      <span className="sr-only">{t(isAscending ? "sortedAscending" : "sortedDescending")}</span>
    </>
  );
}

/** The head of the selection column; it has a name and no control, because a list may hold rows that are not loaded. */
export function SelectHead({ className }: { className?: string }) {
  const t = useTranslations("accounts");
  return (
    <th role="columnheader" scope="col" className={classNames("w-10 bg-bg", className)}>
      <span className="sr-only">{t("selection")}</span>
    </th>
  );
}

/** The check box of a row; X does the same. */
export function SelectBox({ index, row }: { index: number; row: ListRow }) {
  const t = useTranslations("table");
  const { cursor } = useListContext();
  return (
    <span onClick={(event) => event.stopPropagation()}>
      <Checkbox
        label={t("select", { name: row.name })}
        checked={cursor.selection.has(row.accountId)}
        onChange={() => cursor.toggle(index)}
        tabIndex={isTabStop(cursor.index, index) ? 0 : -1}
      />
    </span>
  );
}

/** The name, which opens the account; the one tab stop of its row. Space shows the preview. */
export function AccountLink({ index, row }: { index: number; row: ListRow }) {
  const { cursor } = useListContext();
  const hrefOf = useAccountHref();
  return (
    <Link
      href={hrefOf(row.accountId)}
      prefetch={false}
      data-line-link
      tabIndex={isTabStop(cursor.index, index) ? 0 : -1}
      onFocus={() => cursor.take(index)}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.code !== "Space" || event.ctrlKey || event.metaKey || event.altKey) return;
        event.preventDefault();
        cursor.peek(index);
      }}
      className="block truncate py-[3px] font-semibold text-ink hover:text-lapis-ink hover:underline"
      title={row.name}
    >
      <bdi>{row.name}</bdi>
    </Link>
  );
}

/** Before the cursor has been anywhere the first rows are the way in by Tab. */
function isTabStop(cursor: number, index: number): boolean {
  return cursor < 0 ? index <= 1 : cursor === index;
}

/** The unit of the amounts where no head shows it: above the cards of a phone. */
export function UnitNote() {
  const { money } = useListContext();
  if (money.scale === null) return null;
  return (
    <p className="px-4 pb-1.5 text-end text-meta text-ink-2 md:hidden">
      <MoneyUnitText scale={money.scale} />
    </p>
  );
}

/** Height of lines that are not in the document. One cell only: columns may be hidden, and a span would bring them back. */
export function Gap({ height }: { height: number }) {
  return height > 0 ? (
    <tr role="presentation" aria-hidden="true" className="max-md:block">
      <td role="presentation" className="p-0 max-md:block" style={{ blockSize: height }} />
    </tr>
  ) : null;
}

/** A line whose row is on its way, at its final height. */
export function WaitingRow({ index, height }: { index: number; height: number }) {
  const t = useTranslations("states");
  return (
    <tr role="row" aria-rowindex={index + 2} className="relative border-b border-line max-md:block">
      <td role="cell" className="p-0 max-md:block" style={{ blockSize: height }}>
        <span className="sr-only">{t("loading")}</span>
        <span aria-hidden="true" className="late absolute start-14 h-2.5 w-40 rounded-chip bg-surface-3" />
      </td>
    </tr>
  );
}
