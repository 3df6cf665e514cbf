import { stat } from "node:fs/promises";
import path from "node:path";
import { inReadingOrder, namedColumns, type Mapping, type MappingFile } from "@/lib/imports/mapping";
import { ImportFaults, type Fault, type FaultCode, type ReasonParams } from "@/lib/imports/refusals";
import { localDay } from "@/lib/period";
import { readCsv } from "./csv";

/** A file that may be read: its place, its header, the rows in it, and the columns nobody asked for. */
export type CheckedFile = MappingFile & { path: string; header: string[]; rows: number; unread: string[] };

/**
 * Reads every file of a mapping once, before anything is written: is it there, is it text, can it be read to its end, does it
 * have the columns the mapping names and no other. Throws ImportFaults with everything that is wrong, file by file.
 */
export async function checkFiles(mapping: Mapping, dir: string): Promise<CheckedFile[]> {
  const faults: Fault[] = [];
  if (mapping.workspace.zone !== undefined && !isZone(mapping.workspace.zone)) {
    faults.push({ code: "unknown_zone", file: null, params: { zone: mapping.workspace.zone } });
  }
  if (!(await isFolder(dir)))
    throw new ImportFaults([...faults, { code: "folder_missing", file: null, params: { dir } }]);
  const heads = new Map<string, Head>();
  const checked: CheckedFile[] = [];
  for (const file of inReadingOrder(mapping.files)) {
    const place = path.join(dir, file.file);
    const head = heads.get(file.file) ?? (await readHead(place, file.file));
    heads.set(file.file, head);
    const found = "faults" in head ? head.faults : columnFaults(file, head.header, mapping);
    // One file may hold several nouns; what is wrong with it is said once.
    faults.push(...found.filter((fault) => !faults.some((known) => isSame(known, fault))));
    if (!("faults" in head))
      checked.push({ ...file, path: place, ...head, unread: unreadColumns(file, head.header, mapping) });
  }
  if (faults.length > 0) throw new ImportFaults(faults);
  return checked;
}

type Head = { header: string[]; rows: number } | { faults: Fault[] };

async function readHead(place: string, file: string): Promise<Head> {
  const size = await stat(place).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) return { faults: [fault("file_missing", file)] };
  if (size === 0) return { faults: [fault("file_empty", file)] };
  let header: string[] | null = null;
  let rows = 0;
  try {
    for await (const { cells } of readCsv(place, file)) {
      if (header === null) header = cells.map((cell) => cell.trim());
      else rows += 1;
    }
  } catch (error) {
    if (error instanceof ImportFaults) return { faults: [...error.faults] };
    throw error;
  }
  return header === null ? { faults: [fault("file_empty", file)] } : { header, rows };
}

function columnFaults(file: MappingFile, header: readonly string[], mapping: Mapping): Fault[] {
  const policy = file.recordedAt ?? mapping.recordedAt;
  const columns = header.join(", ");
  const ignored = Array.isArray(file.ignore) ? file.ignore : [];
  const twice = header.filter((name, index) => header.indexOf(name) !== index);
  const missing = namedColumns(file, policy).filter((name) => !header.includes(name));
  const unknown =
    file.ignore === "rest"
      ? []
      : unreadColumns(file, header, mapping).filter((name) => !ignored.includes(name));
  return [
    ...twice.map((column) => fault("column_twice", file.file, { column })),
    ...[...new Set(missing)].map((column) => fault("column_missing", file.file, { column, columns })),
    ...unknown.map((column) => fault("column_unknown", file.file, { column, noun: file.noun })),
  ];
}

function unreadColumns(file: MappingFile, header: readonly string[], mapping: Mapping): string[] {
  const named = namedColumns(file, file.recordedAt ?? mapping.recordedAt);
  return header.filter((name) => !named.includes(name));
}

function isSame(a: Fault, b: Fault): boolean {
  return a.code === b.code && a.file === b.file && JSON.stringify(a.params) === JSON.stringify(b.params);
}

function isZone(zone: string): boolean {
  try {
    localDay(new Date(0), zone);
    return true;
  } catch {
    return false;
  }
}

async function isFolder(dir: string): Promise<boolean> {
  return stat(dir).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

function fault(code: FaultCode, file: string, params: ReasonParams = {}): Fault {
  return { code, file, params };
}
