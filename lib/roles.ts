/** The four roles shipped first; a role is a bundle of permissions. */
export const ROLES = ["csm", "executive", "admin", "viewer"] as const;
export type Role = (typeof ROLES)[number];

/** `job` is the role of background work: it has no person behind it. */
export type Actor = Role | "job" | "key" | "link";

export type Permission =
  | "read_accounts"
  | "read_today"
  | "read_money"
  | "read_data"
  | "recompute"
  | "load_demo";

const PERMISSIONS: Record<Role, readonly Permission[]> = {
  csm: ["read_accounts", "read_today", "read_money"],
  executive: ["read_accounts", "read_today", "read_money"],
  admin: ["read_accounts", "read_today", "read_money", "read_data", "recompute", "load_demo"],
  viewer: ["read_accounts"],
};

/** Whether a role may do something. Background work may do everything; keys and links carry their own rights. */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor === "job") return true;
  if (actor === "key" || actor === "link") return false;
  return PERMISSIONS[actor].includes(permission);
}

const HOMES: Record<Role, string> = {
  csm: "/today",
  executive: "/accounts",
  admin: "/settings/data",
  viewer: "/accounts",
};

/** The page a role lands on after sign-in. */
export function homeOf(role: Role): string {
  return HOMES[role];
}
