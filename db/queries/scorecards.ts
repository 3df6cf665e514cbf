import { desc, eq } from "drizzle-orm";
import { withScope } from "../client";
import {
  scorecards,
  scorecardVersions,
  segments,
  stages,
  type Scorecard,
  type ScorecardVersion,
} from "../schema";
import type { Scope } from "../scope";

/** Adds the shipped segments, stages and scorecards; rows that are there stay as they are. */
export async function insertShipped(
  scope: Scope,
  rows: {
    segments: (typeof segments.$inferInsert)[];
    stages: (typeof stages.$inferInsert)[];
    scorecards: (typeof scorecards.$inferInsert)[];
  },
): Promise<void> {
  await withScope(scope, async ({ db }) => {
    await db.insert(scorecards).values(rows.scorecards).onConflictDoNothing();
    await db.insert(segments).values(rows.segments).onConflictDoNothing();
    await db.insert(stages).values(rows.stages).onConflictDoNothing();
  });
}

/** All scorecards of a workspace. */
export async function listScorecards(scope: Scope): Promise<Scorecard[]> {
  return withScope(scope, ({ db }) => db.select().from(scorecards).orderBy(scorecards.key).limit(100));
}

/** The newest version of a scorecard; null before its first. */
export async function getNewestVersion(
  scope: Scope,
  params: { scorecardId: string },
): Promise<ScorecardVersion | null> {
  const rows = await withScope(scope, ({ db }) =>
    db
      .select()
      .from(scorecardVersions)
      .where(eq(scorecardVersions.scorecardId, params.scorecardId))
      .orderBy(desc(scorecardVersions.number))
      .limit(1),
  );
  return rows[0] ?? null;
}

/** One version by id; null in another workspace. */
export async function getVersion(scope: Scope, params: { id: string }): Promise<ScorecardVersion | null> {
  const rows = await withScope(scope, ({ db }) =>
    db.select().from(scorecardVersions).where(eq(scorecardVersions.id, params.id)).limit(1),
  );
  return rows[0] ?? null;
}

/** Adds an immutable version. A second writer of the same number is refused by the unique key. */
export async function insertVersion(
  scope: Scope,
  version: typeof scorecardVersions.$inferInsert,
): Promise<void> {
  await withScope(scope, ({ db }) => db.insert(scorecardVersions).values(version));
}
