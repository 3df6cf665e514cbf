import { sql } from "drizzle-orm";
import {
  boolean,
  foreignKey,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, tenantPolicy, workspaceId } from "./tenant";

/** Reference table: one row per tenant. `asOf` pins a workspace of imported history to an instant; null is now. */
export const workspaces = pgTable(
  "workspaces",
  {
    id: uuid("id").notNull(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    country: text("country").notNull(),
    zone: text("zone").notNull(),
    calendar: text("calendar").$type<"gregory" | "persian">().notNull(),
    currency: text("currency").notNull(),
    business: text("business").$type<"subscription" | "orders" | "projects">().notNull(),
    asOf: instant("as_of"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "workspaces_pk", columns: [t.id] }),
    unique("workspaces_slug_key").on(t.slug),
    pgPolicy("workspaces_own", {
      for: "all",
      using: sql`id = nullif(current_setting('vafa.workspace_id', true), '')::uuid`,
      withCheck: sql`id = nullif(current_setting('vafa.workspace_id', true), '')::uuid`,
    }),
    // Beside the one that is set, a person reads those he or she belongs to, and a job the list it loops over.
    pgPolicy("workspaces_listed", {
      for: "select",
      using: sql`current_setting('vafa.role', true) = 'job'
        or exists (select 1 from members m where m.workspace_id = workspaces.id
          and m.user_id = nullif(current_setting('vafa.user_id', true), '')::uuid)`,
    }),
  ],
);

/** Reference table: a person, known by e-mail over all workspaces. Without a password hash nobody can sign in. */
export const users = pgTable(
  "users",
  {
    id: uuid("id").notNull(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash"),
    locale: text("locale").$type<"en" | "fa" | "ar">(),
    theme: text("theme").$type<"light" | "dark" | "system">(),
    digits: text("digits").$type<"latn" | "arabext" | "arab">(),
    hasShortcuts: boolean("has_shortcuts").notNull().default(true),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [primaryKey({ name: "users_pk", columns: [t.id] }), unique("users_email_key").on(t.email)],
);

/** Local table: failed sign-ins per account and per address, so that a delay survives a restart. */
export const rateLimits = pgTable(
  "rate_limits",
  {
    key: text("key").notNull(),
    failures: integer("failures").notNull(),
    windowStartedAt: instant("window_started_at").notNull(),
    blockedUntil: instant("blocked_until"),
  },
  (t) => [primaryKey({ name: "rate_limits_pk", columns: [t.key] })],
);

/** Local table: when background work last said that it is alive, for the readiness probe. */
export const heartbeats = pgTable(
  "heartbeats",
  { name: text("name").notNull(), at: instant("at").notNull() },
  (t) => [primaryKey({ name: "heartbeats_pk", columns: [t.name] })],
);

export const members = pgTable(
  "members",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    userId: uuid("user_id").notNull(),
    role: text("role").$type<"csm" | "executive" | "admin" | "viewer">().notNull(),
    /** Raising it ends every session of this member at the next request. */
    sessionVersion: integer("session_version").notNull().default(0),
    isActive: boolean("is_active").notNull().default(true),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "members_pk", columns: [t.workspaceId, t.id] }),
    unique("members_user_key").on(t.workspaceId, t.userId),
    foreignKey({ name: "members_workspace_fk", columns: [t.workspaceId], foreignColumns: [workspaces.id] }),
    foreignKey({ name: "members_user_fk", columns: [t.userId], foreignColumns: [users.id] }),
    tenantPolicy("members"),
    // Sign-in works before a workspace is chosen: a person reads his or her own memberships.
    pgPolicy("members_own", {
      for: "select",
      using: sql`user_id = nullif(current_setting('vafa.user_id', true), '')::uuid`,
    }),
  ],
);

export const memberInvitations = pgTable(
  "member_invitations",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    email: text("email").notNull(),
    role: text("role").notNull(),
    tokenHash: text("token_hash").notNull(),
    invitedById: uuid("invited_by_id").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    acceptedAt: instant("accepted_at"),
  },
  (t) => [
    primaryKey({ name: "member_invitations_pk", columns: [t.workspaceId, t.id] }),
    tenantPolicy("member_invitations"),
  ],
);

export const apiKeys = pgTable(
  "api_keys",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    name: text("name").notNull(),
    secretHash: text("secret_hash").notNull(),
    permissions: text("permissions").array().notNull(),
    createdAt: instant("created_at").notNull(),
    revokedAt: instant("revoked_at"),
    lastUsedAt: instant("last_used_at"),
  },
  (t) => [
    primaryKey({ name: "api_keys_pk", columns: [t.workspaceId, t.id] }),
    unique("api_keys_secret_key").on(t.workspaceId, t.secretHash),
    tenantPolicy("api_keys"),
  ],
);

/** Append-only: who did what, when. A null user is the system itself. */
export const auditEntries = pgTable(
  "audit_entries",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    at: instant("at").notNull(),
    userId: uuid("user_id"),
    action: text("action").notNull(),
    subjectKind: text("subject_kind").notNull(),
    subjectId: text("subject_id"),
    details: jsonb("details").$type<Record<string, unknown>>().notNull(),
  },
  (t) => [
    primaryKey({ name: "audit_entries_pk", columns: [t.workspaceId, t.id] }),
    index("audit_entries_at_idx").on(t.workspaceId, t.at),
    tenantPolicy("audit_entries"),
  ],
);

/** Long work that pages show as a progress bar; `cursor` is where it resumes after a crash. */
export const jobProgress = pgTable(
  "job_progress",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    state: text("state").$type<"queued" | "running" | "done" | "failed" | "cancelled">().notNull(),
    total: integer("total"),
    done: integer("done").notNull().default(0),
    cursor: text("cursor"),
    params: jsonb("params").$type<Record<string, unknown>>().notNull(),
    failure: text("failure"),
    startedById: uuid("started_by_id"),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    finishedAt: instant("finished_at"),
  },
  (t) => [
    primaryKey({ name: "job_progress_pk", columns: [t.workspaceId, t.id] }),
    index("job_progress_kind_idx").on(t.workspaceId, t.kind, t.createdAt),
    tenantPolicy("job_progress"),
  ],
);

/** Mail and webhooks to be sent once; the unique key makes a second enqueue harmless. */
export const outbox = pgTable(
  "outbox",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    kind: text("kind").notNull(),
    uniqueKey: text("unique_key").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    attempts: integer("attempts").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    sentAt: instant("sent_at"),
  },
  (t) => [
    primaryKey({ name: "outbox_pk", columns: [t.workspaceId, t.id] }),
    unique("outbox_unique_key").on(t.workspaceId, t.uniqueKey),
    tenantPolicy("outbox"),
  ],
);

export type Workspace = typeof workspaces.$inferSelect;
export type User = typeof users.$inferSelect;
export type Member = typeof members.$inferSelect;
export type JobProgress = typeof jobProgress.$inferSelect;
