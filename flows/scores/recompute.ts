import { v7 } from "uuid";
import { withScope } from "@/db/client";
import { notifyChanged } from "@/db/notify";
import { ensurePartitions } from "@/db/partitions";
import {
  insertHeldSegments,
  insertSnapshots,
  listActiveVersions,
  listPayingSpans,
  listSegmentRates,
  saveSegmentRates,
  saveStandings,
} from "@/db/queries/health";
import { listPopulations } from "@/db/queries/populations";
import { listSignals } from "@/db/queries/signals";
import type { Scope } from "@/db/scope";
import {
  judgePortfolio,
  placePortfolio,
  populationsOf,
  segmentRates,
  type Placed,
  type SegmentRate,
  type Standing,
} from "@/lib/metrics/standing/portfolio";
import type { Circumstances } from "@/lib/metrics/standing/placement";
import { addDays, addMonths, endOfDay, monthOf, snapshotDay, startOfDay, type Day } from "@/lib/period";
import { readSetting, type Setting } from "./circumstances";

/** Accounts stored in one transaction; after each the work can be cancelled, and resumed where it stopped. */
const BATCH = 5000;

export type Progress = { day: Day; done: number; total: number; lastAccountId: string };

export type RecomputeOptions = {
  now: Date;
  /** Called after every stored batch; throwing stops the work there. */
  onProgress?: (progress: Progress) => Promise<void> | void;
  /** Where an interrupted run had come to: accounts of that day up to this id are stored already. */
  after?: { day: Day; accountId: string };
};

/**
 * Writes the snapshots of the given local days, oldest first because bands fold over snapshots; the newest day also becomes
 * the standings. Past days see only what was known at their end, the newest what is known now. Days after the workspace's
 * own instant are refused. Safe to run twice: a snapshot that is there stays.
 */
export async function recomputeHistory(
  scope: Scope,
  days: readonly Day[],
  options: RecomputeOptions,
): Promise<{ accounts: number }> {
  const ordered = [...new Set(days)].sort();
  const newest = ordered.at(-1);
  if (newest === undefined) return { accounts: 0 };
  await ensurePartitions(scope, "health_snapshots", ordered[0] ?? newest, newest);
  let accounts = 0;
  for (const day of ordered) {
    if (options.after && day < options.after.day) continue;
    const isNewest = day === newest;
    accounts = await recomputeDay(scope, day, isNewest, options);
  }
  return { accounts };
}

async function recomputeDay(
  scope: Scope,
  day: Day,
  isNewest: boolean,
  options: RecomputeOptions,
): Promise<number> {
  const { zone } = (await readSetting(scope, options.now)).circumstances;
  const asOf = endOfDay(day, zone);
  const knownAt = isNewest && options.now > asOf ? options.now : asOf;
  return recomputeAt(scope, { day, asOf, knownAt, zone, isSnapshot: true, isNewest }, options);
}

/**
 * Judges the whole portfolio as it is now (or at the workspace's pinned instant) and renews every standing. Writes no snapshot:
 * today is a live value (K6). Used when somebody asks for it; the nightly run writes history.
 */
export async function recomputeNow(scope: Scope, options: RecomputeOptions): Promise<{ accounts: number }> {
  const { workspace, circumstances } = await readSetting(scope, options.now);
  const asOf = workspace.asOf ?? options.now;
  const { zone } = circumstances;
  const storing = {
    day: snapshotDay(asOf, zone),
    asOf,
    knownAt: options.now,
    zone,
    isSnapshot: false,
    isNewest: true,
  };
  return { accounts: await recomputeAt(scope, storing, options) };
}

async function recomputeAt(scope: Scope, storing: Storing, options: RecomputeOptions): Promise<number> {
  const { day, asOf, knownAt } = storing;
  const { placed, setting, circumstances } = await gather(scope, asOf, knownAt);
  const rates = await countRates(scope, placed, setting, knownAt);
  const { versionOf } = await readVersions(scope, asOf);
  const populationOf = populationsOf(placed, circumstances, versionOf);
  const { after } = options;
  const rest = after?.day === day ? placed.filter((one) => one.signals.accountId > after.accountId) : placed;
  for (let from = 0; from < rest.length; from += BATCH) {
    const batch = judgePortfolio(
      rest.slice(from, from + BATCH),
      circumstances,
      versionOf,
      rates,
      populationOf,
    );
    await storeBatch(scope, batch, storing);
    const done = placed.length - rest.length + from + batch.length;
    await options.onProgress?.({
      day,
      done,
      total: placed.length,
      lastAccountId: batch.at(-1)?.signals.accountId ?? "",
    });
  }
  return placed.length;
}

async function gather(scope: Scope, asOf: Date, knownAt: Date, accountIds?: readonly string[]) {
  const setting = await readSetting(scope, asOf);
  const { zone } = setting.circumstances;
  const signals = await listSignals(scope, { asOf, knownAt, zone, convert: setting.convert, accountIds });
  const circumstances: Circumstances = { ...setting.circumstances, planCores: signals.planCores };
  return { setting, circumstances, placed: placePortfolio(signals.accounts, circumstances) };
}

/** Counts what P16 rests on: the last 12 complete months of the tenant's calendar, each account in the segment it holds. */
async function countRates(
  scope: Scope,
  placed: readonly Placed[],
  setting: Setting,
  knownAt: Date,
): Promise<SegmentRate[]> {
  const { day, calendar } = setting.circumstances;
  const to = monthOf(addDays(day, 1), setting.workspace).start;
  const from = addMonths(to, -12, calendar);
  const rates = segmentRates(placed, await listPayingSpans(scope, { from, to, knownAt }));
  await saveSegmentRates(scope, { day, rates });
  return rates;
}

/** The scorecard versions in force, and the one of a segment. */
async function readVersions(scope: Scope, asOf: Date) {
  const versions = await listActiveVersions(scope, { asOf });
  const bySegment = new Map(versions.map((version) => [version.segmentKey, version]));
  const versionOf = (segment: string) => {
    const version = bySegment.get(segment);
    if (version === undefined) throw new Error(`segment ${segment} has no scorecard version`);
    return version;
  };
  return { versions, versionOf };
}

type Storing = { day: Day; asOf: Date; knownAt: Date; zone: string; isSnapshot: boolean; isNewest: boolean };

async function storeBatch(scope: Scope, batch: readonly Standing[], storing: Storing): Promise<void> {
  const { day, asOf, knownAt, zone } = storing;
  const customers = batch.filter((one) => one.placement.stage !== "former");
  const moved = customers.filter((one) => one.placement.segment !== one.signals.heldSegmentKey);
  await withScope(scope, async (tx) => {
    if (storing.isSnapshot) await insertSnapshots(scope, { day, asOf, knownAt, standings: customers });
    if (storing.isNewest) {
      await saveStandings(scope, { asOf, knownAt, standings: batch });
      await notifyChanged(tx, scope, "scores");
    }
    await insertHeldSegments(scope, {
      validFrom: startOfDay(day, zone),
      recordedAt: asOf,
      rows: moved.map((one) => ({
        id: v7(),
        accountId: one.signals.accountId,
        segment: one.placement.segment,
      })),
    });
  });
}

/**
 * Judges some accounts as they are now (or at the workspace's pinned instant) and renews their standings, within the seconds
 * after a fact arrived. Writes no snapshot: today is a live value (K6). Rates and populations are those of the last recompute.
 */
export async function recomputeTouched(
  scope: Scope,
  accountIds: readonly string[],
  now: Date,
): Promise<{ accounts: number }> {
  if (accountIds.length === 0) return { accounts: 0 };
  const pinned = (await readSetting(scope, now)).workspace.asOf;
  const asOf = pinned ?? now;
  const { versions, versionOf } = await readVersions(scope, asOf);
  // Before the first cards are written (an import is still loading) there is nothing to judge by; its end judges everybody.
  if (versions.length === 0) return { accounts: 0 };
  const { placed, circumstances } = await gather(scope, asOf, now, accountIds);
  const rates = await listSegmentRates(scope, { day: circumstances.day });
  const peers = await listPopulations(scope, { day: circumstances.day, versions });
  const populationOf = (segment: string, measure: string) => peers.get(`${segment}/${measure}`) ?? null;
  const standings = judgePortfolio(placed, circumstances, versionOf, rates, populationOf);
  await withScope(scope, async (tx) => {
    await saveStandings(scope, { asOf, knownAt: now, standings });
    await notifyChanged(tx, scope, "scores");
  });
  return { accounts: standings.length };
}

/**
 * The local days a newly filled workspace is scored on: the last ended day, the day 30 days before, and the 13 weeks before it.
 * A workspace that goes on living also needs the day 30 days before today, with which today's live score is compared (H12b).
 */
export function firstDays(asOf: Date, zone: string, isLive: boolean): Day[] {
  const day = snapshotDay(asOf, zone);
  const weeks = Array.from({ length: 13 }, (_, week) => addDays(day, -7 * (week + 1)));
  const compared = isLive ? [addDays(day, -30), addDays(day, -29)] : [addDays(day, -30)];
  return [...weeks, ...compared, day].sort();
}
