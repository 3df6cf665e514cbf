import { v7 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { withScope } from "@/db/client";
import { ensurePartitions } from "@/db/partitions";
import { closeTestDatabase, testWorkspace } from "@/db/test-workspace";
import type { Scope } from "@/db/scope";
import { missingDays } from "./nightly";

afterAll(closeTestDatabase);

async function addSnapshot(scope: Scope, day: string): Promise<void> {
  await ensurePartitions(scope, "health_snapshots", day, day);
  await withScope(
    scope,
    ({
      sql,
    }) => sql`insert into health_snapshots (workspace_id, day, account_id, version_id, as_of, known_at, raw, age_days,
        normalised, decayed, coverage, computed_band, effective_band, segment_key, stage_key)
      values (${scope.workspaceId}, ${day}, ${v7()}, ${v7()}, ${day}, ${day}, '{}', '{}', '{}', '{}', 0, 'unknown', 'unknown', 'mid', 'value')`,
  );
}

test("three nights missed are three days to make up, oldest first", async () => {
  const { scope } = await testWorkspace();
  await addSnapshot(scope, "2026-03-28");
  expect(await missingDays(scope, new Date("2026-04-01T00:00:01Z"))).toEqual([
    "2026-03-29",
    "2026-03-30",
    "2026-03-31",
  ]);
});

test("the night comes by the clock of the workspace: 20:31 UTC is past midnight in Tehran", async () => {
  const { scope } = await testWorkspace({ zone: "Asia/Tehran" });
  await addSnapshot(scope, "2026-03-30");
  expect(await missingDays(scope, new Date("2026-03-31T20:29:00Z"))).toEqual([]);
  expect(await missingDays(scope, new Date("2026-03-31T20:31:00Z"))).toEqual(["2026-03-31"]);
});

test("a pinned workspace and one that was never scored have no nights", async () => {
  const pinned = await testWorkspace({ asOf: new Date("2025-01-01T00:00:00Z") });
  await addSnapshot(pinned.scope, "2024-12-31");
  const empty = await testWorkspace();
  const now = new Date("2026-04-01T00:00:01Z");
  expect(await missingDays(pinned.scope, now)).toEqual([]);
  expect(await missingDays(empty.scope, now)).toEqual([]);
});
