import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Role } from "@/lib/roles";
import { withScope, withoutWorkspace } from "../client";
import { members, users, workspaces, type User, type Workspace } from "../schema";
import type { Scope } from "../scope";

/** A person without secrets. Preferences not chosen are null. */
export type Person = Pick<User, "id" | "email" | "name" | "locale" | "theme" | "digits" | "hasShortcuts">;

/** One membership of a person with its workspace. */
export type Membership = {
  id: string;
  role: Role;
  sessionVersion: number;
  isActive: boolean;
  workspace: Workspace;
};

const MOST_MEMBERSHIPS = 500;
const MOST_PEOPLE = 1000;
const personColumns = {
  id: users.id,
  email: users.email,
  name: users.name,
  locale: users.locale,
  theme: users.theme,
  digits: users.digits,
  hasShortcuts: users.hasShortcuts,
};
const membershipColumns = {
  id: members.id,
  role: members.role,
  sessionVersion: members.sessionVersion,
  isActive: members.isActive,
  workspace: workspaces,
};

/** What sign-in compares; null for an address nobody has. The address is in lower case. */
export async function getCredentials(
  email: string,
): Promise<{ userId: string; passwordHash: string | null } | null> {
  const rows = await withoutWorkspace("nobody", ({ db }) =>
    db
      .select({ userId: users.id, passwordHash: users.passwordHash })
      .from(users)
      .where(eq(users.email, email))
      .limit(1),
  );
  return rows[0] ?? null;
}

/** A person and all memberships, oldest workspace first; null when the person is gone. */
export async function getPerson(
  userId: string,
): Promise<{ person: Person; memberships: Membership[] } | null> {
  return withoutWorkspace({ userId }, async ({ db }) => {
    const rows = await db.select(personColumns).from(users).where(eq(users.id, userId)).limit(1);
    if (!rows[0]) return null;
    const memberships = await db
      .select(membershipColumns)
      .from(members)
      .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
      .where(eq(members.userId, userId))
      .orderBy(asc(workspaces.createdAt), asc(workspaces.id))
      .limit(MOST_MEMBERSHIPS);
    return { person: rows[0], memberships };
  });
}

/** People of the workspace who may sign in, by name. */
export async function listPeople(
  scope: Scope,
  { role }: { role?: Role } = {},
): Promise<{ userId: string; name: string; email: string; role: Role }[]> {
  return withScope(scope, ({ db }) =>
    db
      .select({ userId: users.id, name: users.name, email: users.email, role: members.role })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(and(eq(members.isActive, true), role ? eq(members.role, role) : undefined))
      .orderBy(asc(users.name), asc(users.id))
      .limit(MOST_PEOPLE),
  );
}

/** The ids and password hashes behind addresses in lower case; an address nobody has is absent. */
export async function listCredentials(
  emails: readonly string[],
): Promise<{ userId: string; email: string; passwordHash: string | null }[]> {
  if (emails.length === 0) return [];
  return withoutWorkspace("nobody", ({ db }) =>
    db
      .select({ userId: users.id, email: users.email, passwordHash: users.passwordHash })
      .from(users)
      .where(inArray(users.email, [...emails]))
      .limit(MOST_PEOPLE),
  );
}

/** Adds people; an address that exists keeps its row, and gets the password only if it had none. Answers address → id. */
export async function insertUsers(
  scope: Scope,
  people: readonly { email: string; name: string; passwordHash: string | null }[],
  now: Date,
): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const rows = await withScope(scope, ({ db }) =>
    db
      .insert(users)
      .values(people.map((person) => ({ ...person, id: v7(), createdAt: now })))
      .onConflictDoUpdate({
        target: users.email,
        set: { passwordHash: sql`coalesce(${users.passwordHash}, excluded.password_hash)` },
      })
      .returning({ id: users.id, email: users.email }),
  );
  return new Map(rows.map((row) => [row.email, row.id]));
}

/** Makes people members; who is one already stays as he or she is. Answers the ids of the new ones. */
export async function insertMembers(
  scope: Scope,
  people: readonly { userId: string; role: Role }[],
  now: Date,
): Promise<string[]> {
  if (people.length === 0) return [];
  const { workspaceId } = scope;
  const rows = await withScope(scope, ({ db }) =>
    db
      .insert(members)
      .values(people.map(({ userId, role }) => ({ workspaceId, id: v7(), userId, role, createdAt: now })))
      .onConflictDoNothing({ target: [members.workspaceId, members.userId] })
      .returning({ userId: members.userId }),
  );
  return rows.map((row) => row.userId);
}

/** Raises the session version of a member; answers the new one, null when the person is no member. */
export async function raiseSessionVersion(scope: Scope, userId: string): Promise<number | null> {
  const rows = await withScope(scope, ({ db }) =>
    db
      .update(members)
      .set({ sessionVersion: sql`${members.sessionVersion} + 1` })
      .where(and(eq(members.workspaceId, scope.workspaceId), eq(members.userId, userId)))
      .returning({ sessionVersion: members.sessionVersion }),
  );
  return rows[0]?.sessionVersion ?? null;
}

/** Replaces the password hash of a person. */
export async function updatePasswordHash(userId: string, passwordHash: string): Promise<void> {
  await withoutWorkspace({ userId }, ({ db }) =>
    db.update(users).set({ passwordHash }).where(eq(users.id, userId)),
  );
}

/** What a person may choose for all workspaces; null forgets the choice, an absent key keeps it. */
export type Preferences = Partial<Pick<User, "locale" | "theme" | "digits" | "hasShortcuts">>;

/** Saves what a person chose. */
export async function updatePreferences(userId: string, preferences: Preferences): Promise<void> {
  const chosen = Object.fromEntries(Object.entries(preferences).filter(([, value]) => value !== undefined));
  if (Object.keys(chosen).length === 0) return;
  await withoutWorkspace({ userId }, ({ db }) => db.update(users).set(chosen).where(eq(users.id, userId)));
}

/** Keeps the language a person signed in with, if none was chosen before. */
export async function saveFirstLocale(userId: string, locale: NonNullable<User["locale"]>): Promise<void> {
  await withoutWorkspace({ userId }, ({ db }) =>
    db
      .update(users)
      .set({ locale })
      .where(and(eq(users.id, userId), isNull(users.locale))),
  );
}
