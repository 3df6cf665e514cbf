"use client";

import { useRef } from "react";
import Link from "next/link";
import { useVirtualizer } from "@tanstack/react-virtual";
import { classNames } from "../ui/class-names";
import type { FigureRowsAnswer, RowsColumn, RowsRow } from "./rows-answer";
import { CellValue } from "./rows-cell";

const ROW_HEIGHT = 37;
const OVERSCAN = 12;

/** The rows as a real table; only those in sight are in the document. */
export function FigureRowsTable({ answer, label }: { answer: FigureRowsAnswer; label: string }) {
  const { columns, rows } = answer;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  });
  const shown = virtual.getVirtualItems();
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <div ref={scroller} tabIndex={0} role="group" aria-label={label} className="min-h-0 flex-1 overflow-auto">
      <table aria-rowcount={rows.length + 1} className="w-full border-collapse text-body">
        <thead className="sticky top-0 bg-surface">
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classNames(
                  "border-b border-line-2 px-2.5 py-2 text-meta font-normal whitespace-nowrap text-ink-2 first:ps-5 last:pe-5",
                  side(column),
                )}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={before} span={columns.length} />
          {shown.map((item) => {
            const row = rows[item.index];
            return row ? <Row key={row.id} row={row} columns={columns} index={item.index + 2} /> : null;
          })}
          <Gap height={after} span={columns.length} />
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, columns, index }: { row: RowsRow; columns: RowsColumn[]; index: number }) {
  return (
    <tr aria-rowindex={index} className="row-table border-b border-line hover:bg-surface-2">
      {columns.map((column, place) => {
        const value = (
          <CellValue
            kind={column.kind}
            value={row.cells[column.key]}
            currency={row.currency}
            band={row.cells[`${column.key}Band`]}
          />
        );
        return (
          <td key={column.key} className={classNames("px-2.5 py-1 first:ps-5 last:pe-5", side(column))}>
            {place === 0 && row.href ? (
              <Link href={row.href} className="font-semibold text-ink hover:text-lapis-ink hover:underline">
                {value}
              </Link>
            ) : (
              value
            )}
          </td>
        );
      })}
    </tr>
  );
}

function Gap({ height, span }: { height: number; span: number }) {
  return height > 0 ? (
    <tr aria-hidden="true">
      <td colSpan={span} style={{ blockSize: height }} />
    </tr>
  ) : null;
}

function side(column: RowsColumn): string {
  return column.kind === "text" ? "text-start" : "num whitespace-nowrap";
}
