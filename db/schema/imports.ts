import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, tenantPolicy, workspaceId } from "./tenant";

/** Counts of one file or of a whole import. */
export type ImportCounts = {
  read: number;
  added: number;
  changed: number;
  repeated: number;
  refused: number;
  warned: number;
};

export const imports = pgTable(
  "imports",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    mapping: text("mapping").notNull(),
    state: text("state").$type<"running" | "done" | "failed">().notNull(),
    counts: jsonb("counts").$type<{ file: string; noun: string; counts: ImportCounts }[]>().notNull(),
    failure: jsonb("failure").$type<{ code: string; params: Record<string, string | number> }>(),
    startedById: uuid("started_by_id"),
    startedAt: instant("started_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    primaryKey({ name: "imports_pk", columns: [t.workspaceId, t.id] }),
    index("imports_started_idx").on(t.workspaceId, t.startedAt),
    tenantPolicy("imports"),
  ],
);

/** A refused or warned row with its place and reason, or the content a row had before an import changed it. */
export const importRows = pgTable(
  "import_rows",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    importId: uuid("import_id").notNull(),
    kind: text("kind").$type<"refused" | "warned" | "before">().notNull(),
    file: text("file").notNull(),
    line: integer("line").notNull(),
    column: text("column"),
    value: text("value"),
    code: text("code").notNull(),
    params: jsonb("params").$type<Record<string, string | number>>().notNull(),
    content: jsonb("content").$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ name: "import_rows_pk", columns: [t.workspaceId, t.id] }),
    index("import_rows_import_idx").on(t.workspaceId, t.importId, t.kind, t.file, t.line),
    foreignKey({
      name: "import_rows_import_fk",
      columns: [t.workspaceId, t.importId],
      foreignColumns: [imports.workspaceId, imports.id],
    }).onDelete("cascade"),
    tenantPolicy("import_rows"),
  ],
);

export const mappings = pgTable(
  "mappings",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    definition: jsonb("definition").$type<Record<string, unknown>>().notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "mappings_pk", columns: [t.workspaceId, t.id] }),
    unique("mappings_name_key").on(t.workspaceId, t.name),
    tenantPolicy("mappings"),
  ],
);

export const connections = pgTable(
  "connections",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    source: text("source").notNull(),
    settings: jsonb("settings").$type<Record<string, unknown>>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "connections_pk", columns: [t.workspaceId, t.id] }),
    unique("connections_source_key").on(t.workspaceId, t.source),
    tenantPolicy("connections"),
  ],
);

/** Raw deliveries of connections, kept so that they can be replayed. */
export const deliveries = pgTable(
  "deliveries",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    connectionId: uuid("connection_id").notNull(),
    externalId: text("external_id").notNull(),
    body: jsonb("body").$type<Record<string, unknown>>().notNull(),
    receivedAt: instant("received_at").notNull(),
    handledAt: instant("handled_at"),
  },
  (t) => [
    primaryKey({ name: "deliveries_pk", columns: [t.workspaceId, t.id] }),
    unique("deliveries_external_key").on(t.workspaceId, t.connectionId, t.externalId),
    foreignKey({
      name: "deliveries_connection_fk",
      columns: [t.workspaceId, t.connectionId],
      foreignColumns: [connections.workspaceId, connections.id],
    }).onDelete("cascade"),
    tenantPolicy("deliveries"),
  ],
);

/** The families a source can feed; a measure whose family no source feeds leaves its card. */
export type Family =
  | "accounts"
  | "subscriptions"
  | "seats"
  | "usage"
  | "tickets"
  | "surveys"
  | "touches"
  | "invoices"
  | "orders"
  | "goals"
  | "churn";

/** One row per source, family and local day on which rows arrived: the age of a measure is counted from the latest of them. */
export const sourceFreshness = pgTable(
  "source_freshness",
  {
    workspaceId: workspaceId(),
    source: text("source").notNull(),
    family: text("family").$type<Family>().notNull(),
    deliveredOn: date("delivered_on", { mode: "string" }).notNull(),
    deliveredAt: instant("delivered_at").notNull(),
    rows: integer("rows").notNull(),
  },
  (t) => [
    primaryKey({ name: "source_freshness_pk", columns: [t.workspaceId, t.source, t.family, t.deliveredOn] }),
    index("source_freshness_family_idx").on(t.workspaceId, t.family, t.deliveredOn),
    tenantPolicy("source_freshness"),
  ],
);

/** Account-days whose rollup and score have to be made again; written in the transaction that stored the fact. */
export const dirtyDays = pgTable(
  "dirty_days",
  {
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    recordedOn: date("recorded_on", { mode: "string" }).notNull(),
    markedAt: instant("marked_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "dirty_days_pk", columns: [t.workspaceId, t.accountId, t.day, t.recordedOn] }),
    tenantPolicy("dirty_days"),
  ],
);

export type Import = typeof imports.$inferSelect;
export type ImportRow = typeof importRows.$inferSelect;
