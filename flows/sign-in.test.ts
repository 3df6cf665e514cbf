import { v7 } from "uuid";
import { afterAll, describe, expect, it } from "vitest";
import { withScope } from "@/db/client";
import { getPerson } from "@/db/queries/people";
import { closeTestDatabase, testWorkspace } from "@/db/test-workspace";
import { endSessions, joinPeople } from "./people";
import { addressKey, delayMs, liveMemberships, signInWithPassword } from "./sign-in";

const START = Date.parse("2026-03-14T10:00:00Z");
const at = (seconds: number) => new Date(START + seconds * 1000);
const RIGHT = "correct horse battery";

/** A sender nobody else in these tests uses. */
const newAddress = () => `test-${v7()}`;

async function person() {
  const { scope } = await testWorkspace();
  const email = `${v7()}@test.vafa`;
  const { userIds } = await joinPeople(scope, [{ email, name: "Sara", role: "csm", password: RIGHT }], at(0));
  return { scope, email, userId: userIds.get(email) ?? "" };
}

/** Tries passwords one after the other at the given seconds. */
async function tries(email: string, address: string, seconds: readonly number[], password = "wrong") {
  const answers = [];
  for (const second of seconds) {
    answers.push(await signInWithPassword({ email, password, address, locale: null }, at(second)));
  }
  return answers;
}

afterAll(closeTestDatabase);

describe("signInWithPassword", () => {
  it("lets the right password in, however the address is written, and keeps the first language", async () => {
    const { email, userId } = await person();
    const attempt = { email: ` ${email.toUpperCase()} `, password: RIGHT, address: newAddress() };
    expect(await signInWithPassword({ ...attempt, locale: "fa" }, at(0))).toEqual({
      ok: true,
      userId,
      versions: {},
    });
    await signInWithPassword({ ...attempt, locale: "ar" }, at(1));
    expect((await getPerson(userId))?.person.locale).toBe("fa");
  });

  it("answers the same for a wrong password, an unknown address and a person without a password", async () => {
    const { scope, email } = await person();
    const silent = `${v7()}@test.vafa`;
    await joinPeople(scope, [{ email: silent, name: "No password", role: "csm" }], at(0));
    for (const each of [email, silent, `${v7()}@test.vafa`]) {
      expect(await tries(each, newAddress(), [0])).toEqual([{ ok: false, reason: "wrong", waitSeconds: 0 }]);
    }
  });

  it("takes about as long for an unknown address as for a wrong password", async () => {
    const { email } = await person();
    const spent = async (address: string) => {
      const begin = process.cpuUsage().user;
      await tries(address, newAddress(), [0]);
      return process.cpuUsage(undefined).user - begin;
    };
    await spent(email);
    const [known, unknown] = [await spent(email), await spent(`${v7()}@test.vafa`)];
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  it("after 5 failures makes an account wait 1 s, then 2 s, 4 s …", async () => {
    const { email } = await person();
    const address = newAddress();
    const first = await tries(email, address, [0, 1, 2, 3, 4]);
    expect(first.map((answer) => !answer.ok && answer.waitSeconds)).toEqual([0, 0, 0, 0, 1]);
    expect(await tries(email, address, [4.5], RIGHT)).toEqual([
      { ok: false, reason: "wait", waitSeconds: 1 },
    ]);
    const later = await tries(email, address, [5, 6, 7, 11]);
    expect(later.map((answer) => !answer.ok && [answer.reason, answer.waitSeconds])).toEqual([
      ["wrong", 2],
      ["wait", 1],
      ["wrong", 4],
      ["wrong", 8],
    ]);
  });

  it("forgets the failures of the account after a success", async () => {
    const { email } = await person();
    const address = newAddress();
    await tries(email, address, [0, 1, 2, 3, 4]);
    expect(await tries(email, address, [5], RIGHT)).toMatchObject([{ ok: true }]);
    expect(await tries(email, address, [6])).toEqual([{ ok: false, reason: "wrong", waitSeconds: 0 }]);
  });

  it("begins again after 15 quiet minutes, counted from the end of the last delay", async () => {
    const { email } = await person();
    await tries(email, newAddress(), [0, 1, 2, 3]);
    expect(await tries(email, newAddress(), [900])).toEqual([{ ok: false, reason: "wrong", waitSeconds: 0 }]);
    await tries(email, newAddress(), [901, 902, 903, 904]);
    expect(await tries(email, newAddress(), [904 + 900])).toEqual([
      { ok: false, reason: "wrong", waitSeconds: 2 },
    ]);
    expect(await tries(email, newAddress(), [904 + 902 + 900])).toEqual([
      { ok: false, reason: "wrong", waitSeconds: 0 },
    ]);
  });

  it("after 20 failures makes a sender wait whichever account it tries, but not others", async () => {
    const { email } = await person();
    const address = newAddress();
    await Promise.all(Array.from({ length: 20 }, () => tries(`${v7()}@test.vafa`, address, [0])));
    expect(await tries(email, address, [0.5], RIGHT)).toEqual([
      { ok: false, reason: "wait", waitSeconds: 1 },
    ]);
    expect(await tries(email, newAddress(), [0.5], RIGHT)).toMatchObject([{ ok: true }]);
    expect(await tries(email, address, [1], RIGHT)).toMatchObject([{ ok: true }]);
    expect(await tries(`${v7()}@test.vafa`, address, [2])).toEqual([
      { ok: false, reason: "wrong", waitSeconds: 2 },
    ]);
  });

  it("counts guesses that arrive at the same moment one by one: 5 of 20 are compared", async () => {
    const { email } = await person();
    const guesses = Array.from({ length: 20 }, () => tries(email, newAddress(), [0]));
    const answers = (await Promise.all(guesses)).flat();
    expect(answers.filter((answer) => !answer.ok && answer.reason === "wrong")).toHaveLength(5);
    expect(answers.filter((answer) => !answer.ok && answer.reason === "wait")).toHaveLength(15);
  });

  it("turns away who is in no workspace, after the right password only", async () => {
    const { email, scope } = await person();
    await withScope(scope, ({ sql }) => sql`update members set is_active = false`);
    expect(await tries(email, newAddress(), [0], RIGHT)).toMatchObject([
      { ok: false, reason: "no_workspace" },
    ]);
    expect(await tries(email, newAddress(), [0])).toMatchObject([{ ok: false, reason: "wrong" }]);
  });
});

describe("a session", () => {
  const memberships = async (userId: string) => (await getPerson(userId))?.memberships ?? [];

  it("ends when the version is raised, and a new sign-in begins another", async () => {
    const { scope, email, userId } = await person();
    expect(liveMemberships({}, await memberships(userId))).toHaveLength(1);
    await endSessions(scope, userId, at(1));
    expect(liveMemberships({}, await memberships(userId))).toBeNull();
    const [again] = await tries(email, newAddress(), [2], RIGHT);
    expect(again?.ok && liveMemberships(again.versions, await memberships(userId))).toHaveLength(1);
    await endSessions(scope, userId, at(3));
    expect(again?.ok && liveMemberships(again.versions, await memberships(userId))).toBeNull();
  });

  it("uses a workspace joined after sign-in at once, and ends when its version is raised", async () => {
    const { email, userId } = await person();
    const second = await testWorkspace();
    await joinPeople(second.scope, [{ email, name: "Sara", role: "viewer" }], at(1));
    expect(liveMemberships({}, await memberships(userId))).toHaveLength(2);
    await endSessions(second.scope, userId, at(2));
    expect(liveMemberships({}, await memberships(userId))).toBeNull();
  });

  it("loses a workspace that no longer has the person as an active member, and ends with the last one", async () => {
    const { scope, email, userId } = await person();
    const second = await testWorkspace();
    await joinPeople(second.scope, [{ email, name: "Sara", role: "viewer" }], at(1));
    await withScope(scope, ({ sql }) => sql`update members set is_active = false`);
    expect(liveMemberships({}, await memberships(userId))?.map((each) => each.workspace.slug)).toEqual([
      second.slug,
    ]);
    await withScope(second.scope, ({ sql }) => sql`update members set is_active = false`);
    expect(liveMemberships({}, await memberships(userId))).toBeNull();
  });
});

describe("delayMs", () => {
  it("doubles from 1 s and stops at 5 minutes: 5 → 1 s, 6 → 2 s, 13 → 256 s, 14 → 300 s, 999 → 300 s", () => {
    expect([4, 5, 6, 13, 14, 999].map((failures) => delayMs(failures, 5) / 1000)).toEqual([
      0, 1, 2, 256, 300, 300,
    ]);
  });
});

describe("addressKey", () => {
  it("takes an IPv6 customer's whole network for one sender, and a mapped IPv4 address for itself", () => {
    expect(addressKey("2001:DB8:1:2:a:b:c:d")).toBe("2001:db8:1:2");
    expect(addressKey("2001:db8:1:2::9")).toBe("2001:db8:1:2");
    expect(addressKey("2001:db8::9")).toBe("2001:db8:0:0");
    expect(addressKey("::1")).toBe("0:0:0:0");
    expect(addressKey("::ffff:192.0.2.7")).toBe("192.0.2.7");
    expect(addressKey(" 192.0.2.7 ")).toBe("192.0.2.7");
  });
});
