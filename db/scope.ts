import type { Actor, Role } from "@/lib/roles";

declare const made: unique symbol;

/**
 * Whose data, on whose behalf. Branded: only the four makers below produce one, so a query without a tenant does not
 * compile. Which file may call which maker is checked by lint.
 */
export type Scope = {
  readonly workspaceId: string;
  readonly userId: string | null;
  readonly actor: Actor;
  /** A customer's link is limited to one account. */
  readonly subjectId: string | null;
  readonly [made]: true;
};

function scope(workspaceId: string, userId: string | null, actor: Actor, subjectId: string | null): Scope {
  return Object.freeze({ workspaceId, userId, actor, subjectId }) as Scope;
}

/** For a signed-in person, after the session gate has checked membership and session version. */
export function sessionScope(member: { workspaceId: string; userId: string; role: Role }): Scope {
  return scope(member.workspaceId, member.userId, member.role, null);
}

/** For a sender that proves itself by a key; the key names its workspace. */
export function keyScope(workspaceId: string): Scope {
  return scope(workspaceId, null, "key", null);
}

/** For jobs and scripts, which act for a workspace and for no person. */
export function jobScope(workspaceId: string): Scope {
  return scope(workspaceId, null, "job", null);
}

/** For a customer who follows a signed link: rights end at the one account it names. */
export function linkScope(workspaceId: string, accountId: string): Scope {
  return scope(workspaceId, null, "link", accountId);
}
