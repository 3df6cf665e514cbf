import { v7 } from "uuid";
import { bulkInsert } from "../../copy";
import type { Tx } from "../../client";
import type { Ticket } from "../../schema";
import type { Scope } from "../../scope";

export type ImportedTicket = Omit<Ticket, "workspaceId" | "source" | "topicId">;
export type TicketState = { ticketId: string; state: "open" | "solved"; occurredAt: Date; recordedAt: Date };

/** Adds new tickets and brings known ones up to date; when a ticket became known stays as it was. */
export async function saveTickets(
  tx: Tx,
  scope: Scope,
  source: string,
  tickets: readonly ImportedTicket[],
): Promise<void> {
  if (tickets.length === 0) return;
  const columns = [
    "workspace_id", "id", "source", "external_id", "account_id", "contact_id", "subject", "language", "channel", "priority", "is_escalated",
    "first_reply_at", "solved_at", "solved_recorded_at", "content_hash", "occurred_at", "recorded_at",
  ]; // prettier-ignore
  const cells = tickets.map((t) => [
    scope.workspaceId, t.id, source, t.externalId, t.accountId, t.contactId, t.subject, t.language, t.channel, t.priority, t.isEscalated,
    t.firstReplyAt, t.solvedAt, t.solvedRecordedAt, t.contentHash, t.occurredAt, t.recordedAt,
  ]); // prettier-ignore
  await bulkInsert(tx, "tickets", columns, cells, {
    onConflict: `(workspace_id, id) do update set account_id = excluded.account_id, contact_id = excluded.contact_id,
      subject = excluded.subject, language = excluded.language, channel = excluded.channel, priority = excluded.priority,
      is_escalated = excluded.is_escalated, first_reply_at = excluded.first_reply_at, solved_at = excluded.solved_at,
      solved_recorded_at = excluded.solved_recorded_at, content_hash = excluded.content_hash, occurred_at = excluded.occurred_at`,
  });
}

/** Adds the states tickets went through. */
export async function insertTicketStates(
  tx: Tx,
  scope: Scope,
  states: readonly TicketState[],
): Promise<void> {
  if (states.length === 0) return;
  const columns = ["workspace_id", "id", "ticket_id", "state", "occurred_at", "recorded_at"];
  const cells = states.map((row) => [
    scope.workspaceId,
    v7(),
    row.ticketId,
    row.state,
    row.occurredAt,
    row.recordedAt,
  ]);
  await bulkInsert(tx, "ticket_states", columns, cells);
}
