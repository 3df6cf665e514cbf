import { and, eq } from "drizzle-orm";
import { v7 } from "uuid";
import { withScope } from "../../client";
import { getNewestJob } from "../../queries/jobs";
import { accounts, jobProgress } from "../../schema";
import type { Scope } from "../../scope";

const KIND = "seed";

/** Whether a workspace is free for a seed, was left half-filled by one, or holds data already. */
export type Readiness = "empty" | "half" | "full";

/** Reads the marker that a seed leaves: only a finished one counts as data of its own. */
export async function seedReadiness(scope: Scope): Promise<Readiness> {
  return withScope(scope, async ({ db }) => {
    const job = await getNewestJob(scope, { kind: KIND });
    if (job?.state === "done") return "full";
    if (job) return "half";
    const some = await db.select({ id: accounts.id }).from(accounts).limit(1);
    return some.length > 0 ? "full" : "empty";
  });
}

/** Marks the workspace as being filled. */
export async function beginSeed(
  scope: Scope,
  params: { accounts: number; seed: number; now: Date },
): Promise<void> {
  const { now, ...rest } = params;
  await withScope(scope, async ({ db }) => {
    await db.delete(jobProgress).where(eq(jobProgress.kind, KIND));
    await db.insert(jobProgress).values({
      workspaceId: scope.workspaceId,
      id: v7(),
      kind: KIND,
      state: "running",
      params: rest,
      createdAt: now,
      updatedAt: now,
    });
  });
}

/** Marks the workspace as whole. */
export async function endSeed(scope: Scope, now: Date): Promise<void> {
  await withScope(scope, ({ db }) =>
    db
      .update(jobProgress)
      .set({ state: "done", updatedAt: now, finishedAt: now })
      .where(and(eq(jobProgress.kind, KIND), eq(jobProgress.state, "running"))),
  );
}
