import { v7 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { withScope } from "@/db/client";
import { getJob } from "@/db/queries/jobs";
import { closeQueue } from "@/db/queue";
import { closeTestDatabase, testWorkspace } from "@/db/test-workspace";
import type { Scope } from "@/db/scope";
import { cancelRecompute, requestRecompute, runRecompute } from "./recompute-job";

afterAll(async () => {
  await closeQueue();
  await closeTestDatabase();
});

const NOW = new Date("2026-04-01T06:00:00Z");
const clock = () => NOW;

const audited = (scope: Scope) =>
  withScope(scope, async ({ sql }) => {
    const rows = await sql<{ action: string }[]>`select action from audit_entries order by at, id`;
    return rows.map((row) => row.action);
  });

test("a requested recompute runs to its end and leaves a trace", async () => {
  const { scope } = await testWorkspace();
  const { jobId, isNew } = await requestRecompute(scope, NOW);
  expect(isNew).toBe(true);
  await runRecompute(scope, { jobId }, clock);
  expect(await getJob(scope, { id: jobId })).toMatchObject({ state: "done", kind: "recompute" });
  expect(await audited(scope)).toEqual(["recompute_requested"]);
});

test("a second request while one is under way answers with that one", async () => {
  const { scope } = await testWorkspace();
  const first = await requestRecompute(scope, NOW);
  expect(await requestRecompute(scope, NOW)).toEqual({ jobId: first.jobId, isNew: false });
});

test("a cancelled recompute does not run, and cannot be cancelled twice", async () => {
  const { scope } = await testWorkspace();
  const { jobId } = await requestRecompute(scope, NOW);
  expect(await cancelRecompute(scope, { jobId }, NOW)).toEqual({ isCancelled: true });
  expect(await cancelRecompute(scope, { jobId }, NOW)).toEqual({ isCancelled: false });
  await runRecompute(scope, { jobId }, clock);
  expect(await getJob(scope, { id: jobId })).toMatchObject({ state: "cancelled" });
});

test("a job of another workspace is neither seen nor cancelled", async () => {
  const [one, other] = [await testWorkspace(), await testWorkspace()];
  const { jobId } = await requestRecompute(one.scope, NOW);
  expect(await getJob(other.scope, { id: jobId })).toBeNull();
  expect(await cancelRecompute(other.scope, { jobId }, NOW)).toEqual({ isCancelled: false });
  expect(await getJob(one.scope, { id: jobId })).toMatchObject({ state: "queued" });
});

test("an unknown job is left alone", async () => {
  const { scope } = await testWorkspace();
  await expect(runRecompute(scope, { jobId: v7() }, clock)).resolves.toBeUndefined();
});
