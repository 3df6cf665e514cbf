import { insertUsageEvents } from "@/db/queries/imports/events";
import { insertFeatures, listFeatureCodes, type NewFeature } from "@/db/queries/imports/products";
import { listAccountIds, listSubscriptionIds } from "@/db/queries/imports/references";
import { localDay } from "@/lib/period";
import type { Batch, FileContext, Item } from "./batch";
import { admitEvents } from "./claims";
import { distinct } from "./links";

/** Feature codes are 2-byte integers. */
const FEATURES_MAX = 32_767;

type Row = Item<"usage">;
type Owner = { accountId: string; startsOn: string | null };

/** Stores usage events. A row names its account, or a subscription that leads to it. */
export async function importUsage(batch: Batch<"usage">): Promise<void> {
  const { tx, context } = batch;
  const owners = await findOwners(batch);
  const owned = batch.items.filter((item) => owners.has(item));
  const known = withinFeatures(batch, owned);
  const admitted = await admitEvents(batch, known, recorded(batch));
  await addFeatures(batch, distinct(admitted.map(({ row }) => row.feature)));
  const events = admitted.map((item) => {
    const { accountId, startsOn } = owners.get(item) as Owner;
    const { row } = item;
    const recordedAt = recorded(batch)(item);
    warnBeforeStart(batch, item, startsOn);
    batch.deliver("usage", recordedAt);
    batch.touch(accountId, row.occurredAt.at, recordedAt);
    return {
      accountId,
      externalId: row.id,
      feature: context.features.get(row.feature) ?? 0,
      userKey: row.user,
      count: row.count ?? 1,
      occurredAt: row.occurredAt.at,
      recordedAt,
    };
  });
  await insertUsageEvents(tx, context.scope, context.mapping.source, events);
}

function recorded(batch: Batch<"usage">) {
  return (item: Row) => batch.recordedAt(item, item.row.occurredAt);
}

async function findOwners(batch: Batch<"usage">): Promise<Map<Row, Owner>> {
  const { tx, context, items } = batch;
  const { source, accountSource } = context.mapping;
  const subscriptions = await listSubscriptionIds(
    tx,
    source,
    distinct(items.map(({ row }) => row.subscription)),
  );
  const accounts = await listAccountIds(
    tx,
    accountSource ?? source,
    distinct(items.map(({ row }) => row.account)),
  );
  const owners = new Map<Row, Owner>();
  for (const item of items) {
    const { account, subscription } = item.row;
    const line = subscription === null ? undefined : subscriptions.get(subscription);
    const accountId = account === null ? line?.accountId : accounts.get(account);
    if (subscription !== null && line === undefined) {
      batch.refuse(item, {
        code: "unknown_subscription",
        column: batch.columnOf("subscription"),
        value: subscription,
        params: {},
      });
    } else if (accountId === undefined) {
      batch.refuse(item, {
        code: "unknown_account",
        column: batch.columnOf("account"),
        value: account,
        params: {},
      });
    } else {
      owners.set(item, { accountId, startsOn: line?.startsOn ?? null });
    }
  }
  return owners;
}

function warnBeforeStart(batch: Batch<"usage">, item: Row, startsOn: string | null): void {
  const day = localDay(item.row.occurredAt.at, batch.context.recording.zone);
  if (startsOn === null || day >= startsOn) return;
  const column = batch.columnOf("occurredAt");
  batch.warn(item, { code: "usage_before_start", column, value: day, params: { start: startsOn } });
}

/** Rows whose feature is known or still finds a code; the others are refused. */
function withinFeatures(batch: Batch<"usage">, items: Row[]): Row[] {
  const { features } = batch.context;
  const fresh = new Set<string>();
  return items.filter((item) => {
    const { feature } = item.row;
    if (features.has(feature) || fresh.has(feature)) return true;
    if (features.size + fresh.size < FEATURES_MAX) return fresh.add(feature).has(feature);
    batch.refuse(item, {
      code: "too_many_features",
      column: batch.columnOf("feature"),
      value: feature,
      params: { max: FEATURES_MAX },
    });
    return false;
  });
}

/** Features met for the first time get the next code; the mapping says whether they are core and in which plans. */
async function addFeatures(batch: Batch<"usage">, keys: readonly string[]): Promise<void> {
  const { tx, context } = batch;
  if (keys.every((key) => context.features.has(key))) return;
  // Another import may have added some since; during our turn it adds no more.
  context.features = await listFeatureCodes(tx);
  const fresh = keys.filter((key) => !context.features.has(key));
  let code = Math.max(0, ...context.features.values());
  const added = fresh.map((key) => featureOf(context, key, (code += 1)));
  const included = added.flatMap(({ key, code: feature }) =>
    plansOf(context, key).map((planId) => ({ planId, feature })),
  );
  await insertFeatures(tx, context.scope, added, included);
  for (const feature of added) context.features.set(feature.key, feature.code);
}

function featureOf({ mapping }: FileContext, key: string, code: number): NewFeature {
  const rules = mapping.features;
  return {
    code,
    key,
    isCore: rules !== undefined && (rules.core === "all" || rules.core.includes(key)),
    isLogin: rules?.login?.includes(key) ?? false,
    isKey: rules !== undefined && rules.keyEvent !== "any use" && rules.keyEvent.includes(key),
  };
}

function plansOf({ mapping, plans }: FileContext, key: string): string[] {
  const named = mapping.features?.plans;
  if (named === undefined) return [];
  const keys =
    named === "all" ? [...plans.keys()] : Object.keys(named).filter((plan) => named[plan]?.includes(key));
  return keys.map((plan) => plans.get(plan)).filter((id) => id !== undefined);
}
