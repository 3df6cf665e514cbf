import { v7 } from "uuid";
import { afterAll, describe, expect, it } from "vitest";
import { listAuditEntries } from "@/db/queries/audit";
import { getCredentials, getPerson, listPeople } from "@/db/queries/people";
import { sessionScope } from "@/db/scope";
import { closeTestDatabase, testWorkspace } from "@/db/test-workspace";
import type { Role } from "@/lib/roles";
import { isPassword } from "./passwords";
import {
  DEMO_PEOPLE,
  endSessions,
  isDemoOpen,
  joinPeople,
  keepDemoPassword,
  savePreferences,
} from "./people";

const NOW = new Date("2026-03-14T10:00:00Z");
const newEmail = () => `${v7()}@test.vafa`;

/** A workspace with one member; answers both and a scope in the member's name. */
async function withMember(role: Role = "csm") {
  const { scope, workspaceId } = await testWorkspace();
  const email = newEmail();
  const { userIds } = await joinPeople(scope, [{ email, name: "Sara Amiri", role }], NOW);
  const userId = userIds.get(email) ?? "";
  return { scope, email, userId, own: sessionScope({ workspaceId, userId, role }) };
}

afterAll(closeTestDatabase);

describe("joinPeople", () => {
  it("makes users and members and leaves one audit row each", async () => {
    const { scope } = await testWorkspace();
    const people = [
      { email: newEmail(), name: "Zahra Noori", role: "csm" as const, password: "correct horse" },
      { email: newEmail(), name: "Adam Weiss", role: "viewer" as const },
    ];
    const { joined, userIds } = await joinPeople(scope, people, NOW);
    expect(joined).toBe(2);
    expect((await listPeople(scope)).map(({ name, role }) => `${name}, ${role}`)).toEqual([
      "Adam Weiss, viewer",
      "Zahra Noori, csm",
    ]);
    expect(await listPeople(scope, { role: "csm" })).toHaveLength(1);
    const trail = await listAuditEntries(scope, { limit: 10 });
    expect(trail.map((row) => [row.action, row.subjectId]).sort()).toEqual(
      [...userIds.values()].map((id) => ["member_joined", id]).sort(),
    );
    expect(trail.every((row) => row.at.getTime() === NOW.getTime() && row.userId === null)).toBe(true);
  });

  it("changes nothing the second time", async () => {
    const { scope, email } = await withMember();
    const again = await joinPeople(
      scope,
      [{ email: email.toUpperCase(), name: "Other", role: "admin" }],
      NOW,
    );
    expect(again.joined).toBe(0);
    expect(await listPeople(scope)).toMatchObject([{ name: "Sara Amiri", role: "csm" }]);
    expect(await listAuditEntries(scope, { limit: 10 })).toHaveLength(1);
  });

  it("lets no other workspace replace a password, but gives one to whom has none", async () => {
    const { scope, email } = await withMember();
    const other = await testWorkspace();
    await joinPeople(scope, [{ email, name: "Sara Amiri", role: "csm", password: "the first one" }], NOW);
    await joinPeople(other.scope, [{ email, name: "Sara Amiri", role: "csm", password: "another one" }], NOW);
    const kept = (await getCredentials(email))?.passwordHash ?? null;
    expect(await isPassword("the first one", kept)).toBe(true);
    expect(await isPassword("another one", kept)).toBe(false);
    expect((await getPerson((await getCredentials(email))?.userId ?? ""))?.memberships).toHaveLength(2);
  });

  it("makes one person of the same address joined from two places at once", async () => {
    const email = newEmail();
    const [a, b] = [await testWorkspace(), await testWorkspace()];
    const person = { email, name: "Sara Amiri", role: "csm" as const };
    const both = await Promise.all([joinPeople(a.scope, [person], NOW), joinPeople(b.scope, [person], NOW)]);
    expect(both[0].userIds.get(email)).toBe(both[1].userIds.get(email));
    expect(both.map((each) => each.joined)).toEqual([1, 1]);
  });
});

describe("keepDemoPassword", () => {
  it("gives the demo people the password that start prints, and nobody else", async () => {
    const { scope, email } = await withMember();
    await joinPeople(scope, [{ email, name: "Sara Amiri", role: "csm", password: "her own one" }], NOW);
    await joinPeople(
      scope,
      DEMO_PEOPLE.map((person) => ({ ...person, password: "the first start" })),
      NOW,
    );
    expect(await isDemoOpen()).toBe(true);
    await keepDemoPassword("the next start");
    const hashOf = async (address: string) => (await getCredentials(address))?.passwordHash ?? null;
    expect(await isPassword("the next start", await hashOf("csm@demo.vafa"))).toBe(true);
    expect(await isPassword("the next start", await hashOf("viewer@demo.vafa"))).toBe(true);
    expect(await isPassword("her own one", await hashOf(email))).toBe(true);
  });
});

describe("endSessions", () => {
  const versionOf = async (userId: string) => (await getPerson(userId))?.memberships[0]?.sessionVersion;

  it("raises the version and leaves an audit row, every time", async () => {
    const { scope, userId, own } = await withMember();
    expect(await endSessions(own, userId, NOW)).toEqual({ ok: true });
    expect(await endSessions(own, userId, NOW)).toEqual({ ok: true });
    expect(await versionOf(userId)).toBe(2);
    const trail = await listAuditEntries(scope, { limit: 10 });
    expect(trail.filter((row) => row.action === "sessions_ended" && row.userId === userId)).toHaveLength(2);
  });

  it("cannot reach a member of another workspace", async () => {
    const { userId } = await withMember();
    const admin = await withMember("admin");
    expect(await endSessions(admin.own, userId, NOW)).toEqual({ ok: false, message: "errors.notFound" });
    expect(await versionOf(userId)).toBe(0);
  });

  it("refuses a csm, an executive and a viewer who means somebody else", async () => {
    const { scope, userId } = await withMember();
    for (const role of ["csm", "executive", "viewer"] as const) {
      const other = sessionScope({ workspaceId: scope.workspaceId, userId: v7(), role });
      expect(await endSessions(other, userId, NOW)).toEqual({ ok: false, message: "errors.noPermission" });
    }
    expect(await versionOf(userId)).toBe(0);
  });
});

describe("savePreferences", () => {
  it("keeps what is not named and forgets what is null", async () => {
    const { userId, own } = await withMember();
    await savePreferences(own, { locale: "fa", theme: "dark", digits: "latn", hasShortcuts: false });
    await savePreferences(own, { digits: null });
    await savePreferences(own, {});
    expect((await getPerson(userId))?.person).toMatchObject({
      locale: "fa",
      theme: "dark",
      digits: null,
      hasShortcuts: false,
    });
  });

  it("has nobody to save for in background work", async () => {
    const { scope } = await withMember();
    expect(await savePreferences(scope, { theme: "dark" })).toEqual({
      ok: false,
      message: "errors.noPermission",
    });
  });
});
