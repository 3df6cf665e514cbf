import {
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, instant, tenantPolicy, workspaceId } from "./tenant";

/** `usage_days.feature` of the row that counts all features together: users per feature do not add up. */
export const ALL_FEATURES = 0;

/**
 * One row per accepted event of any kind; inserted first, so a repeated delivery stops here.
 * Not partitioned and without foreign keys: it is the hottest insert of the system.
 */
export const eventKeys = pgTable(
  "event_keys",
  {
    workspaceId: workspaceId(),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    contentHash: bytes("content_hash").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "event_keys_pk", columns: [t.workspaceId, t.source, t.externalId] }),
    tenantPolicy("event_keys"),
  ],
);

/** Raw events, partitioned by month of `occurredAt` (rule S16). A row that carries a count counts that many times. */
export const usageEvents = pgTable(
  "usage_events",
  {
    workspaceId: workspaceId(),
    occurredAt: instant("occurred_at").notNull(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    feature: smallint("feature").notNull(),
    userKey: text("user_key"),
    count: integer("count").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "usage_events_pk", columns: [t.workspaceId, t.occurredAt, t.id] }),
    // The rollup rebuilds one account-day from its events.
    index("usage_events_account_idx").on(t.workspaceId, t.accountId, t.occurredAt),
    tenantPolicy("usage_events"),
  ],
);

export const features = pgTable(
  "features",
  {
    workspaceId: workspaceId(),
    code: smallint("code").notNull(),
    key: text("key").notNull(),
    name: text("name").notNull(),
    isCore: boolean("is_core").notNull(),
    /** The event that means a named user signed in. */
    isLogin: boolean("is_login").notNull().default(false),
    /** The event that shows first value. */
    isKey: boolean("is_key").notNull().default(false),
  },
  (t) => [
    primaryKey({ name: "features_pk", columns: [t.workspaceId, t.code] }),
    unique("features_key_key").on(t.workspaceId, t.key),
    tenantPolicy("features"),
  ],
);

/**
 * Use of a feature by an account on a local day, as learnt on `recordedOn`. `users` counts people first seen that day by that
 * recording day, so that sums over `recordedOn` are true as-known counts; null when the source names no users.
 * No foreign key: at twenty million rows each would double the load time.
 */
export const usageDays = pgTable(
  "usage_days",
  {
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    recordedOn: date("recorded_on", { mode: "string" }).notNull(),
    feature: smallint("feature").notNull(),
    events: integer("events").notNull(),
    users: integer("users"),
  },
  (t) => [
    primaryKey({
      name: "usage_days_pk",
      columns: [t.workspaceId, t.accountId, t.day, t.feature, t.recordedOn],
    }),
    // Rows arrive day by day, so block ranges are narrow in time: a window of the whole portfolio reads only its blocks.
    index("usage_days_day_brin").using("brin", t.workspaceId, t.day),
    tenantPolicy("usage_days"),
  ],
);

/** First day of use of an account as learnt on `recordedOn`; late history adds an earlier day with a later recording. */
export const usageStarts = pgTable(
  "usage_starts",
  {
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    recordedOn: date("recorded_on", { mode: "string" }).notNull(),
    day: date("day", { mode: "string" }).notNull(),
  },
  (t) => [
    primaryKey({ name: "usage_starts_pk", columns: [t.workspaceId, t.accountId, t.recordedOn] }),
    tenantPolicy("usage_starts"),
  ],
);

/** The day the key event had been used by three people (or on three days): first value, once reached. */
export const firstValues = pgTable(
  "first_values",
  {
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    reachedAt: instant("reached_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "first_values_pk", columns: [t.workspaceId, t.accountId, t.recordedAt] }),
    index("first_values_account_idx").on(t.workspaceId, t.accountId),
    tenantPolicy("first_values"),
  ],
);
