import { v7 } from "uuid";
import { afterAll, describe, expect, it } from "vitest";
import { withScope } from "@/db/client";
import { saveAccounts } from "@/db/queries/imports/accounts";
import { insertTerms, saveSubscriptions, type Terms } from "@/db/queries/imports/subscriptions";
import type { Scope } from "@/db/scope";
import { closeTestDatabase, testWorkspace } from "@/db/test-workspace";
import { rebuildAllMrrChanges, rebuildMrrChanges } from "./revenue";

const START = new Date("2024-01-01T00:00:00Z");
const hash = Buffer.from("00", "hex");

afterAll(closeTestDatabase);

/** A subscription of a new account, without terms yet. */
async function newSubscription(scope: Scope): Promise<string> {
  const [accountId, id] = [v7(), v7()];
  await withScope(scope, async (tx) => {
    const account = { id: accountId, externalId: accountId, name: "Acme", nameFolded: "acme", parentId: null, currency: "USD", industry: null, country: null, domain: null, isStrategic: false, contentHash: hash, occurredAt: START, recordedAt: START }; // prettier-ignore
    await saveAccounts(tx, scope, "test", [account]);
    const row = {
      id,
      externalId: id,
      accountId,
      planId: null,
      currency: "USD",
      startsOn: "2024-01-01",
      contentHash: hash,
      occurredAt: START,
      recordedAt: START,
    };
    await saveSubscriptions(tx, scope, "test", [row]);
  });
  return id;
}

async function learn(scope: Scope, subscriptionId: string, change: Partial<Terms>) {
  const terms: Terms = {
    subscriptionId,
    validFrom: START,
    recordedAt: START,
    isAssumed: false,
    feeMinor: 10_000,
    billingMonths: 1,
    quantity: null,
    isTrial: false,
    termMonths: null,
    termEndsOn: null,
    noticeDays: null,
    isAutoRenewed: true,
    noticeGivenOn: null,
    endedOn: null,
    ...change,
  };
  await withScope(scope, (tx) => insertTerms(tx, scope, [terms]));
}

async function steps(scope: Scope) {
  return withScope(scope, async ({ sql }) => [
    ...(await sql`select day::text, recorded_at::date::text as known, arr_delta_minor::int as delta from mrr_changes order by recorded_at, day`),
  ]);
}

describe("rebuildMrrChanges", () => {
  it("R1 adds the steps that the terms say, once", async () => {
    const { scope } = await testWorkspace();
    const id = await newSubscription(scope);
    await learn(scope, id, { endedOn: "2024-07-01" });
    expect(await rebuildMrrChanges(scope, [id])).toBe(2);
    expect(await rebuildMrrChanges(scope, [id])).toBe(0);
    expect(await steps(scope)).toEqual([
      { day: "2024-01-01", known: "2024-01-01", delta: 120_000 },
      { day: "2024-07-01", known: "2024-01-01", delta: -120_000 },
    ]);
  });

  it("adds correcting steps for what is learnt later and leaves the told ones", async () => {
    const { scope } = await testWorkspace();
    const id = await newSubscription(scope);
    await learn(scope, id, {});
    await rebuildMrrChanges(scope, [id]);
    await learn(scope, id, { recordedAt: new Date("2024-05-10T00:00:00Z"), feeMinor: 9_000 });
    await learn(scope, id, {
      validFrom: new Date("2024-04-01T00:00:00Z"),
      recordedAt: new Date("2024-05-10T00:00:00Z"),
      feeMinor: 12_000,
    });
    expect(await rebuildAllMrrChanges(scope)).toBe(2);
    expect(await steps(scope)).toEqual([
      { day: "2024-01-01", known: "2024-01-01", delta: 120_000 },
      { day: "2024-01-01", known: "2024-05-10", delta: -12_000 },
      { day: "2024-04-01", known: "2024-05-10", delta: 36_000 },
    ]);
  });

  it("counts a day from midnight in the zone of the workspace", async () => {
    const { scope } = await testWorkspace({ zone: "Asia/Tehran" });
    const id = await newSubscription(scope);
    await learn(scope, id, { validFrom: new Date("2024-03-19T20:30:00Z") });
    await rebuildMrrChanges(scope, [id]);
    expect(await steps(scope)).toMatchObject([{ day: "2024-03-20" }]);
  });

  it("touches no other workspace's subscriptions", async () => {
    const [mine, other] = [await testWorkspace(), await testWorkspace()];
    const id = await newSubscription(other.scope);
    await learn(other.scope, id, {});
    expect(await rebuildMrrChanges(mine.scope, [id])).toBe(0);
    expect(await steps(other.scope)).toEqual([]);
  });
});
