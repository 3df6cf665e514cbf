import { listSegments } from "@/db/queries/segments";
import { getWorkspace } from "@/db/queries/workspaces";
import type { Scope } from "@/db/scope";
import type { Mapping } from "@/lib/imports/mapping";
import { ImportFaults } from "@/lib/imports/refusals";
import { localDay, startOfDay } from "@/lib/period";
import { joinPeople, type NewPerson } from "../people";
import { rebuildAllMrrChanges } from "../revenue";
import { rebuildMarkedDays } from "../rollups";
import { connectScorecards, proposeSegmentLimits } from "../scorecards";
import { firstDays, recomputeHistory, recomputeNow } from "../scores/recompute";
import { setUpWorkspace } from "../set-up";
import { checkFiles } from "./check";
import { loadFiles, type Loaded } from "./load";

/** What an import does, in this order; `done` and `total` count rows, accounts, subscriptions or scored days. */
export const IMPORT_PHASES = ["check", "load", "rollup", "revenue", "scores"] as const;
export type ImportPhase = (typeof IMPORT_PHASES)[number];
export type ImportProgress = { phase: ImportPhase; done: number; total: number | null };

export type ImportOrder = {
  slug: string;
  mapping: Mapping;
  dir: string;
  /** Members of a workspace that this import makes. */
  people: readonly NewPerson[];
  clock: () => Date;
  onProgress?: (progress: ImportProgress) => void;
};

export type Imported = Loaded & { scope: Scope; workspaceId: string; isNew: boolean; days: string[] };

const SLUG = /^[a-z0-9][a-z0-9-]{0,62}$/;

/**
 * The whole road of an import: every file is checked before anything is written, a workspace is made where there is none,
 * rows are loaded, and from them usage days, revenue, scorecards and scores. Throws ImportFaults when it must not begin. Run
 * twice it changes nothing; cut off, it can be run again.
 */
export async function runImport(order: ImportOrder): Promise<Imported> {
  const { slug, mapping, dir, clock } = order;
  const tell = (phase: ImportPhase, done: number, total: number | null) =>
    order.onProgress?.({ phase, done, total });
  if (!SLUG.test(slug)) throw new ImportFaults([{ code: "bad_slug", file: null, params: { slug } }]);
  tell("check", 0, null);
  const files = await checkFiles(mapping, dir);
  const { asOf, ...settings } = mapping.workspace;
  const setUp = { slug, ...settings, asOf: asOf === undefined ? null : new Date(asOf), now: clock() };
  const { scope, workspaceId, isNew } = await setUpWorkspace(setUp);
  if (isNew) await joinPeople(scope, order.people, clock());
  const workspace = await getWorkspace(scope);
  if (workspace === null) throw new Error(`workspace ${workspaceId} is not there`);
  const { zone } = workspace;
  let days: string[] = [];
  const loading = { mapping, files, zone, asOf: workspace.asOf, clock, onProgress: tellRows(tell) };
  const loaded = await loadFiles(scope, loading, async () => {
    days = await finishImport(scope, { zone, asOf: workspace.asOf, now: clock(), tell });
  });
  return { ...loaded, scope, workspaceId, isNew, days };
}

type Tell = (phase: ImportPhase, done: number, total: number | null) => void;

function tellRows(tell: Tell) {
  return ({ done, total }: { done: number; total: number }) => tell("load", done, total);
}

type Finish = { zone: string; asOf: Date | null; now: Date; tell: Tell };

/**
 * Derives from the loaded facts what pages read: usage days, revenue, ARR limits of the segments where none were set, cards
 * of the sources there are, and scores of the pinned day (else yesterday), the day 30 days before and 13 weeks.
 */
async function finishImport(scope: Scope, { zone, asOf, now, tell }: Finish): Promise<string[]> {
  tell("rollup", 0, null);
  await rebuildMarkedDays(scope, (accounts) => tell("rollup", accounts, null));
  tell("revenue", 0, null);
  tell("revenue", await rebuildAllMrrChanges(scope), null);
  const base = asOf ?? startOfDay(localDay(now, zone), zone);
  const segments = await listSegments(scope);
  if (segments.every((segment) => segment.minArrMinor === null)) await proposeSegmentLimits(scope, base);
  await connectScorecards(scope, now);
  const days = firstDays(base, zone, asOf === null);
  await recomputeHistory(scope, days, {
    now,
    onProgress: ({ day }) => tell("scores", days.indexOf(day) + 1, days.length),
  });
  if (asOf === null) await recomputeNow(scope, { now });
  return days;
}
