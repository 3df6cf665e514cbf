import { getWorkspace } from "@/db/queries/workspaces";
import { beginSeed, clearSeed, endSeed, loadDemo, seedReadiness, type DemoSummary } from "@/db/seed";
import type { Scope } from "@/db/scope";
import { env } from "@/lib/env";
import { addDays, localDay, monthEndsBetween, type Calendar, type Day } from "@/lib/period";
import { DEMO_PEOPLE, joinPeople, keepDemoPassword, type NewPerson } from "./people";
import { connectScorecards, proposeSegmentLimits } from "./scorecards";
import { recomputeHistory } from "./scores/recompute";
import { setUpWorkspace } from "./set-up";

export type SeedStep = "accounts" | "usage" | "analyse" | "scores";

export type SeedDemo = {
  accounts?: number;
  seed?: number;
  slug?: string;
  name?: string;
  /** Takes zone, calendar and currency of the country; without one the demo is Gregorian, in Dubai's time and US dollars. */
  country?: string;
  /** Older usage of very large companies is thin; `dense` or `thin` says so for any size. */
  usage?: "dense" | "thin";
  ifEmpty?: boolean;
  now: Date;
  onProgress?: (step: SeedStep, done: number, total: number) => void;
};

export type SeedResult =
  | { isSeeded: false; slug: string }
  | ({ isSeeded: true; slug: string; days: number } & DemoSummary);

/** The workspace holds data that no interrupted seed left; it is never touched. */
export class WorkspaceNotEmpty extends Error {
  constructor(readonly slug: string) {
    super(`The workspace "${slug}" holds data already; a seed never adds to it.`);
    this.name = "WorkspaceNotEmpty";
  }
}

const DEFAULTS = { accounts: 2000, seed: 1, slug: "demo", name: "Simorgh" } as const;
const HOME = { country: "AE", currency: "USD" } as const;

/** Colleagues of the demo CSM: they own accounts and never sign in. */
const COLLEAGUES: readonly NewPerson[] = [
  { email: "kiani@demo.vafa", name: "Babak Kiani", role: "csm" },
  { email: "nouri@demo.vafa", name: "Shirin Nouri", role: "csm" },
  { email: "mansoori@demo.vafa", name: "Khalid Mansoori", role: "csm" },
  { email: "weller@demo.vafa", name: "Clara Weller", role: "csm" },
  { email: "okafor@demo.vafa", name: "Daniel Okafor", role: "csm" },
];

/** A company up to this size gets daily snapshots; a larger one weekly ones and month ends. */
const DAILY_ACCOUNTS_MOST = 10_000;
const DAILY_DAYS = 98;
const WEEKS = { small: 26, large: 13 } as const;
const MONTH_ENDS_DAYS = 730;

/**
 * Makes a demo company: workspace, people, 24 months of facts up to yesterday, scorecards for its sources, segment limits and
 * scored history. What an interrupted seed left is deleted and made again. Throws WorkspaceNotEmpty when there is other data or
 * a finished seed, unless `ifEmpty`: then nothing happens.
 */
export async function seedDemo(options: SeedDemo): Promise<SeedResult> {
  const { accounts, seed, slug, name } = { ...DEFAULTS, ...given(options) };
  const { now } = options;
  const { scope } = await setUpWorkspace({
    slug,
    name,
    ...(options.country ? { country: options.country } : HOME),
    now,
  });
  const readiness = await seedReadiness(scope);
  if (readiness === "full") {
    if (options.ifEmpty) {
      // Start prints the password every time; it has to be the true one after it was changed in .env.
      const { demoPassword } = env();
      if (demoPassword !== null) await keepDemoPassword(demoPassword);
      return { isSeeded: false, slug };
    }
    throw new WorkspaceNotEmpty(slug);
  }
  await beginSeed(scope, { accounts, seed, now });
  if (readiness === "half") await clearSeed(scope);
  const workspace = await getWorkspace(scope);
  if (workspace === null) throw new Error(`workspace ${slug} is not there`);
  const { zone, calendar, country, currency } = workspace;
  const place = { today: localDay(now, zone), zone, calendar, country };
  const { usage, onProgress } = options;
  const ownerIds = await joinTeam(scope, now);
  const summary = await loadDemo(scope, { accounts, seed, place, currency, ownerIds, usage, onProgress });
  const days = await score(scope, { accounts, now, calendar, lastDay: summary.lastDay, onProgress });
  await endSeed(scope, now);
  return { isSeeded: true, slug, days, ...summary };
}

function given(options: SeedDemo): Partial<SeedDemo> {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined));
}

/** Demo people can sign in with the demo password; answers the user ids of those who own accounts, Sara Amiri first. */
async function joinTeam(scope: Scope, now: Date): Promise<string[]> {
  const password = env().demoPassword ?? undefined;
  const people: NewPerson[] = [...DEMO_PEOPLE.map((person) => ({ ...person, password })), ...COLLEAGUES];
  const { userIds } = await joinPeople(scope, people, now);
  const owners = people.filter((person) => person.role === "csm");
  return owners.map((person) => userIds.get(person.email) ?? "").filter((id) => id !== "");
}

type Scoring = {
  accounts: number;
  now: Date;
  calendar: Calendar;
  lastDay: Day;
  onProgress?: SeedDemo["onProgress"];
};

async function score(
  scope: Scope,
  { accounts, now, calendar, lastDay, onProgress }: Scoring,
): Promise<number> {
  await connectScorecards(scope, now);
  await proposeSegmentLimits(scope, now);
  const days = snapshotDays(accounts, lastDay, calendar);
  let scored = 0;
  await recomputeHistory(scope, days, {
    now,
    onProgress: ({ done, total }) => {
      if (done === total) onProgress?.("scores", ++scored, days.length);
    },
  });
  return days.length;
}

/** Days with a snapshot, newest last: every day of the last 14 weeks and weeks before, or weeks and month ends. */
function snapshotDays(accounts: number, lastDay: Day, calendar: Calendar): Day[] {
  const every = (step: number, count: number) =>
    Array.from({ length: count }, (_, i) => addDays(lastDay, -step * i));
  const days =
    accounts <= DAILY_ACCOUNTS_MOST
      ? [...every(1, DAILY_DAYS), ...every(7, WEEKS.small)]
      : [
          ...every(7, WEEKS.large),
          ...monthEndsBetween(addDays(lastDay, -MONTH_ENDS_DAYS), lastDay, calendar),
        ];
  return [...new Set(days)].sort();
}
