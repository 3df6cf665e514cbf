"use client";

import { useState, type ReactNode } from "react";
import { ChartLine, Download, Table2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useKeys } from "../keys";
import { IconButton } from "../ui/icon-button";
import { MiniTable } from "../ui/mini-table";
import { csvOf } from "./csv";

/** What all charts take besides their points. */
export type ChartProps = {
  /** A noun; it names the table and the file. */
  title: string;
  /** A sentence that says what the chart shows. */
  label: string;
  /** Height in px of the drawing and of the skeleton before it. */
  height?: number;
  /** The page's direction; time runs with it. */
  dir: "ltr" | "rtl";
};

type Props = Pick<ChartProps, "title" | "label"> & {
  height: number;
  /** Heads of the table view. */
  heads: string[];
  /** The same points as rows: what is shown, and what is written into the file. */
  rows: { key: string; shown: ReactNode[]; written: (string | number | null)[] }[];
  children: ReactNode;
};

/** A chart with its other two forms: the same numbers as a table (key T while it is pointed at or focused) and as CSV. */
export function ChartFrame({ title, label, height, heads, rows, children }: Props) {
  const t = useTranslations("table");
  const [isTable, setIsTable] = useState(false);
  const [isNear, setIsNear] = useState(false);
  useKeys(isNear ? { KeyT: () => setIsTable(!isTable) } : {});

  return (
    <figure
      aria-label={label}
      className="group relative min-w-0"
      onPointerEnter={() => setIsNear(true)}
      onPointerLeave={(event) => setIsNear(event.currentTarget.contains(document.activeElement))}
      onFocus={() => setIsNear(true)}
      onBlur={() => setIsNear(false)}
    >
      {isTable ? (
        <div className="overflow-y-auto" style={{ blockSize: height }}>
          <MiniTable
            caption={title}
            columns={heads.map((head, place) => ({
              key: head,
              label: head,
              align: place === 0 ? "start" : "number",
            }))}
            rows={rows.map((row) => ({ key: row.key, cells: row.shown }))}
          />
        </div>
      ) : (
        // The drawing itself is always laid out left to right: SVG text anchors follow the direction and would
        // put axis labels on top of the plot. The axes are turned by hand instead.
        <div dir="ltr" style={{ blockSize: height }}>
          {children}
        </div>
      )}
      <div className="absolute end-0 -top-8 flex bg-surface opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100 print:hidden">
        <IconButton
          label={`${t(isTable ? "asChart" : "asTable")}: ${title}`}
          aria-pressed={isTable}
          icon={
            isTable ? <ChartLine size={14} aria-hidden="true" /> : <Table2 size={14} aria-hidden="true" />
          }
          onClick={() => setIsTable(!isTable)}
        />
        <IconButton
          label={`${t("downloadCsv")}: ${title}`}
          icon={<Download size={14} aria-hidden="true" />}
          onClick={() =>
            download(
              title,
              csvOf(
                heads,
                rows.map((row) => row.written),
              ),
            )
          }
        />
      </div>
    </figure>
  );
}

function download(title: string, text: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = `${title}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
