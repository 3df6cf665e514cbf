import {
  insertRevenueSteps,
  listSubscriptionPage,
  listSubscriptionRevenue,
  type SubscriptionRevenue,
} from "@/db/queries/revenue";
import { getWorkspace } from "@/db/queries/workspaces";
import type { Scope } from "@/db/scope";
import { arrSteps, missingSteps, type ArrStep } from "@/lib/metrics/revenue/steps";
import { localDay } from "@/lib/period";

/** Subscriptions of one transaction. */
const BATCH = 2_000;

/**
 * Derives the steps of recurring revenue from the dated terms of some subscriptions: what the terms say and the steps do not is
 * added with the instant it was learnt, nothing is changed. Safe to run twice. Answers the number of steps added.
 */
export async function rebuildMrrChanges(scope: Scope, subscriptionIds: readonly string[]): Promise<number> {
  const workspace = await getWorkspace(scope);
  if (workspace === null) throw new Error(`workspace ${scope.workspaceId} is not there`);
  let added = 0;
  for (let at = 0; at < subscriptionIds.length; at += BATCH) {
    const batch = await listSubscriptionRevenue(scope, {
      subscriptionIds: subscriptionIds.slice(at, at + BATCH),
    });
    const steps = batch.flatMap((subscription) => newSteps(subscription, workspace.zone));
    await insertRevenueSteps(scope, steps);
    added += steps.length;
  }
  return added;
}

/** The same for every subscription of the workspace. */
export async function rebuildAllMrrChanges(scope: Scope): Promise<number> {
  let added = 0;
  let cursor: string | null = null;
  for (;;) {
    const ids: string[] = await listSubscriptionPage(scope, { cursor, limit: BATCH });
    if (ids.length === 0) return added;
    added += await rebuildMrrChanges(scope, ids);
    cursor = ids.at(-1) ?? null;
  }
}

function newSteps(subscription: SubscriptionRevenue, zone: string) {
  const { accountId, subscriptionId, currency } = subscription;
  const wanted = arrSteps(
    subscription.terms.map((terms) => ({
      from: localDay(terms.validFrom, zone),
      knownAtMs: terms.recordedAt.getTime(),
      feeMinor: terms.feeMinor,
      billingMonths: terms.billingMonths,
      isTrial: terms.isTrial,
      end: terms.endedOn,
    })),
  );
  const told = subscription.steps.map(
    (step): ArrStep => ({
      day: step.day,
      knownAtMs: step.recordedAt.getTime(),
      deltaMinor: step.arrDeltaMinor,
    }),
  );
  return missingSteps(wanted, told).map((step) => ({
    accountId,
    subscriptionId,
    currency,
    day: step.day,
    recordedAt: new Date(step.knownAtMs),
    arrDeltaMinor: step.deltaMinor,
  }));
}
