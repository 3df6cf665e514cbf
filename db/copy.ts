import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Tx } from "./client";

/** A value of one cell; arrays are PostgreSQL arrays, `json` is a jsonb document. */
export type Cell =
  | string
  | number
  | bigint
  | boolean
  | null
  | Date
  | Uint8Array
  | readonly (number | null)[]
  | Float64Array
  | readonly string[]
  | { json: unknown };

/** Rows are sent in pieces of about this many characters, so that memory does not grow with their number. */
const PIECE = 64 * 1024;

/**
 * Inserts many rows at the speed of COPY. PostgreSQL refuses COPY into a table under row-level security, so the rows are copied
 * into a temporary table and go on from there, where every policy is checked. `onConflict` is the clause after ON CONFLICT.
 * Answers the number of rows that were inserted or updated.
 */
export async function bulkInsert(
  { sql }: Tx,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
  options: { onConflict?: string } = {},
): Promise<number> {
  const staged = sql(`staged_${table}`);
  const target = sql(table);
  const list = sql(columns as string[]);
  await sql`create temporary table ${staged} on commit drop as select ${list} from ${target} with no data`;
  await pipeline(Readable.from(pieces(rows)), await sql`copy ${staged} from stdin`.writable());
  const conflict = options.onConflict ? sql.unsafe(`on conflict ${options.onConflict}`) : sql``;
  const inserted = await sql`insert into ${target} (${list}) select ${list} from ${staged} ${conflict}`;
  await sql`drop table ${staged}`;
  return inserted.count;
}

async function* pieces(
  rows: Iterable<readonly Cell[]> | AsyncIterable<readonly Cell[]>,
): AsyncGenerator<string> {
  let piece = "";
  for await (const row of rows) {
    piece += copyLine(row);
    if (piece.length >= PIECE) {
      yield piece;
      piece = "";
    }
  }
  if (piece) yield piece;
}

/** One line of COPY's text format. */
export function copyLine(row: readonly Cell[]): string {
  let line = "";
  for (let i = 0; i < row.length; i++) {
    if (i > 0) line += "\t";
    line += copyField(row[i] as Cell);
  }
  return line + "\n";
}

function copyField(value: Cell): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number" || typeof value === "bigint") return String(value);
  if (typeof value === "boolean") return value ? "t" : "f";
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Float64Array) return numberArray(value);
  if (value instanceof Uint8Array)
    return `\\\\x${Buffer.from(value.buffer, value.byteOffset, value.length).toString("hex")}`;
  if (Array.isArray(value))
    return typeof value[0] === "string" ? textArray(value as string[]) : numberArray(value as number[]);
  return escaped(JSON.stringify((value as { json: unknown }).json));
}

/** NaN stands for null in the columns of the scoring kernel. */
function numberArray(values: ArrayLike<number | null>): string {
  let text = "{";
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    text +=
      (i > 0 ? "," : "") + (value === null || value === undefined || Number.isNaN(value) ? "NULL" : value);
  }
  return text + "}";
}

function textArray(values: readonly string[]): string {
  return escaped(`{${values.map((value) => `"${value.replace(/[\\"]/g, "\\$&")}"`).join(",")}}`);
}

const SPECIAL = /[\\\t\n\r]/;

function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text.replace(/\\/g, "\\\\").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r");
}
