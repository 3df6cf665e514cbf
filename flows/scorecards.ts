import { isDeepStrictEqual } from "node:util";
import { v7 } from "uuid";
import { withScope } from "@/db/client";
import { insertAuditEntries } from "@/db/queries/audit";
import { getNewestVersion, insertVersion, listScorecards } from "@/db/queries/scorecards";
import { listConnectedFamilies } from "@/db/queries/sources";
import { saveSegmentLimit } from "@/db/queries/segments";
import { listReportingArr } from "@/db/queries/revenue-now";
import { getWorkspace } from "@/db/queries/workspaces";
import type { Scope } from "@/db/scope";
import { countryPack } from "@/lib/defaults/countries";
import { shippedScorecards } from "@/lib/defaults/scorecards";
import { connectedCard } from "@/lib/metrics/health/connect";
import { SOURCE_FAMILIES, type SourceFamily } from "@/lib/metrics/health/measures";
import { proposeArrLimits } from "@/lib/metrics/lifecycle/segment";
import { readSetting } from "./scores/circumstances";

/** The first version holds for all history before it, so that imported years can be scored. */
const BEGINNING = new Date(0);

/**
 * Brings the shipped cards in step with the sources there are: a measure without a source leaves its card, one whose source
 * has come returns. Writes a new version only where something changed, and never over a version a person wrote.
 */
export async function connectScorecards(scope: Scope, now: Date): Promise<{ changed: string[] }> {
  return withScope(scope, async () => {
    const workspace = await getWorkspace(scope);
    if (workspace === null) throw new Error(`workspace ${scope.workspaceId} is not there`);
    const connected = await listConnectedFamilies(scope);
    const families = new Set<SourceFamily>(SOURCE_FAMILIES.filter((family) => connected.has(family)));
    const shipped = shippedScorecards({
      isLatePayer: countryPack(workspace.country).isLatePayer,
      business: workspace.business,
    });
    const changed: string[] = [];
    for (const scorecard of await listScorecards(scope)) {
      const own = shipped.find((card) => card.key === scorecard.key);
      if (own === undefined) continue;
      const { card, leftOut } = connectedCard(own.card, families);
      const newest = await getNewestVersion(scope, { scorecardId: scorecard.id });
      const isOwnersTurn = newest !== null && !newest.isShipped;
      if (card.groups.length === 0 || isOwnersTurn || (newest && isDeepStrictEqual(newest.card, card)))
        continue;
      const number = (newest?.number ?? 0) + 1;
      await insertVersion(scope, {
        workspaceId: scope.workspaceId,
        id: v7(),
        scorecardId: scorecard.id,
        number,
        card,
        leftOut,
        effectiveFrom: newest === null ? BEGINNING : now,
        isShipped: true,
        note: "shipped",
        authorId: null,
        createdAt: now,
      });
      const entry = {
        action: "scorecard_connected",
        subjectKind: "scorecard",
        subjectId: scorecard.id,
        details: { number, leftOut },
      };
      await insertAuditEntries(scope, [entry], now);
      changed.push(scorecard.key);
    }
    return { changed };
  });
}

/**
 * Proposes the two ARR limits of the segments from the portfolio as it is (50 % and 90 % of ARR) and saves them, so that an
 * account does not change segment because another one grew. Without revenue nothing is saved.
 */
export async function proposeSegmentLimits(scope: Scope, asOf: Date): Promise<{ isSaved: boolean }> {
  return withScope(scope, async () => {
    const { circumstances } = await readSetting(scope, asOf);
    const rows = await listReportingArr(scope, { day: circumstances.day });
    const amounts = rows.map((row) => circumstances.toReporting(row.arrMinor, row.currency) ?? 0);
    const limits = proposeArrLimits(amounts);
    if (limits === null) return { isSaved: false };
    await saveSegmentLimit(scope, { key: "high_touch", minArrMinor: limits.highTouchFromMinor });
    await saveSegmentLimit(scope, { key: "mid", minArrMinor: limits.midFromMinor });
    return { isSaved: true };
  });
}
