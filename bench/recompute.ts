import { copyBare, passOverFacts, passOverWindows, readStored } from "@/db/baselines";
import { deleteSnapshots } from "@/db/queries/snapshots";
import { listSignals } from "@/db/queries/signals";
import type { Scope } from "@/db/scope";
import { readSetting } from "@/flows/scores/circumstances";
import { recomputeHistory } from "@/flows/scores/recompute";
import { BASELINE_DAYS_MAX, WINDOW_DAYS } from "@/lib/metrics/health/raw";
import { addDays, endOfDay, localDay } from "@/lib/period";
import { medianSeconds, timed, type Row } from "./report";

const RUNS = 3;
const WHOLE_BAR = 8;
const GATHER_BAR = 2.5;
const STORE_BAR = 2;
const MEMORY_BAR_MB = 600;
const MB = 1024 * 1024;

/** Measures one full recompute of a workspace beside bare passes and a bare COPY of the same rows, all in this run. */
export async function benchRecompute(
  scope: Scope,
  accounts: number,
  now: Date,
): Promise<{ rows: Row[]; seconds: number }> {
  const { workspace, convert } = await readSetting(scope, now);
  const day = addDays(localDay(now, workspace.zone), -1);
  const asOf = endOfDay(day, workspace.zone);
  const window = { from: addDays(day, 1 - WINDOW_DAYS - BASELINE_DAYS_MAX), to: addDays(day, 1) };
  const { value: facts } = await timed(() => passOverFacts(scope));
  const bare = await medianSeconds(RUNS, () => passOverFacts(scope));
  const bareWindows = await medianSeconds(RUNS, () => passOverWindows(scope, window));
  const gather = await medianSeconds(RUNS, () =>
    listSignals(scope, { asOf, knownAt: asOf, zone: workspace.zone, convert }),
  );
  await deleteSnapshots(scope, { day });
  const whole = (await timed(() => recomputeHistory(scope, [day], { now }))).seconds;
  const memoryMb = process.memoryUsage().rss / MB;
  const stored = await readStored(scope, { day });
  let copy = 0;
  await copyBare(stored, async (run) => {
    copy = (await timed(run)).seconds;
  });
  const size = `${facts.usageDays} usage days, ${facts.tickets} tickets`;
  const row = (what: string, value: number, unit: Row["unit"], bar: number | null, detail: string): Row => ({
    what,
    accounts,
    value,
    unit,
    bar,
    detail,
  });
  const rows = [
    row(
      "recompute: whole ÷ bare pass over the facts",
      whole / bare,
      "×",
      WHOLE_BAR,
      `${whole.toFixed(2)} s ÷ ${bare.toFixed(2)} s; ${size}`,
    ),
    row(
      "recompute: gather ÷ bare pass over its windows",
      gather / bareWindows,
      "×",
      GATHER_BAR,
      `${gather.toFixed(2)} s ÷ ${bareWindows.toFixed(2)} s`,
    ),
    row(
      "recompute: judge and store ÷ bare COPY",
      (whole - gather) / copy,
      "×",
      STORE_BAR,
      `${(whole - gather).toFixed(2)} s ÷ ${copy.toFixed(2)} s`,
    ),
    row("recompute: process memory", memoryMb, "MB", MEMORY_BAR_MB, "resident, after the run"),
  ];
  return { rows, seconds: whole };
}
