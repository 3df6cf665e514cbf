import type { Day } from "@/lib/period";
import { withScope } from "../client";
import { rebuildIndex, vacuumTables } from "../maintenance";
import { saveFreshness } from "../queries/sources";
import type { Scope } from "../scope";
import { aucBound, type Outcome } from "./company/bound";
import { factsOf, outcomeOf } from "./company/company";
import type { CompanyFacts, UsePattern } from "./company/facts";
import { storyOf } from "./company/story";
import { HISTORY_DAYS, Timeline, type Place } from "./company/timeline";
import type { Market } from "./company/traits";
import { SEEDED_TABLES } from "./load/clear";
import { insertCompanies } from "./load/companies";
import { Deliveries } from "./load/counts";
import { insertReference, type Reference } from "./load/reference";
import { insertUsage } from "./load/usage";

export { clearSeed } from "./load/clear";
export { beginSeed, endSeed, seedReadiness, type Readiness } from "./load/marker";

/** Accounts of one transaction, and how many transactions are written at the same time. */
const BATCH = 1_000;
const TOGETHER = 2;
/** Above this many accounts the older usage is thinned to about a day a week. */
const DENSE_ACCOUNTS_MOST = 10_000;
const FRESHNESS_BATCH = 1_000;

export type DemoLoad = {
  accounts: number;
  seed: number;
  place: Place;
  currency: string;
  /** Users who own accounts. */
  ownerIds: readonly string[];
  usage?: "dense" | "thin";
  onProgress?: (step: "accounts" | "usage" | "analyse", done: number, total: number) => void;
};

export type DemoSummary = {
  accounts: number;
  customers: number;
  usageRows: number;
  tickets: number;
  /** The best AUC any model can be expected to reach for leaving within 90 days; null when nobody left. */
  aucBound: number | null;
  /** Last day with facts. */
  lastDay: Day;
};

/**
 * Fills an empty workspace with an invented company of 24 months, up to and including yesterday: the same content for the same
 * seed, day and place. Streams account by account and day by day; what it holds in memory is about a kilobyte per account.
 */
export async function loadDemo(scope: Scope, load: DemoLoad): Promise<DemoSummary> {
  const timeline = new Timeline(load.place);
  const deliveries = new Deliveries(timeline);
  const startMs = timeline.at(0, 0);
  const reference = await withScope(scope, (tx) =>
    insertReference(tx, scope.workspaceId, load.seed, startMs),
  );
  const portfolio = await loadCompanies(scope, load, timeline, reference, deliveries);
  const usageRows = await insertUsage(scope, {
    seed: load.seed,
    timeline,
    // In the order of the primary key, so that a day of rows passes once through its index.
    patterns: portfolio.patterns.sort((a, b) => (a.id < b.id ? -1 : 1)),
    isThin: load.usage ? load.usage === "thin" : load.accounts > DENSE_ACCOUNTS_MOST,
    deliveries,
    onDay: (day) => load.onProgress?.("usage", day, HISTORY_DAYS),
  });
  const freshness = deliveries.freshness();
  for (let from = 0; from < freshness.length; from += FRESHNESS_BATCH) {
    await withScope(scope, (tx) => saveFreshness(tx, scope, freshness.slice(from, from + FRESHNESS_BATCH)));
  }
  load.onProgress?.("analyse", 0, 1);
  if (load.accounts > DENSE_ACCOUNTS_MOST) await rebuildIndex("usage_days_pk");
  await vacuumTables(SEEDED_TABLES);
  return {
    accounts: load.accounts,
    customers: portfolio.customers,
    usageRows,
    tickets: portfolio.tickets,
    aucBound: aucBound(portfolio.outcomes),
    lastDay: timeline.day(HISTORY_DAYS - 1),
  };
}

type Portfolio = { patterns: UsePattern[]; outcomes: Outcome[]; customers: number; tickets: number };

async function loadCompanies(
  scope: Scope,
  load: DemoLoad,
  timeline: Timeline,
  reference: Reference,
  deliveries: Deliveries,
): Promise<Portfolio> {
  const market: Market = { seed: load.seed, currency: load.currency, owners: load.ownerIds.length };
  const portfolio: Portfolio = { patterns: [], outcomes: [], customers: 0, tickets: 0 };
  for (let from = 0; from < load.accounts; ) {
    const batches: CompanyFacts[][] = [];
    for (let i = 0; i < TOGETHER && from < load.accounts; i++) {
      const until = Math.min(from + BATCH, load.accounts);
      batches.push(makeCompanies(load, market, timeline, portfolio, from, until));
      from = until;
    }
    for (const facts of batches.flat()) countDeliveries(deliveries, facts);
    await Promise.all(
      batches.map((batch) => withScope(scope, (tx) => insertCompanies(tx, reference, batch))),
    );
    load.onProgress?.("accounts", from, load.accounts);
  }
  return portfolio;
}

function makeCompanies(
  load: DemoLoad,
  market: Market,
  timeline: Timeline,
  portfolio: Portfolio,
  from: number,
  until: number,
): CompanyFacts[] {
  const batch: CompanyFacts[] = [];
  for (let index = from; index < until; index++) {
    const story = storyOf(timeline, market, index);
    const facts = factsOf(story, load.ownerIds);
    const outcome = outcomeOf(story);
    if (outcome) portfolio.outcomes.push(outcome);
    portfolio.patterns.push(facts.use);
    portfolio.customers += facts.use.until === HISTORY_DAYS ? 1 : 0;
    portfolio.tickets += facts.tickets.length;
    batch.push(facts);
  }
  return batch;
}

function countDeliveries(deliveries: Deliveries, facts: CompanyFacts): void {
  deliveries.addAt("accounts", facts.account.recordedMs);
  for (const each of facts.accountFacts)
    if (each.field === "seats") deliveries.addAt("seats", each.recordedMs);
  for (const each of facts.contacts) deliveries.addAt("accounts", each.recordedMs);
  for (const each of facts.subscriptionFacts) deliveries.addAt("subscriptions", each.recordedMs);
  for (const each of facts.invoices) deliveries.addAt("invoices", each.recordedMs);
  for (const each of facts.tickets) deliveries.addAt("tickets", each.recordedMs);
  for (const each of facts.responses) deliveries.addAt("surveys", each.recordedMs);
  for (const each of facts.touches) deliveries.addAt("touches", each.recordedMs);
  for (const each of facts.churnEvents) deliveries.addAt("churn", each.recordedMs);
}
