"use client";

import { useMemo, type ReactNode } from "react";
import { useTable } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { columnsWithMoney, columnsWithoutMoney, features, lookOf, type TableLine } from "./accounts-columns";
import { GroupLine, type GroupHead } from "./group-line";
import { useListContext } from "./list-context";
import { Gap, WaitingRow } from "./list-parts";
import type { Line, List } from "./use-list";

/** Heights of the lines in px; those of the style, so that the first drawing needs no measuring. */
export const TABLE_HEIGHTS = { row: 38, group: 32, head: 40 };

type Props = { list: List; groups: readonly GroupHead[] | null; hasMoney: boolean };

/** The portfolio as a real table of which only the lines in sight are in the document. */
export function AccountsTable({ list, groups, hasMoney }: Props) {
  "use no memo";
  const t = useTranslations("accounts");
  const { lines, shape, gapAfter, setBody } = list;
  const data = useMemo(
    () => lines.flatMap(({ index, row }): TableLine[] => (row ? [{ index, row }] : [])),
    [lines],
  );
  const columns = hasMoney ? columnsWithMoney : columnsWithoutMoney;
  const table = useTable({ features, columns, data, getRowId: (line) => String(line.index) });
  const rows = new Map(table.getRowModel().rows.map((row) => [row.original.index, row]));
  const span = columns.length;
  return (
    <table
      role="table"
      aria-label={t("title")}
      aria-rowcount={shape.itemCount + 1}
      className="w-full table-fixed border-collapse text-body text-ink-2 max-md:block"
    >
      <thead role="rowgroup" className="sticky top-0 z-10 border-b border-line bg-bg max-md:sr-only">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id} role="row" aria-rowindex={1}>
            {group.headers.map((header) => (
              <table.FlexRender key={header.id} header={header} />
            ))}
          </tr>
        ))}
      </thead>
      <tbody role="rowgroup" ref={setBody} className="bg-surface max-md:block">
        {lines.map((line) => (
          <TableRow key={keyOf(line)} line={line} list={list} groups={groups} span={span}>
            {rows
              .get(line.index)
              ?.getAllCells()
              .map((cell) => (
                <td
                  key={cell.id}
                  role="cell"
                  className={classNames(
                    "overflow-hidden px-1.5 max-md:w-auto max-md:px-0",
                    lookOf(cell.column.id),
                  )}
                >
                  <table.FlexRender cell={cell} />
                </td>
              ))}
          </TableRow>
        ))}
        <Gap height={gapAfter} />
      </tbody>
    </table>
  );
}

/** A row is known by its account, so that one that moves keeps its place in the document and its focus. */
function keyOf({ index, item, row }: Line): string {
  return item?.kind === "group" ? `group ${item.group}` : (row?.accountId ?? String(index));
}

type RowProps = {
  line: Line;
  list: List;
  groups: readonly GroupHead[] | null;
  span: number;
  children: ReactNode;
};

function TableRow({ line, list, groups, span, children }: RowProps) {
  const { cursor } = useListContext();
  const { index, item, row } = line;
  const { measure, peekId, isClosed, toggleGroup } = list;
  const group = item?.kind === "group" ? groups?.find((head) => head.key === item.group) : undefined;
  return (
    <>
      <Gap height={line.gap} />
      {group ? (
        <GroupLine
          head={group}
          index={index}
          span={span}
          isClosed={isClosed(group.key)}
          onToggle={toggleGroup}
        />
      ) : row ? (
        <tr
          role="row"
          ref={measure}
          data-index={index}
          data-line={index}
          aria-rowindex={index + 2}
          onClick={() => cursor.peek(index)}
          className={classNames(
            "row-table cursor-pointer border-b border-line hover:bg-surface-2",
            "max-md:grid max-md:h-auto max-md:grid-cols-[1fr_auto] max-md:gap-x-3 max-md:gap-y-1 max-md:px-4 max-md:py-2.5 max-md:[grid-template-areas:'name_loss''health_decision']",
            (cursor.selection.has(row.accountId) || peekId === row.accountId) &&
              "bg-lapis-soft hover:bg-lapis-soft",
            cursor.index === index &&
              "shadow-[inset_3px_0_0_var(--lapis)] rtl:shadow-[inset_-3px_0_0_var(--lapis)]",
          )}
        >
          {children}
        </tr>
      ) : (
        <WaitingRow index={index} height={TABLE_HEIGHTS.row} />
      )}
    </>
  );
}
