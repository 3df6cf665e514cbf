import { isIPv6 } from "node:net";
import { getCredentials, getPerson, saveFirstLocale, type Membership } from "@/db/queries/people";
import { forgiveAttempt, takeAttempt } from "@/db/queries/rate-limits";
import type { Locale } from "@/lib/words/locale";
import { isPassword } from "./passwords";
import { foldEmail } from "./people";

/** Versions of memberships at sign-in, by membership id; one that is absent had version 0. */
export type Versions = Record<string, number>;

export type SignIn =
  | { ok: true; userId: string; versions: Versions }
  | { ok: false; reason: "wrong" | "wait" | "no_workspace"; waitSeconds: number };

const FREE_PER_ACCOUNT = 5;
const FREE_PER_ADDRESS = 20;
const QUIET_MS = 15 * 60_000;
const LONGEST_DELAY_MS = 5 * 60_000;
const FIRST_DELAY_MS = 1000;
/** The half of an IPv6 address that a provider gives to one customer. */
const IPV6_CUSTOMER_GROUPS = 4;

/**
 * Delay after so many failures: none below `free`, then 1 s, 2 s, 4 s … up to 5 minutes. In milliseconds.
 */
export function delayMs(failures: number, free: number): number {
  if (failures < free) return 0;
  return Math.min(FIRST_DELAY_MS * 2 ** (failures - free), LONGEST_DELAY_MS);
}

/**
 * Checks a password. Unknown addresses and wrong passwords get the same answer after the same work. After 5 failures in
 * 15 minutes per account, or 20 per network address, each further failure doubles a delay during which nothing is even
 * compared; success forgets the failures of the account. `waitSeconds` is how long the next try has to wait, 0 for not.
 */
export async function signInWithPassword(
  attempt: { email: string; password: string; address: string; locale: Locale | null },
  now: Date,
): Promise<SignIn> {
  const email = foldEmail(attempt.email);
  const account = `account:${email}`;
  const address = `address:${addressKey(attempt.address)}`;
  const counters = [
    { key: account, delayMs: (failures: number) => delayMs(failures, FREE_PER_ACCOUNT) },
    { key: address, delayMs: (failures: number) => delayMs(failures, FREE_PER_ADDRESS) },
  ];
  const { isAllowed, waitUntil } = await takeAttempt(counters, { now, quietMs: QUIET_MS });
  const waitSeconds =
    waitUntil === null ? 0 : Math.max(1, Math.ceil((waitUntil.getTime() - now.getTime()) / 1000));
  if (!isAllowed) return { ok: false, reason: "wait", waitSeconds: Math.max(1, waitSeconds) };

  const known = await getCredentials(email);
  const isRight = await isPassword(attempt.password, known?.passwordHash ?? null);
  if (!known || !isRight) return { ok: false, reason: "wrong", waitSeconds };

  await forgiveAttempt({ cleared: account, eased: address }, { now, quietMs: QUIET_MS });
  return enter(known.userId, attempt.locale);
}

async function enter(userId: string, locale: Locale | null): Promise<SignIn> {
  const found = await getPerson(userId);
  const active = found?.memberships.filter((membership) => membership.isActive) ?? [];
  if (active.length === 0) return { ok: false, reason: "no_workspace", waitSeconds: 0 };
  if (locale !== null) await saveFirstLocale(userId, locale);
  const raised = active.filter((membership) => membership.sessionVersion !== 0);
  return {
    ok: true,
    userId,
    versions: Object.fromEntries(raised.map((each) => [each.id, each.sessionVersion])),
  };
}

/**
 * The memberships a session may still use, or null when the session has ended: a version was raised since sign-in, or
 * no active membership is left. Memberships made after sign-in are used at once.
 */
export function liveMemberships(versions: Versions, memberships: readonly Membership[]): Membership[] | null {
  const active = memberships.filter((membership) => membership.isActive);
  const isRaised = active.some((membership) => membership.sessionVersion !== (versions[membership.id] ?? 0));
  return isRaised || active.length === 0 ? null : active;
}

/** One sender: an IPv4 address as it is; of an IPv6 address the part that stands for one customer. */
export function addressKey(address: string): string {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^::ffff:(?=\d+\.)/, "");
  if (!isIPv6(plain)) return plain;
  const [head = "", tail] = plain.replace(/%.*$/, "").split("::");
  const groups = head === "" ? [] : head.split(":");
  const after = tail ? tail.split(":") : [];
  const filled =
    tail === undefined ? groups : [...groups, ...Array(8 - groups.length - after.length).fill("0"), ...after];
  return filled
    .slice(0, IPV6_CUSTOMER_GROUPS)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":");
}
