import { eq } from "drizzle-orm";
import { withoutWorkspace, withScope } from "../client";
import { workspaces, type Workspace } from "../schema";
import type { Scope } from "../scope";

/** The workspace of a scope; null when it is gone. */
export async function getWorkspace(scope: Scope): Promise<Workspace | null> {
  const rows = await withScope(scope, ({ db }) =>
    db.select().from(workspaces).where(eq(workspaces.id, scope.workspaceId)),
  );
  return rows[0] ?? null;
}

/** All workspaces, for background work, which loops over them one by one. */
export async function listWorkspaces(): Promise<Workspace[]> {
  return withoutWorkspace("job", ({ db }) =>
    db.select().from(workspaces).orderBy(workspaces.slug).limit(10_000),
  );
}

/** A workspace by its slug, for scripts; null when there is none. */
export async function getWorkspaceBySlug(slug: string): Promise<Workspace | null> {
  const rows = await withoutWorkspace("job", ({ db }) =>
    db.select().from(workspaces).where(eq(workspaces.slug, slug)),
  );
  return rows[0] ?? null;
}

/** Adds a workspace. Answers false, and changes nothing, when the slug is taken. */
export async function insertWorkspace(scope: Scope, workspace: Workspace): Promise<boolean> {
  const rows = await withScope(scope, ({ db }) =>
    db
      .insert(workspaces)
      .values(workspace)
      .onConflictDoNothing({ target: workspaces.slug })
      .returning({ id: workspaces.id }),
  );
  return rows.length === 1;
}
