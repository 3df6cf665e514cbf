import { insertChurnEvents, insertResponses, insertTouches } from "@/db/queries/imports/events";
import { listRelatedIds } from "@/db/queries/imports/references";
import { hashBytes, type Batch, type Item } from "./batch";
import { admitEvents } from "./claims";
import { distinct, linkAccounts, linkContacts } from "./links";

/** Stores survey answers; a ticket or contact they name is linked where it is known. */
export async function importResponses(batch: Batch<"responses">): Promise<void> {
  const { tx, context } = batch;
  const recordedAt = (item: Item<"responses">) => batch.recordedAt(item, item.row.answeredAt);
  const { linked, accountIds } = await linkAccounts(batch, batch.items);
  const admitted = await admitEvents(batch, linked, recordedAt);
  const contacts = await linkContacts(batch, admitted);
  const tickets = await listRelatedIds(
    tx,
    "tickets",
    context.mapping.source,
    distinct(admitted.map(({ row }) => row.ticket)),
  );
  const responses = admitted.map((item) => {
    const { row } = item;
    const accountId = accountIds.get(row.account) ?? "";
    if (row.ticket !== null && !tickets.has(row.ticket)) {
      batch.warn(item, {
        code: "unknown_ticket",
        column: batch.columnOf("ticket"),
        value: row.ticket,
        params: {},
      });
    }
    batch.deliver("surveys", recordedAt(item));
    batch.touchScores(accountId, recordedAt(item));
    return {
      externalId: row.id,
      accountId,
      contactId: contacts.get(row.contact ?? "") ?? null,
      ticketId: tickets.get(row.ticket ?? "") ?? null,
      kind: row.kind,
      score: row.score,
      comment: row.comment,
      language: row.language,
      contentHash: hashBytes(item.hash),
      occurredAt: row.answeredAt.at,
      recordedAt: recordedAt(item),
    };
  });
  await insertResponses(tx, context.scope, context.mapping.source, responses);
}

/** Stores stated losses. */
export async function importChurnEvents(batch: Batch<"churn_events">): Promise<void> {
  const { tx, context } = batch;
  const recordedAt = (item: Item<"churn_events">) => batch.recordedAt(item, item.row.occurredAt);
  const { linked, accountIds } = await linkAccounts(batch, batch.items);
  const admitted = await admitEvents(batch, linked, recordedAt);
  const events = admitted.map((item) => {
    const { row } = item;
    const accountId = accountIds.get(row.account) ?? "";
    batch.deliver("churn", recordedAt(item));
    batch.touchScores(accountId, recordedAt(item));
    return {
      externalId: row.id,
      accountId,
      reason: row.reason ?? "unknown",
      statedBy: row.statedBy ?? ("source" as const),
      isReactivation: row.isReactivation ?? false,
      comment: row.comment,
      contentHash: hashBytes(item.hash),
      occurredAt: row.occurredAt.at,
      recordedAt: recordedAt(item),
    };
  });
  await insertChurnEvents(tx, context.scope, context.mapping.source, events);
}

/** Stores touches: calls, mails, chats, visits. */
export async function importTouches(batch: Batch<"touches">): Promise<void> {
  const { tx, context } = batch;
  const recordedAt = (item: Item<"touches">) => batch.recordedAt(item, item.row.occurredAt);
  const { linked, accountIds } = await linkAccounts(batch, batch.items);
  const admitted = await admitEvents(batch, linked, recordedAt);
  const contacts = await linkContacts(batch, admitted);
  const touches = admitted.map((item) => {
    const { row } = item;
    const accountId = accountIds.get(row.account) ?? "";
    batch.deliver("touches", recordedAt(item));
    batch.touchScores(accountId, recordedAt(item));
    return {
      externalId: row.id,
      accountId,
      contactId: contacts.get(row.contact ?? "") ?? null,
      channel: row.channel,
      direction: row.direction,
      isTwoWay: row.isTwoWay ?? false,
      minutes: row.minutes,
      subject: row.subject,
      contentHash: hashBytes(item.hash),
      occurredAt: row.occurredAt.at,
      recordedAt: recordedAt(item),
    };
  });
  await insertTouches(tx, context.scope, context.mapping.source, touches);
}
