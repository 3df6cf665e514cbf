import { v7 } from "uuid";
import { bulkInsert } from "../../copy";
import type { Tx } from "../../client";
import type { ChurnEvent, Response, Touch } from "../../schema";
import type { Scope } from "../../scope";

export type UsageEvent = {
  accountId: string;
  externalId: string;
  feature: number;
  userKey: string | null;
  count: number;
  occurredAt: Date;
  recordedAt: Date;
};
export type ImportedResponse = Omit<Response, "workspaceId" | "id" | "source">;
export type ImportedChurn = Omit<ChurnEvent, "workspaceId" | "id" | "source">;
export type ImportedTouch = Omit<Touch, "workspaceId" | "id" | "source" | "userId">;

/** Adds usage events whose ids were claimed; their monthly partitions must exist. */
export async function insertUsageEvents(
  tx: Tx,
  scope: Scope,
  source: string,
  events: readonly UsageEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const columns = [
    "workspace_id",
    "occurred_at",
    "id",
    "account_id",
    "source",
    "external_id",
    "feature",
    "user_key",
    "count",
    "recorded_at",
  ];
  const cells = events.map((e) => [
    scope.workspaceId, e.occurredAt, v7(), e.accountId, source, e.externalId, e.feature, e.userKey, e.count, e.recordedAt,
  ]); // prettier-ignore
  await bulkInsert(tx, "usage_events", columns, cells);
}

/** Adds survey answers whose ids were claimed. */
export async function insertResponses(
  tx: Tx,
  scope: Scope,
  source: string,
  rows: readonly ImportedResponse[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = [
    "workspace_id", "id", "account_id", "contact_id", "ticket_id", "source", "external_id", "kind", "score", "comment", "language",
    "content_hash", "occurred_at", "recorded_at",
  ]; // prettier-ignore
  const cells = rows.map((r) => [
    scope.workspaceId, v7(), r.accountId, r.contactId, r.ticketId, source, r.externalId, r.kind, r.score, r.comment, r.language,
    r.contentHash, r.occurredAt, r.recordedAt,
  ]); // prettier-ignore
  await bulkInsert(tx, "responses", columns, cells);
}

/** Adds stated losses whose ids were claimed. */
export async function insertChurnEvents(
  tx: Tx,
  scope: Scope,
  source: string,
  rows: readonly ImportedChurn[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = [
    "workspace_id", "id", "account_id", "source", "external_id", "reason", "stated_by", "is_reactivation", "comment", "content_hash",
    "occurred_at", "recorded_at",
  ]; // prettier-ignore
  const cells = rows.map((r) => [
    scope.workspaceId, v7(), r.accountId, source, r.externalId, r.reason, r.statedBy, r.isReactivation, r.comment, r.contentHash,
    r.occurredAt, r.recordedAt,
  ]); // prettier-ignore
  await bulkInsert(tx, "churn_events", columns, cells);
}

/** Adds touches whose ids were claimed. */
export async function insertTouches(
  tx: Tx,
  scope: Scope,
  source: string,
  rows: readonly ImportedTouch[],
): Promise<void> {
  if (rows.length === 0) return;
  const columns = [
    "workspace_id", "id", "account_id", "contact_id", "source", "external_id", "channel", "direction", "is_two_way", "minutes", "subject",
    "content_hash", "occurred_at", "recorded_at",
  ]; // prettier-ignore
  const cells = rows.map((r) => [
    scope.workspaceId, v7(), r.accountId, r.contactId, source, r.externalId, r.channel, r.direction, r.isTwoWay, r.minutes, r.subject,
    r.contentHash, r.occurredAt, r.recordedAt,
  ]); // prettier-ignore
  await bulkInsert(tx, "touches", columns, cells);
}
