import { csvOf } from "@/components/charts/csv";
import { fromMinor } from "@/lib/money";
import type { FigureColumn, FigureRow } from "./registry-type";

/** Rows written at once, so that a long export starts at once and never stands in memory as one text. */
const PORTION = 1_000;
const CURRENCY = "currency";
const BAND = "Band";

/**
 * The rows as a CSV download: a localised head, raw numbers (money in major units with its currency beside it, percent as a
 * fraction), a byte order mark for Excel, and text that a spreadsheet would run as a formula defused.
 */
export function csvResponse(
  fileName: string,
  columns: readonly FigureColumn[],
  portions: Iterable<readonly FigureRow[]> | AsyncIterable<readonly FigureRow[]>,
  words: { currency: string; band: string },
): Response {
  return new Response(streamOf(csvText(columns, portions, words)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${fileName}.csv"`,
      "cache-control": "no-store",
    },
  });
}

/** Text as bytes on demand: the next portion is read when the reader has taken the last one. */
function streamOf(text: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await text.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await text.return(undefined);
    },
  });
}

/** Splits rows that are already in memory into the portions of a download. */
export function* portionsOf(rows: readonly FigureRow[]): Generator<readonly FigureRow[]> {
  for (let start = 0; start < rows.length; start += PORTION) yield rows.slice(start, start + PORTION);
}

async function* csvText(
  columns: readonly FigureColumn[],
  portions: Iterable<readonly FigureRow[]> | AsyncIterable<readonly FigureRow[]>,
  words: { currency: string; band: string },
): AsyncGenerator<string> {
  const isMoney = columns.some((column) => column.kind === "money");
  const heads = columns.flatMap((column) =>
    column.kind === "health" ? [column.label, words.band] : [column.label],
  );
  yield csvOf(isMoney ? [...heads, words.currency] : heads, []);
  for await (const rows of portions) {
    if (rows.length > 0) yield withoutHead(csvOf([], rows.map((row) => cellsOf(row, columns, isMoney)))); // prettier-ignore
  }
}

/** Portions after the first carry neither the byte order mark nor a head line. */
function withoutHead(text: string): string {
  return text.slice(text.indexOf("\r\n") + 2);
}

function cellsOf({ cells, currency }: FigureRow, columns: readonly FigureColumn[], isMoney: boolean) {
  const values = columns.flatMap(({ key, kind }) => {
    const cell = cells[key] ?? null;
    if (kind === "health") return [cell, cells[key + BAND] ?? null];
    return [kind === "money" && typeof cell === "number" && currency ? fromMinor(cell, currency) : cell];
  });
  return isMoney ? [...values, currency ?? cells[CURRENCY] ?? null] : values;
}
