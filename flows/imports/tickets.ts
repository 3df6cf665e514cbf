import {
  insertTicketStates,
  saveTickets,
  type ImportedTicket,
  type TicketState,
} from "@/db/queries/imports/tickets";
import { recordedInstant } from "@/lib/imports/recorded";
import { hashBytes, type Batch } from "./batch";
import { admitNouns, countNouns, type Admitted } from "./claims";
import { linkAccounts, linkContacts } from "./links";

const MINUTE_MS = 60_000;

type Row = Admitted<"tickets">;

/** Stores tickets: the current row, and the states they went through. */
export async function importTickets(batch: Batch<"tickets">): Promise<void> {
  const { tx, context } = batch;
  const { linked, accountIds } = await linkAccounts(batch, batch.items);
  const admitted = await admitNouns(batch, "tickets", linked);
  countNouns(batch, admitted);
  const contacts = await linkContacts(batch, admitted);
  const tickets = admitted.map((item) => ticketOf(batch, item, accountIds, contacts));
  await saveTickets(tx, context.scope, context.mapping.source, tickets);
  const states = admitted.flatMap((item, index) => statesOf(batch, item, tickets[index] as ImportedTicket));
  await insertTicketStates(tx, context.scope, states);
  for (const [index, item] of admitted.entries()) {
    const recordedAt =
      item.before === null ? batch.recordedAt(item, item.row.openedAt) : batch.changedAt(item);
    batch.deliver("tickets", recordedAt);
    batch.touchScores((tickets[index] as ImportedTicket).accountId, recordedAt);
  }
}

function ticketOf(
  batch: Batch<"tickets">,
  item: Row,
  accountIds: Map<string, string>,
  contacts: Map<string, string>,
): ImportedTicket {
  const { row } = item;
  const replied =
    row.firstReplyMinutes === null
      ? null
      : new Date(row.openedAt.at.getTime() + row.firstReplyMinutes * MINUTE_MS);
  return {
    id: item.id,
    externalId: row.id,
    accountId: accountIds.get(row.account) ?? "",
    contactId: contacts.get(row.contact ?? "") ?? null,
    subject: row.subject,
    language: row.language,
    channel: row.channel,
    priority: row.priority ?? "normal",
    isEscalated: row.isEscalated ?? false,
    firstReplyAt: row.firstReplyAt?.at ?? replied,
    solvedAt: row.solvedAt?.at ?? null,
    solvedRecordedAt: row.solvedAt === null ? null : solvedRecordedAt(batch, item),
    contentHash: hashBytes(item.hash),
    occurredAt: row.openedAt.at,
    recordedAt: batch.recordedAt(item, row.openedAt),
  };
}

/** A solving that was known before keeps its recording; one that is new is known from its own instant, or from now. */
function solvedRecordedAt(batch: Batch<"tickets">, item: Row): Date {
  const { row, before } = item;
  if (before === null) return recordedInstant(batch.context.recording, row.solvedAt, item.recordedAt);
  const known = before.solved_at === null ? null : new Date(String(before.solved_at));
  const isKnown = known !== null && known.getTime() === row.solvedAt?.at.getTime();
  return isKnown ? new Date(String(before.solved_recorded_at)) : batch.changedAt(item);
}

function statesOf(batch: Batch<"tickets">, item: Row, ticket: ImportedTicket): TicketState[] {
  const { id: ticketId, occurredAt, recordedAt, solvedAt, solvedRecordedAt: solvedKnownAt } = ticket;
  const solved: TicketState[] =
    solvedAt === null
      ? []
      : [{ ticketId, state: "solved", occurredAt: solvedAt, recordedAt: solvedKnownAt ?? recordedAt }];
  if (item.before === null) return [{ ticketId, state: "open", occurredAt, recordedAt }, ...solved];
  const before = item.before.solved_at === null ? null : new Date(String(item.before.solved_at));
  if (before?.getTime() === solvedAt?.getTime()) return [];
  const changedAt = batch.changedAt(item);
  return solvedAt === null
    ? [{ ticketId, state: "open", occurredAt: batch.context.latest, recordedAt: changedAt }]
    : solved;
}
