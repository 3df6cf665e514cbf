import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
  doublePrecision,
} from "drizzle-orm/pg-core";
import { accounts } from "./accounts";
import { bytes, instant, tenantPolicy, workspaceId } from "./tenant";

export const surveys = pgTable(
  "surveys",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    key: text("key").notNull(),
    kind: text("kind").$type<"nps" | "csat" | "ces">().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "surveys_pk", columns: [t.workspaceId, t.id] }),
    unique("surveys_key_key").on(t.workspaceId, t.key),
    tenantPolicy("surveys"),
  ],
);

export const surveyVersions = pgTable(
  "survey_versions",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    surveyId: uuid("survey_id").notNull(),
    number: integer("number").notNull(),
    questions: jsonb("questions").$type<Record<string, unknown>>().notNull(),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "survey_versions_pk", columns: [t.workspaceId, t.id] }),
    unique("survey_versions_number_key").on(t.workspaceId, t.surveyId, t.number),
    foreignKey({
      name: "survey_versions_survey_fk",
      columns: [t.workspaceId, t.surveyId],
      foreignColumns: [surveys.workspaceId, surveys.id],
    }).onDelete("cascade"),
    tenantPolicy("survey_versions"),
  ],
);

export const surveyInvitations = pgTable(
  "survey_invitations",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    surveyId: uuid("survey_id").notNull(),
    accountId: uuid("account_id").notNull(),
    contactId: uuid("contact_id"),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "survey_invitations_pk", columns: [t.workspaceId, t.id] }),
    index("survey_invitations_account_idx").on(t.workspaceId, t.accountId, t.occurredAt),
    foreignKey({
      name: "survey_invitations_account_fk",
      columns: [t.workspaceId, t.accountId],
      foreignColumns: [accounts.workspaceId, accounts.id],
    }).onDelete("cascade"),
    tenantPolicy("survey_invitations"),
  ],
);

/** An answer: NPS 0–10, CSAT 1–5, CES 1–7. An event: the first content under an id wins. */
export const responses = pgTable(
  "responses",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    contactId: uuid("contact_id"),
    ticketId: uuid("ticket_id"),
    source: text("source").notNull(),
    externalId: text("external_id").notNull(),
    kind: text("kind").$type<"nps" | "csat" | "ces">().notNull(),
    score: doublePrecision("score").notNull(),
    comment: text("comment"),
    language: text("language"),
    contentHash: bytes("content_hash").notNull(),
    occurredAt: instant("occurred_at").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "responses_pk", columns: [t.workspaceId, t.id] }),
    unique("responses_external_key").on(t.workspaceId, t.source, t.externalId),
    index("responses_account_idx").on(t.workspaceId, t.accountId, t.kind, t.occurredAt),
    foreignKey({
      name: "responses_account_fk",
      columns: [t.workspaceId, t.accountId],
      foreignColumns: [accounts.workspaceId, accounts.id],
    }).onDelete("cascade"),
    tenantPolicy("responses"),
  ],
);

export const verbatimTopics = pgTable(
  "verbatim_topics",
  {
    workspaceId: workspaceId(),
    responseId: uuid("response_id").notNull(),
    topicId: uuid("topic_id").notNull(),
    sentiment: doublePrecision("sentiment"),
  },
  (t) => [
    primaryKey({ name: "verbatim_topics_pk", columns: [t.workspaceId, t.responseId, t.topicId] }),
    foreignKey({
      name: "verbatim_topics_response_fk",
      columns: [t.workspaceId, t.responseId],
      foreignColumns: [responses.workspaceId, responses.id],
    }).onDelete("cascade"),
    tenantPolicy("verbatim_topics"),
  ],
);

export type Response = typeof responses.$inferSelect;
