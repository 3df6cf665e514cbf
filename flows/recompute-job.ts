import { insertAuditEntries } from "@/db/queries/audit";
import { getJob, getNewestJob, insertJob, updateJob, type JobChange } from "@/db/queries/jobs";
import { withScope } from "@/db/client";
import { sendJob } from "@/db/queue";
import type { JobProgress } from "@/db/schema";
import type { Scope } from "@/db/scope";
import { recomputeNow } from "./scores/recompute";

export const RECOMPUTE = "recompute";

const isUnderWay = (job: JobProgress | null) =>
  job !== null && (job.state === "queued" || job.state === "running");

/** Asks for a recompute of the whole portfolio. While one is under way a second request answers with that one. */
export async function requestRecompute(scope: Scope, now: Date): Promise<{ jobId: string; isNew: boolean }> {
  const { job, isNew } = await withScope(scope, async () => {
    const newest = await getNewestJob(scope, { kind: RECOMPUTE });
    if (newest && isUnderWay(newest)) return { job: newest, isNew: false };
    const added = await insertJob(scope, { kind: RECOMPUTE, params: {}, now });
    await insertAuditEntries(
      scope,
      [{ action: "recompute_requested", subjectKind: "job", subjectId: added.id }],
      now,
    );
    return { job: added, isNew: true };
  });
  await sendJob(RECOMPUTE, { workspaceId: scope.workspaceId, jobId: job.id }, job.id);
  return { jobId: job.id, isNew };
}

/** Stops a recompute after the batch it is in; what is stored stays, scores of the rest stay as they were. */
export async function cancelRecompute(
  scope: Scope,
  params: { jobId: string },
  now: Date,
): Promise<{ isCancelled: boolean }> {
  return withScope(scope, async () => {
    const isCancelled = await updateJob(scope, {
      id: params.jobId,
      state: "cancelled",
      finishedAt: now,
      now,
    });
    if (isCancelled) {
      await insertAuditEntries(
        scope,
        [{ action: "recompute_cancelled", subjectKind: "job", subjectId: params.jobId }],
        now,
      );
    }
    return { isCancelled };
  });
}

class Cancelled extends Error {}

/** Runs a requested recompute with progress; a job that ended is left alone, so a repeated delivery does no harm. */
export async function runRecompute(
  scope: Scope,
  params: { jobId: string },
  clock: () => Date,
): Promise<void> {
  const job = await getJob(scope, { id: params.jobId });
  if (!isUnderWay(job)) return;
  const report = async (change: JobChange) => {
    if (!(await updateJob(scope, { id: params.jobId, now: clock(), ...change }))) throw new Cancelled();
  };
  try {
    await report({ state: "running" });
    await recomputeNow(scope, {
      now: clock(),
      onProgress: ({ done, total, lastAccountId }) => report({ done, total, cursor: lastAccountId }),
    });
    await report({ state: "done", finishedAt: clock() });
  } catch (error) {
    if (error instanceof Cancelled) return;
    await updateJob(scope, {
      id: params.jobId,
      state: "failed",
      failure: String(error),
      finishedAt: clock(),
      now: clock(),
    });
    throw error;
  }
}
