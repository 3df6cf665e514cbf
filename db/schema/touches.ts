import {
  boolean,
  doublePrecision,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { bytes, instant, tenantPolicy, workspaceId } from "./tenant";

/** The omnichannel ledger: calls, mails, chats, visits. Tickets and survey answers keep their own tables. */
export const touches = pgTable(
  "touches",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    contactId: uuid("contact_id"),
    userId: uuid("user_id"),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    channel: text("channel").notNull(),
    direction: text("direction").$type<"in" | "out">().notNull(),
    isTwoWay: boolean("is_two_way").notNull(),
    minutes: doublePrecision("minutes"),
    subject: text("subject"),
    contentHash: bytes("content_hash").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "touches_pk", columns: [t.workspaceId, t.id] }),
    unique("touches_external_key").on(t.workspaceId, t.source, t.externalId),
    index("touches_account_idx").on(t.workspaceId, t.accountId, t.occurredAt),
    // Two-way contacts of the last 90 days over the whole portfolio.
    index("touches_occurred_idx").on(t.workspaceId, t.occurredAt),
    foreignKey({
      name: "touches_account_fk",
      columns: [t.workspaceId, t.accountId],
      foreignColumns: [accounts.workspaceId, accounts.id],
    }).onDelete("cascade"),
    tenantPolicy("touches"),
  ],
);

export type Touch = typeof touches.$inferSelect;
