import { asc, eq } from "drizzle-orm";
import { withScope } from "../client";
import { segments, type Segment } from "../schema";
import type { Scope } from "../scope";

/** The segments of a workspace in the order in which their rules are asked. */
export async function listSegments(scope: Scope): Promise<Segment[]> {
  return withScope(scope, ({ db }) => db.select().from(segments).orderBy(asc(segments.position)).limit(100));
}

/** Saves the ARR from which an account belongs to a segment, in minor units of the reporting currency. */
export async function saveSegmentLimit(
  scope: Scope,
  params: { key: string; minArrMinor: number },
): Promise<void> {
  await withScope(scope, ({ db }) =>
    db.update(segments).set({ minArrMinor: params.minArrMinor }).where(eq(segments.key, params.key)),
  );
}
