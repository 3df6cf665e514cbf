import { localDay } from "../period";
import { readCell, type CellResult, type CellValue, type Reading } from "./cells";
import { NOUNS, type Field, type Moment, type Noun, type RowOf } from "./fields";
import { columnOf, type MappedColumn, type MappingFile, type RecordedAt } from "./mapping";
import type { Refusal } from "./refusals";

/** A row that was read: its fields, and the recording instant where a column holds it. */
export type ReadRow<N extends Noun> = { ok: true; row: RowOf<N>; recordedAt: Date | null };
export type RowResult<N extends Noun> = ReadRow<N> | { ok: false; refusal: Refusal } | { ok: "skipped" };

/**
 * Makes the reader of one file: cells of a line in, a typed row or the first reason against it out. Empty cells are null,
 * outer space is not content. `header` holds the file's column names; a constant is read like a cell.
 */
export function rowReader<N extends Noun>(
  file: MappingFile & { noun: N },
  header: readonly string[],
  policy: RecordedAt,
  reading: Reading,
): (cells: readonly string[]) => RowResult<N> {
  const places = Object.entries(file.columns).map(([name, mapped]) =>
    placeOf(name, mapped, file.noun, header, reading),
  );
  // Amounts are read in the currency of their row.
  places.sort((a, b) => Number(b.field.kind === "currency") - Number(a.field.kind === "currency"));
  const filter = file.onlyIf === undefined ? null : header.indexOf(file.onlyIf);
  const recorded = typeof policy === "object" ? recordedPlace(policy, header, reading) : null;
  const empty = Object.fromEntries(Object.keys(NOUNS[file.noun]).map((name) => [name, null]));
  return (cells) => {
    if (cells.length !== header.length) return columnCount(header.length, cells.length);
    if (filter !== null && cells[filter]?.trim() === "") return { ok: "skipped" };
    const row: Record<string, CellValue> = { ...empty };
    for (const place of places) {
      const result = readPlace(place, cells, row);
      if (!result.ok) return refused(place, cells, result);
      row[place.name] = result.value;
    }
    const refusal = crossCheck(file, row, reading.zone);
    if (refusal) return { ok: false, refusal };
    const instant = recorded ? readPlace(recorded, cells, row) : null;
    if (recorded && instant && !instant.ok) return refused(recorded, cells, instant);
    return { ok: true, row: row as RowOf<N>, recordedAt: instant?.ok ? (instant.value as Moment).at : null };
  };
}

type Place = {
  name: string;
  field: Field;
  reading: Reading;
  index: number | null;
  column: string | null;
  constant: string | null;
  values: Readonly<Record<string, string | number | boolean>> | null;
  scale: number;
  prefix: string;
};

function placeOf(
  name: string,
  mapped: MappedColumn,
  noun: Noun,
  header: readonly string[],
  base: Reading,
): Place {
  const fields: Record<string, Field> = NOUNS[noun];
  const field = fields[name] as Field;
  const column = columnOf(mapped);
  const options = typeof mapped === "object" && "column" in mapped ? mapped : null;
  return {
    name,
    field,
    reading: options?.dates ? { ...base, dates: options.dates } : base,
    index: column === null ? null : header.indexOf(column),
    column,
    constant: typeof mapped === "object" && "constant" in mapped ? String(mapped.constant) : null,
    values: options?.values ?? null,
    scale: options?.scale ?? 1,
    prefix: options?.prefix ?? "",
  };
}

function recordedPlace(policy: Exclude<RecordedAt, string>, header: readonly string[], base: Reading): Place {
  const mapped = { column: policy.column, ...(policy.dates && { dates: policy.dates }) };
  const place = placeOf("recordedAt", mapped, "usage", header, base);
  return { ...place, field: { kind: "instant", required: true } };
}

function readPlace(place: Place, cells: readonly string[], row: Record<string, CellValue>): CellResult {
  const raw = (place.constant ?? cells[place.index ?? -1] ?? "").trim();
  if (raw === "") {
    return place.field.required ? { ok: false, code: "required", params: {} } : { ok: true, value: null };
  }
  const known = place.values === null ? raw : place.values[raw];
  if (known === undefined) {
    return { ok: false, code: "not_in_list", params: { list: Object.keys(place.values ?? {}).join(", ") } };
  }
  const currency = typeof row.currency === "string" ? row.currency : place.reading.currency;
  const reading = place.field.kind === "money" ? { ...place.reading, currency } : place.reading;
  return readCell(place.prefix + String(known), place.field, reading, place.scale);
}

function refused(
  place: Place,
  cells: readonly string[],
  { code, params }: CellResult & { ok: false },
): { ok: false; refusal: Refusal } {
  const value = place.constant ?? cells[place.index ?? -1] ?? null;
  return { ok: false, refusal: { code, column: place.column, value, params } };
}

function columnCount(expected: number, found: number): { ok: false; refusal: Refusal } {
  return {
    ok: false,
    refusal: { code: "column_count", column: null, value: null, params: { expected, found } },
  };
}

/** Events are kept month by month; a mistyped century would open a month for itself. */
const USAGE_FROM = new Date("1990-01-01T00:00:00Z");

const SCORES = { nps: [0, 10], csat: [1, 5], ces: [1, 7] } as const;

/** What no single cell can tell: an end before its beginning, a score outside its scale, a row that names no account. */
function crossCheck(file: MappingFile, row: Record<string, CellValue>, zone: string): Refusal | null {
  const found = CHECKS[file.noun]?.(row, zone) ?? null;
  if (found === null) return null;
  const mapped =
    file.columns[found.field] ?? file.columns[found.field === "account" ? "subscription" : found.field];
  const value = row[found.field] ?? null;
  const text = value === null ? null : typeof value === "object" ? value.at.toISOString() : String(value);
  return {
    code: found.code,
    column: mapped === undefined ? null : columnOf(mapped),
    value: text,
    params: found.params,
  };
}

type Finding = Pick<Refusal, "code" | "params"> & { field: string };
type Check = (row: Record<string, CellValue>, zone: string) => Finding | null;

const CHECKS: Partial<Record<Noun, Check>> = {
  subscriptions: (row) => before(row, "endsOn", "startsOn") ?? before(row, "termEndsOn", "startsOn"),
  tickets: (row, zone) =>
    earlier(row, "solvedAt", "openedAt", zone) ?? earlier(row, "firstReplyAt", "openedAt", zone),
  usage: (row): Finding | null => {
    const { at } = row.occurredAt as Moment;
    if (at < USAGE_FROM)
      return { code: "too_early", field: "occurredAt", params: { from: USAGE_FROM.toISOString() } };
    const isNamed = row.account !== null || row.subscription !== null;
    return isNamed ? null : { code: "required", field: "account", params: {} };
  },
  responses: (row) => {
    const [from, to] = SCORES[row.kind as keyof typeof SCORES];
    const isInScale = Number(row.score) >= from && Number(row.score) <= to;
    return isInScale ? null : { code: "out_of_range", field: "score", params: { from, to } };
  },
};

function before(row: Record<string, CellValue>, end: string, start: string): Finding | null {
  const [last, first] = [row[end] as string | null, row[start] as string];
  return last !== null && last < first
    ? { code: "before_start", field: end, params: { start: first } }
    : null;
}

/** Instants are compared as days where the file gave one of them without a time. */
function earlier(row: Record<string, CellValue>, end: string, start: string, zone: string): Finding | null {
  const [last, first] = [row[end] as Moment | null, row[start] as Moment];
  if (last === null) return null;
  const byDay = last.dateOnly || first.dateOnly;
  const isEarlier = byDay ? localDay(last.at, zone) < localDay(first.at, zone) : last.at < first.at;
  return isEarlier ? { code: "before_start", field: end, params: { start: first.at.toISOString() } } : null;
}
