import { closeQueue, sendJob, takeJobs } from "@/db/queue";
import { saveHeartbeat } from "@/db/queries/heartbeats";
import { jobScope } from "@/db/scope";
import { listDueWorkspaces, recomputeMissing } from "./nightly";
import { RECOMPUTE, runRecompute } from "./recompute-job";
import { startTicking } from "./tick";

const NIGHTLY = "nightly";

/** How often somebody looks whether a night has come in some workspace, and says that background work is alive. */
const LOOK_MS = 60_000;

export type Working = { stop: () => Promise<void> };

/**
 * Starts all background work of this process: queued jobs, the nightly look, the tick for touched accounts. Any number of
 * processes may run it. `failed` hears of errors that a later try mends.
 */
export async function startWorking(clock: () => Date, failed: (error: unknown) => void): Promise<Working> {
  await takeJobs(RECOMPUTE, ({ workspaceId = "", jobId = "" }) =>
    runRecompute(jobScope(workspaceId), { jobId }, clock),
  );
  await takeJobs(NIGHTLY, async ({ workspaceId = "" }) => {
    await recomputeMissing(jobScope(workspaceId), { now: clock() });
  });
  const ticking = await startTicking(clock, failed);
  const look = async () => {
    const now = clock();
    await saveHeartbeat({ now });
    for (const workspaceId of await listDueWorkspaces(now)) {
      // One try an hour: a night that fails comes again, one that is under way is not started twice.
      await sendJob(NIGHTLY, { workspaceId }, `${workspaceId} ${now.toISOString().slice(0, 13)}`);
    }
  };
  await look().catch(failed);
  const timer = setInterval(() => void look().catch(failed), LOOK_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await ticking.stop();
      await closeQueue();
    },
  };
}

/** Background work in the process that serves the pages: errors that a later try mends become warnings of the process. */
export function startBesidePages(): Promise<Working> {
  return startWorking(
    () => new Date(),
    (error) => process.emitWarning(error instanceof Error ? error : String(error)),
  );
}
