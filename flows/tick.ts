import { withScope } from "@/db/client";
import { DIRTY_CHANNEL, takeDirty } from "@/db/queries/dirty";
import { listWorkspaces } from "@/db/queries/workspaces";
import { listenForDirt } from "@/db/notify";
import { jobScope, type Scope } from "@/db/scope";
import { rebuildUsageDays } from "./rollups";
import { recomputeTouched } from "./scores/recompute";

const TICK_MS = 250;
/** Signals can be lost with a connection; every so often all workspaces are looked at. */
const SWEEP_MS = 30_000;

/**
 * Makes touched account-days again and judges their accounts, all in one transaction: either the facts are in the score or the
 * days are still marked. Answers how many accounts were judged; safe to run twice and by several processes at once.
 */
export async function refreshTouched(scope: Scope, now: Date): Promise<{ accounts: number }> {
  return withScope(scope, async (tx) => {
    const taken = await takeDirty(tx);
    if (taken.length === 0) return { accounts: 0 };
    await rebuildUsageDays(scope, taken);
    return recomputeTouched(scope, [...new Set(taken.map((one) => one.accountId))].sort(), now);
  });
}

export type Ticking = { stop: () => Promise<void>; lastTickAt: () => Date | null };

/**
 * Watches for touched account-days and refreshes them within a second or two. One failing workspace does not stop the others;
 * its days stay marked and are tried again. `clock` is the time source.
 */
export async function startTicking(clock: () => Date, failed: (error: unknown) => void): Promise<Ticking> {
  const waiting = new Set<string>();
  let last: Date | null = null;
  let sweptAtMs = -Infinity;
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  const sweep = () => {
    sweptAtMs = -Infinity;
  };
  const unlisten = await listenForDirt(DIRTY_CHANNEL, (workspaceId) => waiting.add(workspaceId), sweep);
  const tick = async () => {
    const now = clock();
    if (now.getTime() - sweptAtMs >= SWEEP_MS) {
      sweptAtMs = now.getTime();
      for (const workspace of await listWorkspaces()) waiting.add(workspace.id);
    }
    for (const workspaceId of [...waiting]) {
      waiting.delete(workspaceId);
      const { accounts } = await refreshTouched(jobScope(workspaceId), clock());
      if (accounts > 0) waiting.add(workspaceId);
    }
    last = clock();
  };
  let running = Promise.resolve();
  const loop = () => {
    if (isStopped) return;
    running = tick()
      .catch(failed)
      .then(() => {
        if (!isStopped) timer = setTimeout(loop, TICK_MS);
      });
  };
  loop();
  return {
    lastTickAt: () => last,
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await running;
      await unlisten();
    },
  };
}
