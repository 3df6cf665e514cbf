import { and, desc, eq, inArray } from "drizzle-orm";
import { v7 } from "uuid";
import { withScope } from "../client";
import { notifyChanged } from "../notify";
import { jobProgress, type JobProgress } from "../schema";
import type { Scope } from "../scope";

/** Adds a job that waits to be picked up. */
export async function insertJob(
  scope: Scope,
  params: { kind: string; params: Record<string, unknown>; now: Date },
): Promise<JobProgress> {
  const rows = await withScope(scope, ({ db }) =>
    db
      .insert(jobProgress)
      .values({
        workspaceId: scope.workspaceId,
        id: v7(),
        kind: params.kind,
        state: "queued",
        params: params.params,
        startedById: scope.userId,
        createdAt: params.now,
        updatedAt: params.now,
      })
      .returning(),
  );
  return rows[0] as JobProgress;
}

/** One job by id; null in another workspace. */
export async function getJob(scope: Scope, params: { id: string }): Promise<JobProgress | null> {
  const rows = await withScope(scope, ({ db }) =>
    db.select().from(jobProgress).where(eq(jobProgress.id, params.id)).limit(1),
  );
  return rows[0] ?? null;
}

/** The newest job of a kind, whatever its state; null before the first. */
export async function getNewestJob(scope: Scope, params: { kind: string }): Promise<JobProgress | null> {
  const rows = await withScope(scope, ({ db }) =>
    db
      .select()
      .from(jobProgress)
      .where(eq(jobProgress.kind, params.kind))
      .orderBy(desc(jobProgress.createdAt), desc(jobProgress.id))
      .limit(1),
  );
  return rows[0] ?? null;
}

/** What may change while a job is under way. */
export type JobChange = Partial<
  Pick<JobProgress, "state" | "total" | "done" | "cursor" | "failure" | "finishedAt">
>;

/** Changes a job that has not ended and tells the pages that show it. Answers false when it has ended, so was cancelled. */
export async function updateJob(
  scope: Scope,
  params: { id: string; now: Date } & JobChange,
): Promise<boolean> {
  const { id, now, ...change } = params;
  return withScope(scope, async (tx) => {
    const rows = await tx.db
      .update(jobProgress)
      .set({ ...change, updatedAt: now })
      .where(and(eq(jobProgress.id, id), inArray(jobProgress.state, ["queued", "running"])))
      .returning({ id: jobProgress.id });
    await notifyChanged(tx, scope, "jobs");
    return rows.length === 1;
  });
}
