import {
  boolean,
  doublePrecision,
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
import { bytes, instant, tenantPolicy, workspaceId, type Names } from "./tenant";
import { users, workspaces } from "./workspaces";

/** The commercial customer (contract holder). `nameFolded` is what search compares. */
export const accounts = pgTable(
  "accounts",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    name: text("name").notNull(),
    nameFolded: text("name_folded").notNull(),
    parentId: uuid("parent_id"),
    currency: text("currency").notNull(),
    industry: text("industry"),
    country: text("country"),
    domain: text("domain"),
    isStrategic: boolean("is_strategic").notNull().default(false),
    custom: jsonb("custom").$type<Record<string, unknown>>().notNull(),
    contentHash: bytes("content_hash").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "accounts_pk", columns: [t.workspaceId, t.id] }),
    unique("accounts_external_key").on(t.workspaceId, t.source, t.externalId),
    foreignKey({ name: "accounts_workspace_fk", columns: [t.workspaceId], foreignColumns: [workspaces.id] }),
    foreignKey({
      name: "accounts_parent_fk",
      columns: [t.workspaceId, t.parentId],
      foreignColumns: [t.workspaceId, t.id],
    }),
    // Lists sorted by name and the command palette read this.
    index("accounts_name_idx").on(t.workspaceId, t.nameFolded, t.id),
    tenantPolicy("accounts"),
  ],
);

/** What changes over time: seats, plan, segment, owner. Never overwritten, so as-known history stays true. */
export const accountFacts = pgTable(
  "account_facts",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    field: text("field").$type<"seats" | "plan" | "segment" | "owner">().notNull(),
    valueText: text("value_text"),
    valueNumber: doublePrecision("value_number"),
    validFrom: instant("valid_from").notNull(),
    recordedAt: instant("recorded_at").notNull(),
    isAssumed: boolean("is_assumed").notNull().default(false),
    source: text("source").notNull(),
  },
  (t) => [
    primaryKey({ name: "account_facts_pk", columns: [t.workspaceId, t.id] }),
    unique("account_facts_version_key").on(t.workspaceId, t.accountId, t.field, t.validFrom, t.recordedAt),
    foreignKey({
      name: "account_facts_account_fk",
      columns: [t.workspaceId, t.accountId],
      foreignColumns: [accounts.workspaceId, accounts.id],
    }).onDelete("cascade"),
    tenantPolicy("account_facts"),
  ],
);

export const contacts = pgTable(
  "contacts",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    name: text("name").notNull(),
    email: text("email"),
    role: text("role").$type<"sponsor" | "champion" | "user" | "billing">().notNull(),
    jobTitle: text("job_title"),
    language: text("language"),
    leftAt: instant("left_at"),
    leftRecordedAt: instant("left_recorded_at"),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "contacts_pk", columns: [t.workspaceId, t.id] }),
    unique("contacts_external_key").on(t.workspaceId, t.source, t.externalId),
    index("contacts_account_idx").on(t.workspaceId, t.accountId),
    foreignKey({
      name: "contacts_account_fk",
      columns: [t.workspaceId, t.accountId],
      foreignColumns: [accounts.workspaceId, accounts.id],
    }).onDelete("cascade"),
    tenantPolicy("contacts"),
  ],
);

/** Ordered rules, first match wins. A null ARR limit means the rule asks for no size. */
export const segments = pgTable(
  "segments",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    key: text("key").notNull(),
    position: integer("position").notNull(),
    names: jsonb("names").$type<Names>().notNull(),
    scorecardKey: text("scorecard_key").notNull(),
    minArrMinor: doublePrecision("min_arr_minor"),
    isShipped: boolean("is_shipped").notNull(),
  },
  (t) => [
    primaryKey({ name: "segments_pk", columns: [t.workspaceId, t.id] }),
    unique("segments_key_key").on(t.workspaceId, t.key),
    tenantPolicy("segments"),
  ],
);

export const stages = pgTable(
  "stages",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    key: text("key").notNull(),
    position: integer("position").notNull(),
    names: jsonb("names").$type<Names>().notNull(),
    expectedDays: jsonb("expected_days").$type<{
      high_touch: number;
      mid: number;
      tech_touch: number;
    } | null>(),
    isShipped: boolean("is_shipped").notNull(),
  },
  (t) => [
    primaryKey({ name: "stages_pk", columns: [t.workspaceId, t.id] }),
    unique("stages_key_key").on(t.workspaceId, t.key),
    tenantPolicy("stages"),
  ],
);

/** External ids that mean an account already known under another id. */
export const identities = pgTable(
  "identities",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    mergedById: uuid("merged_by_id"),
    mergedAt: instant("merged_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "identities_pk", columns: [t.workspaceId, t.id] }),
    unique("identities_external_key").on(t.workspaceId, t.source, t.externalId),
    foreignKey({
      name: "identities_account_fk",
      columns: [t.workspaceId, t.accountId],
      foreignColumns: [accounts.workspaceId, accounts.id],
    }).onDelete("cascade"),
    foreignKey({ name: "identities_user_fk", columns: [t.mergedById], foreignColumns: [users.id] }),
    tenantPolicy("identities"),
  ],
);

export const customFieldDefinitions = pgTable(
  "custom_field_definitions",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    noun: text("noun").notNull(),
    key: text("key").notNull(),
    kind: text("kind").$type<"text" | "number" | "day" | "boolean">().notNull(),
    names: jsonb("names").$type<Names>().notNull(),
  },
  (t) => [
    primaryKey({ name: "custom_field_definitions_pk", columns: [t.workspaceId, t.id] }),
    unique("custom_field_definitions_key_key").on(t.workspaceId, t.noun, t.key),
    tenantPolicy("custom_field_definitions"),
  ],
);

export type Account = typeof accounts.$inferSelect;
export type Contact = typeof contacts.$inferSelect;
export type Segment = typeof segments.$inferSelect;
