import {
  boolean,
  date,
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
import { accounts } from "./accounts";
import { bytes, instant, tenantPolicy, workspaceId, type Names } from "./tenant";

export const topics = pgTable(
  "topics",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    key: text("key").notNull(),
    names: jsonb("names").$type<Names>().notNull(),
    keywords: text("keywords").array().notNull(),
    mergedIntoId: uuid("merged_into_id"),
  },
  (t) => [
    primaryKey({ name: "topics_pk", columns: [t.workspaceId, t.id] }),
    unique("topics_key_key").on(t.workspaceId, t.key),
    tenantPolicy("topics"),
  ],
);

/** `occurredAt` is when it was opened; answers and solving carry their own recording instants for as-known reads. */
export const tickets = pgTable(
  "tickets",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    contactId: uuid("contact_id"),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    subject: text("subject"),
    language: text("language"),
    channel: text("channel"),
    priority: text("priority").$type<"urgent" | "high" | "normal" | "low">().notNull(),
    topicId: uuid("topic_id"),
    isEscalated: boolean("is_escalated").notNull().default(false),
    firstReplyAt: instant("first_reply_at"),
    solvedAt: instant("solved_at"),
    solvedRecordedAt: instant("solved_recorded_at"),
    contentHash: bytes("content_hash").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "tickets_pk", columns: [t.workspaceId, t.id] }),
    unique("tickets_external_key").on(t.workspaceId, t.source, t.externalId),
    index("tickets_account_idx").on(t.workspaceId, t.accountId, t.occurredAt),
    // Burden of the last weeks over the whole portfolio.
    index("tickets_occurred_idx").on(t.workspaceId, t.occurredAt),
    foreignKey({
      name: "tickets_account_fk",
      columns: [t.workspaceId, t.accountId],
      foreignColumns: [accounts.workspaceId, accounts.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "tickets_topic_fk",
      columns: [t.workspaceId, t.topicId],
      foreignColumns: [topics.workspaceId, topics.id],
    }),
    tenantPolicy("tickets"),
  ],
);

export const ticketMessages = pgTable(
  "ticket_messages",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    ticketId: uuid("ticket_id").notNull(),
    actor: text("actor").$type<"customer" | "agent" | "automation">().notNull(),
    isPublic: boolean("is_public").notNull(),
    body: text("body"),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "ticket_messages_pk", columns: [t.workspaceId, t.id] }),
    index("ticket_messages_ticket_idx").on(t.workspaceId, t.ticketId, t.occurredAt),
    foreignKey({
      name: "ticket_messages_ticket_fk",
      columns: [t.workspaceId, t.ticketId],
      foreignColumns: [tickets.workspaceId, tickets.id],
    }).onDelete("cascade"),
    tenantPolicy("ticket_messages"),
  ],
);

export const ticketStates = pgTable(
  "ticket_states",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    ticketId: uuid("ticket_id").notNull(),
    state: text("state").$type<"new" | "open" | "pending" | "on_hold" | "solved" | "closed">().notNull(),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "ticket_states_pk", columns: [t.workspaceId, t.id] }),
    index("ticket_states_ticket_idx").on(t.workspaceId, t.ticketId, t.occurredAt),
    foreignKey({
      name: "ticket_states_ticket_fk",
      columns: [t.workspaceId, t.ticketId],
      foreignColumns: [tickets.workspaceId, tickets.id],
    }).onDelete("cascade"),
    tenantPolicy("ticket_states"),
  ],
);

/** Tickets opened and solved per account and local day, as learnt on `recordedOn`. */
export const ticketDays = pgTable(
  "ticket_days",
  {
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    day: date("day", { mode: "string" }).notNull(),
    recordedOn: date("recorded_on", { mode: "string" }).notNull(),
    opened: integer("opened").notNull(),
    solved: integer("solved").notNull(),
  },
  (t) => [
    primaryKey({ name: "ticket_days_pk", columns: [t.workspaceId, t.accountId, t.day, t.recordedOn] }),
    tenantPolicy("ticket_days"),
  ],
);

/** Working hours in the tenant's zone: several shifts a day, holidays and special hours as data. */
export const schedules = pgTable(
  "schedules",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    shifts: jsonb("shifts").$type<{ weekday: number; from: string; to: string }[]>().notNull(),
    holidays: jsonb("holidays").$type<{ day: string; name: string }[]>().notNull(),
    validFrom: instant("valid_from").notNull(),
  },
  (t) => [primaryKey({ name: "schedules_pk", columns: [t.workspaceId, t.id] }), tenantPolicy("schedules")],
);

export const slaPolicies = pgTable(
  "sla_policies",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    priority: text("priority").notNull(),
    firstReplyMinutes: doublePrecision("first_reply_minutes"),
    resolutionMinutes: doublePrecision("resolution_minutes"),
    validFrom: instant("valid_from").notNull(),
  },
  (t) => [
    primaryKey({ name: "sla_policies_pk", columns: [t.workspaceId, t.id] }),
    tenantPolicy("sla_policies"),
  ],
);

/** Marked events (release, outage, price change) that every time axis shows. */
export const annotations = pgTable(
  "annotations",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    label: text("label").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "annotations_pk", columns: [t.workspaceId, t.id] }),
    index("annotations_at_idx").on(t.workspaceId, t.occurredAt),
    tenantPolicy("annotations"),
  ],
);

export type Ticket = typeof tickets.$inferSelect;
