import { v7 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { withScope } from "@/db/client";
import { listSegments } from "@/db/queries/segments";
import { getWorkspaceBySlug } from "@/db/queries/workspaces";
import { closeTestDatabase } from "@/db/test-workspace";
import type { Scope } from "@/db/scope";
import { connectScorecards } from "./scorecards";
import { setUpWorkspace } from "./set-up";

afterAll(closeTestDatabase);

const NOW = new Date("2026-04-01T06:00:00Z");

const connect = (scope: Scope, families: string[]) =>
  withScope(
    scope,
    ({
      sql,
    }) => sql`insert into source_freshness (workspace_id, source, family, delivered_on, delivered_at, rows)
      select ${scope.workspaceId}, f, f, '2026-03-31', '2026-03-31T20:00:00Z', 1 from unnest(${families}::text[]) f`,
  );

const versions = (scope: Scope) =>
  withScope(
    scope,
    ({ sql }) => sql<{ key: string; number: number; left_out: string[]; groups: string[] }[]>`
      select c.key, v.number, v.left_out, array(select g->>'key' from jsonb_array_elements(v.card->'groups') g) as groups
      from scorecards c join scorecard_versions v on v.workspace_id = c.workspace_id and v.scorecard_id = c.id
      order by c.key, v.number`,
  );

test("an Iranian workspace takes zone, calendar and currency from its country, and leaves an audit row", async () => {
  const slug = `ir-${v7()}`;
  const { scope, isNew } = await setUpWorkspace({ slug, name: "وفا", country: "IR", now: NOW });
  expect(isNew).toBe(true);
  expect(await getWorkspaceBySlug(slug)).toMatchObject({
    zone: "Asia/Tehran",
    calendar: "persian",
    currency: "IRR",
  });
  expect((await listSegments(scope)).map((segment) => segment.key)).toEqual([
    "new",
    "high_touch",
    "mid",
    "tech_touch",
  ]);
  const audit = await withScope(
    scope,
    ({ sql }) => sql<{ action: string }[]>`select action from audit_entries`,
  );
  expect(audit.map((row) => row.action)).toEqual(["workspace_set_up"]);
});

test("setting up the same slug again answers the workspace that is there and changes nothing", async () => {
  const slug = `twice-${v7()}`;
  const first = await setUpWorkspace({ slug, name: "First", country: "XX", now: NOW });
  const second = await setUpWorkspace({ slug, name: "Second", country: "IR", now: NOW });
  expect(second).toMatchObject({ workspaceId: first.workspaceId, isNew: false });
  expect(await getWorkspaceBySlug(slug)).toMatchObject({ name: "First", country: "XX" });
});

test("two processes that set up one slug at once end with one workspace", async () => {
  const setUp = { slug: `race-${v7()}`, name: "Race", country: "XX", now: NOW };
  const results = await Promise.all([setUpWorkspace(setUp), setUpWorkspace(setUp), setUpWorkspace(setUp)]);
  expect(new Set(results.map((result) => result.workspaceId)).size).toBe(1);
  expect(results.filter((result) => result.isNew)).toHaveLength(1);
});

test("measures without a source leave the card, an emptied group goes too, and both come back with their source", async () => {
  const { scope } = await setUpWorkspace({ slug: `cards-${v7()}`, name: "Cards", country: "XX", now: NOW });
  await connect(scope, ["usage", "tickets", "seats", "surveys"]);
  expect((await connectScorecards(scope, NOW)).changed).toHaveLength(4);
  const mid = (await versions(scope)).filter((version) => version.key === "mid");
  expect(mid).toHaveLength(1);
  expect(mid[0]!.groups).toEqual(["use", "experience"]);
  expect(mid[0]!.left_out).toEqual([
    "contact_recency",
    "engagement",
    "goals_attained",
    "licence_utilisation",
    "payment_risk",
  ]);

  expect((await connectScorecards(scope, NOW)).changed).toEqual([]);

  await connect(scope, ["invoices"]);
  await connectScorecards(scope, new Date(NOW.getTime() + 1000));
  const after = (await versions(scope)).filter((version) => version.key === "mid");
  expect(after.map((version) => version.number)).toEqual([1, 2]);
  expect(after[1]!.groups).toEqual(["use", "experience", "commercial"]);
});

test("a version that a person wrote is never replaced", async () => {
  const { scope } = await setUpWorkspace({ slug: `own-${v7()}`, name: "Own", country: "XX", now: NOW });
  await connect(scope, ["usage"]);
  await connectScorecards(scope, NOW);
  await withScope(scope, ({ sql }) => sql`update scorecard_versions set is_shipped = false`);
  await connect(scope, ["tickets", "seats"]);
  expect((await connectScorecards(scope, NOW)).changed).toEqual([]);
});
