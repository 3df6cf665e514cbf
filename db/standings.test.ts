import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Band } from "@/lib/metrics/health/card";
import { WHOLE_PORTFOLIO, withinGroup } from "@/lib/portfolio";
import { withScope } from "./client";
import {
  getStanding,
  hasStandings,
  listAmounts,
  listStandingIds,
  listStandings,
  listStandingsOf,
} from "./queries/standings";
import { listJudgements, listWeeklyHealth } from "./queries/standings-history";
import { countBands, countStandings, groupStandings, sumStandings } from "./queries/standings-totals";
import { ensurePartitions } from "./partitions";
import { accountStandings, accounts, healthSnapshots } from "./schema";
import { sessionScope, type Scope } from "./scope";
import { closeTestDatabase, testWorkspace } from "./test-workspace";

const TODAY = "2026-03-01";
const NOW = new Date("2026-03-01T12:00:00Z");
const BY_LOSS = { sort: "loss", order: "desc", today: TODAY } as const;

type Made = {
  name: string;
  band: Band;
  chi: number | null;
  arr: number | null;
  p: number;
  decision: string | null;
};

/** Five customers and one that has left; amounts in cents, probabilities over 90 days. */
const MADE: Made[] = [
  { name: "آرونده", band: "critical", chi: 34, arr: 17_200_000, p: 0.46, decision: "2026-03-24" },
  { name: "b_100%", band: "at_risk", chi: 48, arr: 31_200_000, p: 0.24, decision: "2026-05-10" },
  { name: "cedar", band: "watch", chi: 57, arr: 24_000_000, p: 0.14, decision: null },
  { name: "delta", band: "healthy", chi: 79, arr: null, p: 0.03, decision: "2026-11-01" },
  { name: "echo", band: "unknown", chi: null, arr: 31_200_000, p: 0.24, decision: "2026-05-10" },
];

let csm: Scope;
let viewer: Scope;
let other: Scope;
const ids: string[] = [];

function standingOf(workspaceId: string, accountId: string, made: Made, place: number, stageKey: string) {
  const lossMinor = made.arr === null ? null : Math.round(made.p * made.arr);
  const deciding = made.arr ?? 5_000;
  return {
    workspaceId,
    accountId,
    versionId: v7(),
    asOf: NOW,
    knownAt: NOW,
    raw: [made.chi, null],
    ageDays: [0, null],
    normalised: [made.chi, null],
    decayed: [made.chi, null],
    chi: made.chi,
    coverage: made.chi === null ? 0.4 : 1,
    computedBand: made.band,
    guardrail: null,
    effectiveBand: made.band,
    segmentKey: place % 2 === 0 ? "mid" : "tech_touch",
    stageKey,
    nameFolded: made.name,
    ownerId: null,
    currency: made.arr === null ? "EUR" : "USD",
    arrMinor: deciding,
    decidingArrMinor: deciding,
    decisionOn: made.decision,
    decidesMonthly: made.decision === null,
    churnProbability90d: made.p,
    lossMinor,
    arrReportingMinor: made.arr,
    decidingReportingMinor: made.arr,
    lossReportingMinor: lossMinor,
    lossVarianceReporting: made.arr === null ? null : made.p * (1 - made.p) * made.arr ** 2,
    atRiskReportingMinor: made.band === "critical" || made.band === "at_risk" ? made.arr : 0,
    openTickets: place,
  };
}

beforeAll(async () => {
  const { scope, workspaceId } = await testWorkspace();
  csm = sessionScope({ workspaceId, userId: v7(), role: "csm" });
  viewer = sessionScope({ workspaceId, userId: v7(), role: "viewer" });
  other = (await testWorkspace()).scope;
  await ensurePartitions(scope, "health_snapshots", "2025-11-01", TODAY);
  const all = [...MADE, { ...MADE[0]!, name: "left" }];
  all.forEach(() => ids.push(v7()));
  await withScope(scope, async ({ db }) => {
    await db.insert(accounts).values(
      all.map(({ name }, place) => ({
        workspaceId,
        id: ids[place]!,
        source: "test",
        externalId: String(place),
        name,
        nameFolded: name,
        currency: "USD",
        custom: {},
        contentHash: new Uint8Array([1]),
        occurredAt: NOW,
        recordedAt: NOW,
      })),
    );
    const standings = all.map((made, place) =>
      standingOf(workspaceId, ids[place]!, made, place, made.name === "left" ? "former" : "value"),
    );
    await db.insert(accountStandings).values(standings);
    const {
      versionId,
      raw,
      ageDays,
      normalised,
      decayed,
      coverage,
      computedBand,
      effectiveBand,
      segmentKey,
      stageKey,
    } = standings[0]!;
    const judged = {
      versionId,
      raw,
      ageDays,
      normalised,
      decayed,
      coverage,
      computedBand,
      effectiveBand,
      segmentKey,
      stageKey,
    };
    const days = ["2026-02-21", "2026-02-22", "2026-02-05"] as const;
    await db.insert(healthSnapshots).values(
      days.map((day, step) => ({
        ...judged,
        workspaceId,
        day,
        accountId: ids[0]!,
        asOf: NOW,
        knownAt: NOW,
        chi: 40 + step,
      })),
    );
  });
});

afterAll(closeTestDatabase);

const namesOf = async (filter: Partial<typeof WHOLE_PORTFOLIO>, scope = csm) =>
  (
    await listStandings(scope, {
      ...BY_LOSS,
      filter: { ...WHOLE_PORTFOLIO, ...filter },
      offset: 0,
      limit: 100,
    })
  ).map((standing) => standing.name);

describe("the list of standings", () => {
  it("C5 ranks by expected loss, ties by account id, an account without a rate last, and leaves out who has left", async () => {
    expect(await namesOf({})).toEqual(["آرونده", "b_100%", "echo", "cedar", "delta"]);
    expect(await namesOf({ stage: "former" })).toEqual(["left"]);
  });

  it("pages by offset give the same accounts as one page", async () => {
    const page = (offset: number) =>
      listStandings(csm, { ...BY_LOSS, filter: WHOLE_PORTFOLIO, offset, limit: 2 });
    const names = [...(await page(0)), ...(await page(2)), ...(await page(4))].map(
      (standing) => standing.name,
    );
    expect(names).toEqual(await namesOf({}));
  });

  it("filters by band, segment, probability, decision and folded name, with % and _ as letters", async () => {
    expect(await namesOf({ bands: ["critical", "unknown"] })).toEqual(["آرونده", "echo"]);
    expect(await namesOf({ segments: ["tech_touch"] })).toEqual(["b_100%", "delta"]);
    expect(await namesOf({ churnMin: 0.24 })).toEqual(["آرونده", "b_100%", "echo"]);
    expect(await namesOf({ decisionWithinDays: 60 })).toEqual(["آرونده", "cedar"]);
    expect(await namesOf({ search: "0%" })).toEqual(["b_100%"]);
    expect(await namesOf({ search: "_" })).toEqual(["b_100%"]);
    expect(await namesOf({ onlyRevenueAtRisk: true })).toEqual(["آرونده", "b_100%"]);
    expect(await namesOf({ owner: "none" })).toHaveLength(5);
  });

  it("a viewer gets no amount and no order of amounts: the worst score comes first", async () => {
    const rows = await listStandings(viewer, { ...BY_LOSS, filter: WHOLE_PORTFOLIO, offset: 0, limit: 100 });
    expect(rows.map((row) => row.money)).toEqual([null, null, null, null, null]);
    expect(rows.map((row) => row.chi)).toEqual([34, 48, 57, 79, null]);
    expect((await sumStandings(viewer, { filter: WHOLE_PORTFOLIO, today: TODAY })).money).toBeNull();
    expect(
      (await listAmounts(viewer, { filter: WHOLE_PORTFOLIO, today: TODAY })).map((row) => row.lossMinor),
    ).toEqual([null, null, null, null, null]);
  });

  it("another workspace sees none of them, by filter or by id", async () => {
    expect(await namesOf({}, other)).toEqual([]);
    expect(await getStanding(other, { accountId: ids[0]! })).toBeNull();
    expect(await hasStandings(other)).toBe(false);
    expect(await countStandings(other, { filter: WHOLE_PORTFOLIO, today: TODAY })).toBe(0);
  });

  it("accounts asked by id come in the order asked", async () => {
    const asked = [ids[2]!, v7(), ids[0]!];
    expect((await listStandingsOf(csm, { accountIds: asked })).map((row) => row.name)).toEqual([
      "cedar",
      "آرونده",
    ]);
    expect(await listStandingIds(csm, { ...BY_LOSS, filter: WHOLE_PORTFOLIO })).toHaveLength(5);
  });
});

describe("the sums of standings", () => {
  it("C2 sums what has a rate and counts what has none", async () => {
    const { count, atRisk, deciding60, deciding60AtRisk, money } = await sumStandings(csm, {
      filter: WHOLE_PORTFOLIO,
      today: TODAY,
    });
    expect({ count, atRisk, deciding60, deciding60AtRisk }).toEqual({
      count: 5,
      atRisk: 2,
      deciding60: 2,
      deciding60AtRisk: 1,
    });
    expect(money).toMatchObject({
      arrMinor: 103_600_000,
      lossMinor: 7_912_000 + 7_488_000 + 3_360_000 + 7_488_000,
      lossAccounts: 4,
      atRiskMinor: 48_400_000,
      atRiskAccounts: 2,
      unrated: 1,
      isConverted: true,
      chiWeightMinor: 72_400_000,
    });
  });

  it("the amounts row by row add up to the sums", async () => {
    const question = { filter: WHOLE_PORTFOLIO, today: TODAY };
    const [rows, { money }] = [await listAmounts(csm, question), await sumStandings(csm, question)];
    expect(rows.reduce((sum, row) => sum + (row.lossMinor ?? 0), 0)).toBe(money?.lossMinor);
    expect(rows.reduce((sum, row) => sum + (row.arrMinor ?? 0), 0)).toBe(money?.arrMinor);
  });

  it("groups hold each account once, add up to the whole, and hold what their filter lists", async () => {
    for (const group of ["band", "segment", "owner"] as const) {
      const { groups, totals } = await groupStandings(csm, { filter: WHOLE_PORTFOLIO, today: TODAY, group });
      expect(totals).toEqual(await sumStandings(csm, { filter: WHOLE_PORTFOLIO, today: TODAY }));
      expect(groups.reduce((sum, each) => sum + each.totals.count, 0)).toBe(5);
      for (const { key, totals: part } of groups)
        expect(
          await countStandings(csm, { filter: withinGroup(WHOLE_PORTFOLIO, group, key), today: TODAY }),
        ).toBe(part.count);
    }
  });

  it("bands count current customers only", async () => {
    expect(await countBands(csm, { today: TODAY })).toEqual({
      critical: 1,
      at_risk: 1,
      watch: 1,
      healthy: 1,
      unknown: 1,
    });
  });

  it("sums over nothing are zero, not missing", async () => {
    const { count, money } = await sumStandings(csm, {
      filter: { ...WHOLE_PORTFOLIO, search: "nobody" },
      today: TODAY,
    });
    expect([count, money?.lossMinor, money?.lossVariance]).toEqual([0, 0, 0]);
  });
});

describe("the history of standings", () => {
  it("holds the newest score of each past week, oldest first, and null where there was none", async () => {
    const series = await listWeeklyHealth(csm, { accountIds: [ids[0]!, ids[1]!], today: TODAY, weeks: 4 });
    expect(series.get(ids[0]!)).toEqual([null, 42, null, 41]);
    expect(series.get(ids[1]!)).toEqual([null, null, null, null]);
  });

  it("a missing value of a stored judgement stays missing", async () => {
    const [judgement] = await listJudgements(csm, { accountIds: [ids[0]!] });
    expect(judgement).toMatchObject({ raw: [34, null], ageDays: [0, null], decayed: [34, null] });
  });
});
