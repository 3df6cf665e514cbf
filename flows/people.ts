import { insertAuditEntries } from "@/db/queries/audit";
import {
  insertMembers,
  insertUsers,
  listCredentials,
  raiseSessionVersion,
  updatePasswordHash,
  updatePreferences,
  type Preferences,
} from "@/db/queries/people";
import { withScope } from "@/db/client";
import type { Scope } from "@/db/scope";
import { refuse, type Answer } from "@/lib/answer";
import type { Role } from "@/lib/roles";
import { hashPassword, isPassword } from "./passwords";

export type NewPerson = { email: string; name: string; role: Role; password?: string };

/** The people of the demo; their password is made at the first start, never written down here. */
export const DEMO_PEOPLE = [
  { email: "csm@demo.vafa", name: "Sara Amiri", role: "csm" },
  { email: "exec@demo.vafa", name: "Omid Farahani", role: "executive" },
  { email: "admin@demo.vafa", name: "Leila Haddad", role: "admin" },
  { email: "viewer@demo.vafa", name: "Daniel Kern", role: "viewer" },
] as const satisfies readonly NewPerson[];

/**
 * Makes people members of the scope's workspace, as users where they are new, with one audit row each. Who is a member
 * already is left alone, and nobody's password is ever replaced: another workspace must not be able to.
 * Answers the user id behind each address (in lower case) and how many joined. Safe to run twice.
 */
export async function joinPeople(
  scope: Scope,
  people: readonly NewPerson[],
  now: Date,
): Promise<{ userIds: Map<string, string>; joined: number }> {
  const named = people.map((person) => ({ ...person, email: foldEmail(person.email) }));
  const withHashes = await hashNeeded(named);
  return withScope(scope, async () => {
    const userIds = await insertUsers(scope, withHashes, now);
    const wanted = named.map((person) => ({ ...person, userId: userIds.get(person.email) ?? "" }));
    const joined = await insertMembers(scope, wanted, now);
    const entries = wanted
      .filter((person) => joined.includes(person.userId))
      .map(({ userId, email, role }) => ({
        action: "member_joined",
        subjectKind: "user",
        subjectId: userId,
        details: { email, role },
      }));
    await insertAuditEntries(scope, entries, now);
    return { userIds, joined: joined.length };
  });
}

/** An address as it is kept and compared. */
export function foldEmail(email: string): string {
  return email.trim().normalize("NFKC").toLowerCase();
}

/** Hashing is slow on purpose, so only for those who have no password yet, and before the transaction opens. */
async function hashNeeded(people: readonly NewPerson[]) {
  const known = await listCredentials(people.map((person) => person.email));
  const secured = new Set(
    known.filter((person) => person.passwordHash !== null).map((person) => person.email),
  );
  const hashes = people.map(({ email, password }) =>
    password === undefined || secured.has(email) ? null : hashPassword(password),
  );
  const passwordHashes = await Promise.all(hashes);
  return people.map(({ email, name }, i) => ({ email, name, passwordHash: passwordHashes[i] ?? null }));
}

/** Gives the demo people the password that start prints, where they have another. For start scripts only. */
export async function keepDemoPassword(password: string): Promise<void> {
  for (const { userId, passwordHash } of await listCredentials(DEMO_PEOPLE.map((person) => person.email))) {
    if (!(await isPassword(password, passwordHash)))
      await updatePasswordHash(userId, await hashPassword(password));
  }
}

/** Whether somebody can sign in to the demo. */
export async function isDemoOpen(): Promise<boolean> {
  const known = await listCredentials(DEMO_PEOPLE.map((person) => person.email));
  return known.some((person) => person.passwordHash !== null);
}

/**
 * Ends every session of a member at its next request: the member's own or, by an admin, anybody's in the workspace.
 * Refuses other roles and people who are no members; writes an audit row.
 */
export async function endSessions(scope: Scope, userId: string, now: Date): Promise<Answer> {
  const isAllowed = scope.userId === userId || scope.actor === "admin" || scope.actor === "job";
  if (!isAllowed) return refuse("errors.noPermission");
  return withScope(scope, async () => {
    const sessionVersion = await raiseSessionVersion(scope, userId);
    if (sessionVersion === null) return refuse("errors.notFound");
    const details = { sessionVersion };
    await insertAuditEntries(
      scope,
      [{ action: "sessions_ended", subjectKind: "user", subjectId: userId, details }],
      now,
    );
    return { ok: true };
  });
}

/** Saves language, theme, digits and key shortcuts of the signed-in person, for all workspaces. An absent key is kept. */
export async function savePreferences(scope: Scope, preferences: Preferences): Promise<Answer> {
  if (scope.userId === null) return refuse("errors.noPermission");
  await updatePreferences(scope.userId, preferences);
  return { ok: true };
}
