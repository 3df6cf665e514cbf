import { createHash } from "node:crypto";
import type { Tx } from "@/db/client";
import type { DirtyDay } from "@/db/queries/dirty";
import type { LoggedRow } from "@/db/queries/imports/log";
import type { Freshness } from "@/db/queries/sources";
import type { Family, ImportCounts } from "@/db/schema";
import type { Scope } from "@/db/scope";
import { canonicalContent } from "@/lib/imports/content";
import type { Moment, Noun, RowOf } from "@/lib/imports/fields";
import type { Mapping } from "@/lib/imports/mapping";
import { recordedInstant, type Recording } from "@/lib/imports/recorded";
import type { Refusal, Warning } from "@/lib/imports/refusals";
import { localDay, snapshotDay } from "@/lib/period";
import type { CheckedFile } from "./check";

/** A row that was read, on its way into the database. */
export type Item<N extends Noun> = {
  line: number;
  cells: readonly string[];
  row: RowOf<N>;
  hash: string;
  /** The recording instant a column gave. */
  recordedAt: Date | null;
};

/** What stays the same over all batches of one file. */
export type FileContext = {
  scope: Scope;
  importId: string;
  mapping: Mapping;
  file: CheckedFile;
  recording: Recording;
  /** The first instant that lies ahead, and the last that does not: from then on holds what has no date of its own. */
  horizon: Date;
  latest: Date;
  isPinned: boolean;
  now: Date;
  plans: Map<string, string>;
  features: Map<string, number>;
  /** Ids met in this file: a second row under one of them is a repeat or a conflict, not an update. */
  seen: Set<string>;
  /** Parents named before they were met; they are linked when the file has been read. */
  orphans: Orphan[];
  /** Months ("2024-12") that usage rows can be stored in. */
  months: Set<string>;
};

/** An account and the parent its row names, both by external id. */
export type Orphan = { line: number; cells: readonly string[]; child: string; parent: string };

/** One batch inside its transaction, with what it leaves behind. */
export class Batch<N extends Noun> {
  readonly counts: ImportCounts = { read: 0, added: 0, changed: 0, repeated: 0, refused: 0, warned: 0 };
  readonly logged: LoggedRow[] = [];
  private readonly delivered = new Map<string, Freshness>();
  private readonly touched = new Map<string, DirtyDay>();

  constructor(
    readonly tx: Tx,
    readonly context: FileContext,
    public items: Item<N>[],
  ) {}

  /** The column that a field is read from, for remarks. */
  columnOf(field: keyof RowOf<N> & string): string | null {
    const mapped = this.context.file.columns[field];
    if (typeof mapped === "string") return mapped;
    return mapped !== undefined && "column" in mapped ? mapped.column : null;
  }

  /** Keeps a row out, with its reason. */
  refuse(row: { line: number; cells: readonly string[] }, refusal: Refusal): void {
    this.counts.refused += 1;
    this.log("refused", row, refusal, this.contentOf(row.cells));
  }

  /** Notes something odd about a row that is taken. */
  warn(row: { line: number; cells: readonly string[] }, warning: Warning): void {
    this.counts.warned += 1;
    this.log("warned", row, warning, {});
  }

  /** Keeps what a noun was before this import changed it. */
  keepBefore(row: { line: number; cells: readonly string[] }, content: Record<string, unknown>): void {
    this.log("before", row, { code: "changed", column: null, value: null, params: {} }, content);
  }

  /** Counts a delivery of a family, known at an instant; the age of measures is counted from the latest one. */
  deliver(family: Family, recordedAt: Date): void {
    const deliveredOn = snapshotDay(recordedAt, this.context.recording.zone);
    const key = `${family} ${deliveredOn}`;
    const known = this.delivered.get(key);
    if (known) {
      known.rows += 1;
      if (recordedAt > known.deliveredAt) known.deliveredAt = recordedAt;
    } else {
      this.delivered.set(key, {
        source: this.context.mapping.source,
        family,
        deliveredOn,
        deliveredAt: recordedAt,
        rows: 1,
      });
    }
  }

  /** Marks an account-day for the rollup and the scores. */
  touch(accountId: string, occurredAt: Date, recordedAt: Date): void {
    const { zone } = this.context.recording;
    const mark = { accountId, day: localDay(occurredAt, zone), recordedOn: snapshotDay(recordedAt, zone) };
    this.touched.set(`${mark.accountId} ${mark.day} ${mark.recordedOn}`, mark);
  }

  /** The same for facts that no rollup reads; in a pinned workspace nothing waits for them. */
  touchScores(accountId: string, recordedAt: Date): void {
    if (!this.context.isPinned) this.touch(accountId, recordedAt, recordedAt);
  }

  /** When a fact counts as known. */
  recordedAt(item: Item<N>, effective: Moment | null): Date {
    return recordedInstant(this.context.recording, effective, item.recordedAt);
  }

  /** When a change of something known counts as known: with the row, or now. */
  changedAt(item: Item<N>): Date {
    return item.recordedAt ?? this.context.recording.learntAt;
  }

  freshness(): Freshness[] {
    return [...this.delivered.values()];
  }

  marks(): DirtyDay[] {
    return [...this.touched.values()];
  }

  private log(
    kind: LoggedRow["kind"],
    { line }: { line: number },
    remark: { code: string; column: string | null; value: string | null; params: Refusal["params"] },
    content: Record<string, unknown>,
  ): void {
    this.logged.push({ kind, file: this.context.file.file, line, ...remark, content });
  }

  private contentOf(cells: readonly string[]): Record<string, unknown> {
    const { header } = this.context.file;
    return Object.fromEntries(cells.map((cell, index) => [header[index] ?? String(index + 1), cell]));
  }
}

/** The hash that tells a repeat from another content under the same id, as hexadecimal text. */
export function contentHash(row: Readonly<Record<string, unknown>>): string {
  return createHash("sha256").update(canonicalContent(row)).digest("hex");
}

/** The same hash as the bytes that tables keep. */
export function hashBytes(hash: string): Uint8Array {
  return Buffer.from(hash, "hex");
}
