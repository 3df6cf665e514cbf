import {
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { bytes, instant, tenantPolicy, workspaceId } from "./tenant";

/** A stated loss: the reason somebody gave. Whether revenue left is read from subscriptions, not from here. */
export const churnEvents = pgTable(
  "churn_events",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    reason: text("reason").notNull(),
    statedBy: text("stated_by").$type<"customer" | "csm" | "source">().notNull(),
    isReactivation: boolean("is_reactivation").notNull().default(false),
    comment: text("comment"),
    contentHash: bytes("content_hash").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "churn_events_pk", columns: [t.workspaceId, t.id] }),
    unique("churn_events_external_key").on(t.workspaceId, t.source, t.externalId),
    index("churn_events_account_idx").on(t.workspaceId, t.accountId, t.occurredAt),
    foreignKey({
      name: "churn_events_account_fk",
      columns: [t.workspaceId, t.accountId],
      foreignColumns: [accounts.workspaceId, accounts.id],
    }).onDelete("cascade"),
    tenantPolicy("churn_events"),
  ],
);

/** What the rule prior P16 counted on a day: churned accounts and account-years of the last 12 complete months. */
export const segmentRates = pgTable(
  "segment_rates",
  {
    workspaceId: workspaceId(),
    day: date("day", { mode: "string" }).notNull(),
    segmentKey: text("segment_key").notNull(),
    churned: integer("churned").notNull(),
    accountYears: doublePrecision("account_years").notNull(),
  },
  (t) => [
    primaryKey({ name: "segment_rates_pk", columns: [t.workspaceId, t.day, t.segmentKey] }),
    tenantPolicy("segment_rates"),
  ],
);

export type ChurnEvent = typeof churnEvents.$inferSelect;
