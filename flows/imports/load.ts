import { withScope } from "@/db/client";
import { notifyChanged } from "@/db/notify";
import { ensurePartitions } from "@/db/partitions";
import { markDirty } from "@/db/queries/dirty";
import {
  closeImport,
  insertImport,
  insertImportRows,
  saveImportCounts,
  saveMapping,
  takeImportTurn,
  type FileCounts,
} from "@/db/queries/imports/log";
import { ensurePlans, fillEmptyPlans, listFeatureCodes } from "@/db/queries/imports/products";
import { saveFreshness } from "@/db/queries/sources";
import type { ImportCounts } from "@/db/schema";
import type { Scope } from "@/db/scope";
import type { Noun } from "@/lib/imports/fields";
import type { Mapping } from "@/lib/imports/mapping";
import { rowReader, type RowResult } from "@/lib/imports/rows";
import { importAccounts, importParents } from "./accounts";
import { Batch, contentHash, type FileContext, type Item } from "./batch";
import type { CheckedFile } from "./check";
import { readCsv, type CsvLine } from "./csv";
import { importChurnEvents, importResponses, importTouches } from "./events";
import { importContacts, importInvoices } from "./people-and-bills";
import { importSubscriptions } from "./subscriptions";
import { importTickets } from "./tickets";
import { importUsage } from "./usage";

/** Rows of one transaction. */
const BATCH = 3_000;

/** Rows read so far of all there are. */
export type LoadProgress = { file: string; done: number; total: number };

export type Loading = {
  mapping: Mapping;
  files: readonly CheckedFile[];
  /** Zone and pin of the workspace that is filled; an existing one keeps its own. */
  zone: string;
  asOf: Date | null;
  clock: () => Date;
  onProgress?: (progress: LoadProgress) => void;
};

export type Loaded = { importId: string; files: FileCounts[] };

/**
 * Loads the files of a mapping into a workspace, a few thousand rows a transaction: good rows land, bad ones are kept with
 * their reason, what was there already is counted. `finish` runs before the import counts as done. Stopped half-way nothing is
 * lost or double: the log says how far it came, and the same import started again finds its rows and goes on.
 */
export async function loadFiles(
  scope: Scope,
  loading: Loading,
  finish: () => Promise<void> = () => Promise.resolve(),
): Promise<Loaded> {
  const { mapping, files, clock } = loading;
  const now = clock();
  const log = files.map(({ file, noun }): FileCounts => ({ file, noun, counts: noCounts() }));
  await saveMapping(scope, { name: mapping.name, definition: mapping, now });
  const entry = { mapping: mapping.name, startedById: scope.userId, startedAt: now, files: log };
  const importId = await insertImport(scope, entry);
  try {
    const total = files.reduce((sum, file) => sum + file.rows, 0);
    let before = 0;
    for (const [index, file] of files.entries()) {
      const context = await contextOf(scope, { importId, loading, file, now });
      const onRows = (rows: number) => loading.onProgress?.({ file: file.file, done: before + rows, total });
      await loadFile(file.noun, context, { log, index }, onRows);
      before += file.rows;
    }
    if (mapping.features?.plans === "all") await withScope(scope, fillEmptyPlans);
    await finish();
  } catch (error) {
    await closeImport(scope, importId, clock(), { code: "stopped", params: {} });
    throw error;
  }
  await closeImport(scope, importId, clock(), null);
  return { importId, files: log };
}

type Log = { log: FileCounts[]; index: number };

async function loadFile<N extends Noun>(
  noun: N,
  context: FileContext,
  log: Log,
  onRows: (rows: number) => void,
): Promise<void> {
  const read = readerOf(noun, context);
  const store = (lines: readonly CsvLine[]) => {
    const results = lines.map((line) => ({ ...line, result: read(line.cells) }));
    return storeBatch(noun, context, log, results, WRITERS[noun]);
  };
  let rows = 0;
  for await (const lines of rowsOf(context.file)) {
    await store(lines);
    rows += lines.length;
    onRows(rows);
  }
  if (context.orphans.length > 0) await storeBatch("accounts", context, log, [], importParents);
}

/** The rows of a file in portions of one transaction, without the header. */
async function* rowsOf(file: CheckedFile): AsyncGenerator<CsvLine[]> {
  let lines: CsvLine[] = [];
  let isHeader = true;
  for await (const line of readCsv(file.path, file.file)) {
    if (!isHeader) lines.push(line);
    isHeader = false;
    if (lines.length < BATCH) continue;
    yield lines;
    lines = [];
  }
  if (lines.length > 0) yield lines;
}

const WRITERS: { [N in Noun]: (batch: Batch<N>) => Promise<void> } = {
  accounts: importAccounts,
  contacts: importContacts,
  subscriptions: importSubscriptions,
  usage: importUsage,
  tickets: importTickets,
  responses: importResponses,
  churn_events: importChurnEvents,
  touches: importTouches,
  invoices: importInvoices,
};

function readerOf<N extends Noun>(noun: N, { file, recording, mapping, horizon }: FileContext) {
  return rowReader({ ...file, noun }, file.header, recording.policy, {
    zone: recording.zone,
    currency: mapping.currency,
    dates: mapping.dates,
    decimal: mapping.decimal,
    horizon,
    plans: mapping.plans ?? null,
  });
}

/** One transaction: rows, what was refused, marks for rollups and scores, freshness, and the counts of the log. */
async function storeBatch<N extends Noun>(
  noun: N,
  context: FileContext,
  { log, index }: Log,
  lines: readonly (CsvLine & { result: RowResult<N> })[],
  write: (batch: Batch<N>) => Promise<void>,
): Promise<void> {
  const { scope, importId, now } = context;
  const items = itemsOf(lines);
  if (noun === "usage") await makeRoom(context, items as Item<Noun>[] as Item<"usage">[]);
  const counts = await withScope(scope, async (tx) => {
    await takeImportTurn(tx, scope);
    const batch = new Batch<N>(tx, context, items);
    for (const line of lines) {
      if (line.result.ok !== "skipped") batch.counts.read += 1;
      if (line.result.ok === false) batch.refuse(line, line.result.refusal);
    }
    await write(batch);
    await insertImportRows(tx, scope, importId, batch.logged);
    await markDirty(tx, scope, batch.marks(), now);
    await saveFreshness(tx, scope, batch.freshness());
    const sums = log.map((entry, at) =>
      at === index ? { ...entry, counts: sum(entry.counts, batch.counts) } : entry,
    );
    await saveImportCounts(tx, importId, sums);
    await notifyChanged(tx, scope, "imports");
    return batch.counts;
  });
  const entry = log[index];
  if (entry) entry.counts = sum(entry.counts, counts);
}

function itemsOf<N extends Noun>(lines: readonly (CsvLine & { result: RowResult<N> })[]): Item<N>[] {
  return lines.flatMap(({ line, cells, result }) =>
    result.ok === true
      ? [{ line, cells, row: result.row, recordedAt: result.recordedAt, hash: contentHash(result.row) }]
      : [],
  );
}

/** Makes the months that usage rows fall into, before the transaction that stores them. */
async function makeRoom(context: FileContext, items: readonly Item<"usage">[]): Promise<void> {
  const months = new Set(items.map(({ row }) => row.occurredAt.at.toISOString().slice(0, 7)));
  for (const month of months) {
    if (context.months.has(month)) continue;
    const middle = `${month}-15`;
    await ensurePartitions(context.scope, "usage_events", middle, middle);
    context.months.add(month);
  }
}

type Opening = { importId: string; loading: Loading; file: CheckedFile; now: Date };

async function contextOf(scope: Scope, { importId, loading, file, now }: Opening): Promise<FileContext> {
  const { mapping, zone, asOf } = loading;
  const isPinned = asOf !== null && asOf < now;
  // A pinned workspace knows at its pin whatever is imported into it later.
  const learntAt = isPinned ? asOf : now;
  const { plans, features } = await withScope(scope, async (tx) => ({
    plans: await ensurePlans(tx, scope, mapping.plans ?? []),
    features: await listFeatureCodes(tx),
  }));
  const policy = file.recordedAt ?? mapping.recordedAt;
  const recording = { policy, learntAt, zone };
  const horizon = learntAt;
  const latest = isPinned ? new Date(asOf.getTime() - 1) : now;
  const fresh = { seen: new Set<string>(), orphans: [], months: new Set<string>() };
  return {
    scope,
    importId,
    mapping,
    file,
    recording,
    horizon,
    latest,
    isPinned,
    now,
    plans,
    features,
    ...fresh,
  };
}

function noCounts(): ImportCounts {
  return { read: 0, added: 0, changed: 0, repeated: 0, refused: 0, warned: 0 };
}

function sum(a: ImportCounts, b: ImportCounts): ImportCounts {
  return {
    read: a.read + b.read,
    added: a.added + b.added,
    changed: a.changed + b.changed,
    repeated: a.repeated + b.repeated,
    refused: a.refused + b.refused,
    warned: a.warned + b.warned,
  };
}
