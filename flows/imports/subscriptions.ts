import {
  insertTerms,
  listLatestTerms,
  saveSubscriptions,
  type Terms,
} from "@/db/queries/imports/subscriptions";
import { ensurePlans } from "@/db/queries/imports/products";
import { endOfDay, snapshotDay, startOfDay } from "@/lib/period";
import { hashBytes, type Batch } from "./batch";
import { admitNouns, countNouns, type Admitted } from "./claims";
import { distinct, linkAccounts } from "./links";

type Row = Admitted<"subscriptions">;

/** Stores subscriptions and their terms as dated rows, from which revenue is derived afterwards. */
export async function importSubscriptions(batch: Batch<"subscriptions">): Promise<void> {
  const { tx, context } = batch;
  const { scope, mapping } = context;
  const { linked, accountIds } = await linkAccounts(batch, batch.items);
  const admitted = (await admitNouns(batch, "subscriptions", linked)).filter((row) =>
    mayChange(batch, row, accountIds),
  );
  countNouns(batch, admitted);
  context.plans = await ensurePlans(tx, scope, distinct(admitted.map(({ row }) => row.plan)));
  const rows = admitted.map((item) => ({
    id: item.id,
    externalId: item.row.id,
    accountId: accountIds.get(item.row.account) ?? "",
    planId: context.plans.get(item.row.plan ?? "") ?? null,
    currency: item.row.currency ?? mapping.currency,
    startsOn: item.row.startsOn,
    contentHash: hashBytes(item.hash),
    occurredAt: startOfDay(item.row.startsOn, context.recording.zone),
    recordedAt: batch.recordedAt(item, startMoment(batch, item)),
  }));
  await saveSubscriptions(tx, scope, mapping.source, rows);
  const changed = admitted.filter((row) => row.before !== null).map((row) => row.id);
  const held = await listLatestTerms(tx, changed);
  await insertTerms(
    tx,
    scope,
    admitted.flatMap((item) => termsOf(batch, item, held.get(item.id))),
  );
  for (const item of admitted) {
    const recordedAt =
      item.before === null ? batch.recordedAt(item, startMoment(batch, item)) : batch.changedAt(item);
    batch.deliver("subscriptions", recordedAt);
    if (item.row.quantity !== null) batch.deliver("seats", recordedAt);
    batch.touchScores(accountIds.get(item.row.account) ?? "", recordedAt);
  }
}

/** Revenue already told of an account in a currency cannot be moved to another one by a file. */
function mayChange(batch: Batch<"subscriptions">, item: Row, accountIds: Map<string, string>): boolean {
  if (item.before === null) return true;
  const { row, before } = item;
  const currency = row.currency ?? batch.context.mapping.currency;
  if (before.account_id !== accountIds.get(row.account)) {
    batch.refuse(item, {
      code: "fixed_account",
      column: batch.columnOf("account"),
      value: row.account,
      params: {},
    });
  } else if (before.currency !== currency) {
    const params = { currency: String(before.currency) };
    batch.refuse(item, {
      code: "fixed_currency",
      column: batch.columnOf("currency"),
      value: currency,
      params,
    });
  } else {
    return true;
  }
  return false;
}

function startMoment(batch: Batch<"subscriptions">, { row }: Row) {
  return { at: startOfDay(row.startsOn, batch.context.recording.zone), dateOnly: true };
}

function termsOf(batch: Batch<"subscriptions">, item: Row, held: Terms | undefined): Terms[] {
  return held === undefined ? firstTerms(batch, item) : changedTerms(batch, item, held);
}

/**
 * Terms of a subscription met for the first time. When arrival is assumed on time, its end became known on the day it ended, so
 * history before that day does not know of it: two rows with one beginning.
 */
function firstTerms(batch: Batch<"subscriptions">, item: Row): Terms[] {
  const { recording } = batch.context;
  const terms = statedTerms(item);
  const validFrom = startMoment(batch, item).at;
  const recordedAt = batch.recordedAt(item, startMoment(batch, item));
  const isAssumed = recording.policy === "assumed";
  const complete = { ...terms, validFrom, recordedAt, isAssumed };
  if (!isAssumed || terms.endedOn === null) return [complete];
  const ended = endOfDay(terms.endedOn, recording.zone);
  const endKnownAt = ended < recording.learntAt ? ended : recording.learntAt;
  if (endKnownAt <= recordedAt) return [complete];
  return [
    { ...complete, endedOn: null },
    { ...complete, recordedAt: endKnownAt },
  ];
}

/**
 * Terms that a later import brought. A new price or size holds from its own date or from when it was learnt; a date (end, term,
 * notice) speaks for itself and restates the terms in force. A beginning that moved later empties the time before it.
 */
function changedTerms(batch: Batch<"subscriptions">, item: Row, held: Terms): Terms[] {
  const { zone } = batch.context.recording;
  const recordedAt = batch.changedAt(item);
  const stated = { ...statedTerms(item), recordedAt, isAssumed: item.row.changedAt === null };
  const start = startOfDay(item.row.startsOn, zone);
  const heldStart = String(item.before?.starts_on ?? item.row.startsOn);
  if (heldStart !== item.row.startsOn) {
    const emptied = { ...held, validFrom: startOfDay(heldStart, zone), recordedAt, feeMinor: 0 };
    return [...(heldStart < item.row.startsOn ? [emptied] : []), { ...stated, validFrom: start }];
  }
  const isOver = stated.endedOn !== null && stated.endedOn <= snapshotDay(recordedAt, zone);
  const isPriced = PRICES.some((key) => stated[key] !== held[key]);
  const { latest } = batch.context;
  const learntFrom = recordedAt < latest ? recordedAt : latest;
  const from = item.row.changedAt?.at ?? (isPriced && !isOver ? learntFrom : held.validFrom);
  return [{ ...stated, validFrom: from }];
}

const PRICES = ["feeMinor", "billingMonths", "quantity", "isTrial"] as const;

function statedTerms({ row, id }: Row): Omit<Terms, "validFrom" | "recordedAt" | "isAssumed"> {
  return {
    subscriptionId: id,
    feeMinor: row.fee,
    billingMonths: row.feeMonths,
    quantity: row.quantity,
    isTrial: row.isTrial ?? false,
    termMonths: row.termMonths,
    termEndsOn: row.termEndsOn,
    noticeDays: row.noticeDays,
    isAutoRenewed: row.isAutoRenewed ?? true,
    noticeGivenOn: row.noticeGivenOn,
    endedOn: row.endsOn,
  };
}
