import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type MiniColumn = {
  key: string;
  label: ReactNode;
  /** Numbers stand physically on the right in every language. */
  align?: "start" | "number";
};

export type MiniRow = {
  key: string;
  cells: ReactNode[];
  /** A strong row is a group or a total. */
  strong?: boolean;
};

type Props = {
  /** Read out before the table; not drawn. */
  caption: string;
  columns: MiniColumn[];
  rows: MiniRow[];
  /** False leaves the column heads to screen readers. */
  showHead?: boolean;
};

/** A small table inside a card, rows of 28 px, hairlines only. The first column names the row. */
export function MiniTable({ caption, columns, rows, showHead = true }: Props) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-body">
        <caption className="sr-only">{caption}</caption>
        <thead className={showHead ? undefined : "sr-only"}>
          <tr className="border-b border-line-2 text-meta text-ink-2">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={classNames("py-1 pe-2 font-normal last:pe-0", side(column))}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.key}
              className={classNames("border-b border-line last:border-0", row.strong && "font-semibold")}
            >
              {row.cells.map((cell, place) => (
                <Cell key={columns[place]?.key ?? place} column={columns[place]} first={place === 0}>
                  {cell}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ column, first, children }: { column?: MiniColumn; first: boolean; children: ReactNode }) {
  const look = classNames(
    "row-mini pe-2 [font-weight:inherit] last:pe-0",
    column ? side(column) : "text-start",
  );
  return first ? (
    <th scope="row" className={look}>
      {children}
    </th>
  ) : (
    <td className={look}>{children}</td>
  );
}

function side(column: MiniColumn): string {
  return column.align === "number" ? "num" : "text-start";
}
