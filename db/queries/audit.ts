import { desc } from "drizzle-orm";
import { v7 } from "uuid";
import { withScope } from "../client";
import { auditEntries } from "../schema";
import type { Scope } from "../scope";

/** What was done to what: `action` is a verb in the past ("member_joined"), `details` holds what a reader needs later. */
export type AuditEntry = {
  action: string;
  subjectKind: string;
  subjectId: string | null;
  details?: Record<string, unknown>;
};

/** Adds rows to the audit log in the name of the scope's person; without a person it was the system. Append-only. */
export async function insertAuditEntries(
  scope: Scope,
  entries: readonly AuditEntry[],
  now: Date,
): Promise<void> {
  if (entries.length === 0) return;
  await withScope(scope, ({ db }) =>
    db.insert(auditEntries).values(
      entries.map(({ action, subjectKind, subjectId, details = {} }) => ({
        workspaceId: scope.workspaceId,
        id: v7(),
        at: now,
        userId: scope.userId,
        action,
        subjectKind,
        subjectId,
        details,
      })),
    ),
  );
}

/** The newest audit rows of the workspace, newest first; at most `limit`. */
export async function listAuditEntries(scope: Scope, { limit }: { limit: number }) {
  return withScope(scope, ({ db }) =>
    db.select().from(auditEntries).orderBy(desc(auditEntries.at), desc(auditEntries.id)).limit(limit),
  );
}
