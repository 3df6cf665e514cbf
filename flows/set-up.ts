import { v7 } from "uuid";
import { insertAuditEntries } from "@/db/queries/audit";
import { insertShipped } from "@/db/queries/scorecards";
import { getWorkspaceBySlug, insertWorkspace } from "@/db/queries/workspaces";
import { jobScope, type Scope } from "@/db/scope";
import { withScope } from "@/db/client";
import { countryPack } from "@/lib/defaults/countries";
import { expectedDaysOf, SEGMENTS, STAGES } from "@/lib/defaults/lifecycle";
import { shippedScorecards } from "@/lib/defaults/scorecards";
import type { Calendar } from "@/lib/period";

export type SetUp = {
  slug: string;
  name: string;
  country: string;
  zone?: string;
  currency?: string;
  calendar?: Calendar;
  business?: "subscription" | "orders" | "projects";
  /** Pins a workspace of imported history to an instant. */
  asOf?: Date | null;
  now: Date;
};

/**
 * Makes a workspace with what ships for its country: segments, stages and scorecards (their first version is written once
 * it is known which sources there are). Safe to run twice: an existing slug is answered as it is, unchanged.
 */
export async function setUpWorkspace(
  setUp: SetUp,
): Promise<{ scope: Scope; workspaceId: string; isNew: boolean }> {
  const existing = await getWorkspaceBySlug(setUp.slug);
  if (existing) return { scope: jobScope(existing.id), workspaceId: existing.id, isNew: false };
  const workspaceId = v7();
  const scope = jobScope(workspaceId);
  const isNew = await withScope(scope, () => addWorkspace(scope, setUp));
  return isNew ? { scope, workspaceId, isNew } : setUpWorkspace(setUp);
}

async function addWorkspace(scope: Scope, setUp: SetUp): Promise<boolean> {
  const pack = countryPack(setUp.country);
  const business = setUp.business ?? "subscription";
  const isNew = await insertWorkspace(scope, {
    id: scope.workspaceId,
    slug: setUp.slug,
    name: setUp.name,
    country: setUp.country,
    zone: setUp.zone ?? pack.zone,
    calendar: setUp.calendar ?? pack.calendar,
    currency: setUp.currency ?? pack.currency,
    business,
    asOf: setUp.asOf ?? null,
    createdAt: setUp.now,
  });
  if (!isNew) return false;
  const { workspaceId } = scope;
  const cards = shippedScorecards({ isLatePayer: pack.isLatePayer, business });
  await insertShipped(scope, {
    scorecards: cards.map(({ key, names }) => ({ workspaceId, id: v7(), key, names })),
    segments: SEGMENTS.map((segment, position) => ({
      workspaceId,
      id: v7(),
      position,
      isShipped: true,
      ...segment,
    })),
    stages: STAGES.map((stage, position) => ({
      workspaceId,
      id: v7(),
      position,
      isShipped: true,
      expectedDays: expectedDaysOf(stage.key),
      ...stage,
    })),
  });
  const details = { slug: setUp.slug, country: setUp.country };
  await insertAuditEntries(
    scope,
    [{ action: "workspace_set_up", subjectKind: "workspace", subjectId: workspaceId, details }],
    setUp.now,
  );
  return true;
}
