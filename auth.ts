import { cache } from "react";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import type { NextFetchEvent, NextRequest } from "next/server";
import NextAuth, { type NextAuthConfig } from "next-auth";
import { decode, encode, type JWT } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { isDatabaseDown } from "@/db/down";
import { getPerson, type Membership, type Person } from "@/db/queries/people";
import type { Workspace } from "@/db/schema";
import { sessionScope, type Scope } from "@/db/scope";
import { liveMemberships, signInWithPassword, type SignIn, type Versions } from "@/flows/sign-in";
import { refuse, type Answer } from "@/lib/answer";
import { env } from "@/lib/env";
import { homeOf, may, type Permission, type Role } from "@/lib/roles";
import { initials } from "@/lib/words/initials";
import type { Locale } from "@/lib/words/locale";

declare module "next-auth" {
  interface Session {
    userId: string;
    versions: Versions;
  }
  interface User {
    versions?: Versions;
  }
}

declare module "next-auth/jwt" {
  interface JWT {
    versions?: Versions;
  }
}

/** Who is signed in and where: what every page and every door begins with. */
export type Gate = {
  scope: Scope;
  person: Person & { initials: string };
  workspace: Workspace;
  role: Role;
  /** Every workspace the person can switch to, the current one included, oldest first. */
  memberships: { workspaceId: string; slug: string; name: string; role: Role }[];
};

export const WORKSPACE_COOKIE = "vafa_workspace";
/** What error pages recognise a dead database by: the one thing of a fault that reaches the browser. */
export const DATABASE_DOWN = "database_down";
const SESSION_S = 7 * 24 * 60 * 60;
const YEAR_S = 365 * 24 * 60 * 60;
const PROOF_S = 10;
const PROOF_SALT = "vafa.proof";
const NO_PERMISSION = "/no-permission";

const nextAuth = NextAuth((): NextAuthConfig => {
  const { authSecret } = env();
  return {
    secret: authSecret,
    trustHost: true,
    session: { strategy: "jwt", maxAge: SESSION_S },
    pages: { signIn: "/sign-in", signOut: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { proof: {} },
        authorize: async ({ proof }) => {
          const read = { token: String(proof), secret: authSecret, salt: PROOF_SALT };
          const token = await decode<JWT>(read).catch(() => null);
          return token?.sub ? { id: token.sub, versions: token.versions ?? {} } : null;
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, versions: user.versions ?? {} } : token),
      session: ({ session, token }) => ({
        expires: session.expires,
        userId: token.sub ?? "",
        versions: token.versions ?? {},
      }),
    },
    // An expired or foreign cookie and a made-up proof are refusals, answered by the sign-in page, not faults.
    logger: { error: (error) => (isExpected(error) ? undefined : process.emitWarning(error)) },
  };
});

function isExpected(error: Error): boolean {
  return ["CredentialsSignin", "JWTSessionError", "MissingCSRF"].includes(error.name);
}

/** The routes next-auth answers itself (session, sign-out). */
export const { handlers } = nextAuth;

/** In proxy.ts: answers with what the session cookie says, and sends the cookie again so that it does not run out. */
export async function withSession(
  request: NextRequest,
  event: NextFetchEvent,
  answer: (isSignedIn: boolean) => Response,
): Promise<Response> {
  const run = await nextAuth.auth((signed) => answer(Boolean(signed.auth?.userId)));
  return (await run(request, event as never)) as Response;
}

/**
 * Signs in with a password. The refusals are those of `signInWithPassword`; on success the cookie is set and `home` is the
 * first page of the role in the current workspace.
 */
export async function signIn(attempt: {
  email: string;
  password: string;
  locale: Locale | null;
}): Promise<{ ok: true; person: Person; home: string } | Extract<SignIn, { ok: false }>> {
  const answer = await signInWithPassword({ ...attempt, address: await senderAddress() }, new Date());
  if (!answer.ok) return answer;
  // The password stays in one place, the flow; next-auth gets a proof that it was right, good for seconds.
  const token = { sub: answer.userId, versions: answer.versions };
  const proof = await encode({ token, secret: env().authSecret, salt: PROOF_SALT, maxAge: PROOF_S });
  await nextAuth.signIn("credentials", { proof, redirect: false });
  const session = await readSession(answer);
  if (!session) return { ok: false, reason: "no_workspace", waitSeconds: 0 };
  return { ok: true, person: session.person, home: homeOf(session.role) };
}

/** Ends the session of this browser. */
export async function signOut({ redirectTo = "/sign-in" }: { redirectTo?: string } = {}): Promise<void> {
  await nextAuth.signOut({ redirect: false });
  redirect(redirectTo);
}

/** The signed-in person, or null; read once per request. Throws with the digest DATABASE_DOWN when nothing answers. */
export const currentSession = cache(async (): Promise<Gate | null> => {
  const session = await nextAuth.auth();
  return session?.userId ? readSession(session) : null;
});

/**
 * For pages and actions: the signed-in person, who is sent to sign-in when there is none or the session was ended, and
 * to a page that says whom to ask when the role does not allow what is asked for.
 */
export async function gate(needs: { may?: Permission } = {}): Promise<Gate> {
  const session = await currentSession();
  if (!session) redirect("/sign-in");
  if (needs.may && !may(session.role, needs.may)) redirect(NO_PERMISSION);
  return session;
}

/** For route handlers: null means 401 (not signed in, or not allowed). */
export async function gateApi(needs: { may?: Permission } = {}): Promise<Gate | null> {
  const session = await currentSession();
  return session && needs.may && !may(session.role, needs.may) ? null : session;
}

/** Makes another workspace of the person the current one; one he or she is not in is not found. */
export async function switchWorkspace(slug: string): Promise<Answer> {
  const { memberships } = await gate();
  if (!memberships.some((membership) => membership.slug === slug)) return refuse("errors.notFound");
  const isSecure = (await headers()).get("x-forwarded-proto") === "https";
  const options = { maxAge: YEAR_S, sameSite: "lax", path: "/", httpOnly: true, secure: isSecure } as const;
  (await cookies()).set(WORKSPACE_COOKIE, slug, options);
  return { ok: true };
}

async function readSession({
  userId,
  versions,
}: {
  userId: string;
  versions: Versions;
}): Promise<Gate | null> {
  const found = await getPerson(userId).catch((error: unknown) => {
    throw isDatabaseDown(error)
      ? Object.assign(new Error("the database is down", { cause: error }), { digest: DATABASE_DOWN })
      : error;
  });
  const live = found && liveMemberships(versions, found.memberships);
  if (!live) return null;
  const slug = (await cookies()).get(WORKSPACE_COOKIE)?.value;
  const current = live.find((membership) => membership.workspace.slug === slug) ?? live[0];
  return current ? gateOf(found.person, current, live) : null;
}

function gateOf(person: Person, { role, workspace }: Membership, live: readonly Membership[]): Gate {
  return {
    scope: sessionScope({ workspaceId: workspace.id, userId: person.id, role }),
    person: { ...person, initials: initials(person.name) },
    workspace,
    role,
    memberships: live.map((each) => ({
      workspaceId: each.workspace.id,
      slug: each.workspace.slug,
      name: each.workspace.name,
      role: each.role,
    })),
  };
}

/** The last sender in the chain is the one our own server or proxy saw; those before it are hearsay. */
async function senderAddress(): Promise<string> {
  const chain = (await headers()).get("x-forwarded-for") ?? "";
  return chain.split(",").at(-1)?.trim() || "unknown";
}
