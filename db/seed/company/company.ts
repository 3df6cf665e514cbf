import { answersOf } from "./answers";
import { HORIZON_DAYS, type Outcome } from "./bound";
import { PLANS } from "./catalogue";
import type { AccountFactRow, CompanyFacts } from "./facts";
import { lossProbability } from "./leaving";
import { lossOf } from "./loss";
import { domainOf, industryOf, nameOf } from "./naming";
import { peopleOf } from "./people";
import { revenueOf } from "./revenue";
import { streamOf, type Story } from "./story";
import { serviceOf } from "./tickets";
import { HISTORY_DAYS } from "./timeline";
import { touchesOf } from "./touches";
import { useOf } from "./use";

/** Everything the sources tell of the account of a story, always the same for the same story. `owners` are user ids. */
export function factsOf(story: Story, owners: readonly string[]): CompanyFacts {
  const { timeline, traits, market } = story;
  const random = streamOf(story, "naming");
  const occurredMs = timeline.at(traits.joined, 8);
  const domain = domainOf(story);
  const id = random.uuid(occurredMs);
  const people = peopleOf(story, domain);
  const revenue = revenueOf(story);
  const service = serviceOf(story, people);
  const responses = [...service.csat, ...answersOf(story, people)];
  const use = { ...useOf(story), id };
  return {
    account: {
      id,
      externalId: String(traits.index + 1),
      name: nameOf(story),
      currency: market.currency,
      industry: industryOf(story),
      country: traits.country,
      domain,
      isStrategic: traits.isStrategic,
      occurredMs,
      recordedMs: occurredMs,
    },
    accountFacts: [...revenue.seatFacts, ...planAndOwner(story, owners)],
    contacts: people.map((person) => person.row),
    subscriptions: revenue.subscriptions.map((each) => each.row),
    subscriptionFacts: revenue.subscriptions.flatMap((each) => each.facts),
    mrrChanges: revenue.subscriptions.flatMap((each) => each.mrrChanges),
    invoices: revenue.invoices,
    tickets: service.tickets,
    ticketStates: service.states,
    responses,
    touches: touchesOf(story, people, responses),
    churnEvents: lossOf(story),
    firstValue: firstValueOf(story, use.valueFrom),
    use,
  };
}

/** What the bound of every model is made of; null when the account did not pay on the day of the forecast. */
export function outcomeOf({ traits, course, terms, leaving }: Story): Outcome | null {
  const day = HISTORY_DAYS - 1 - HORIZON_DAYS;
  const probability = lossProbability(traits, course, terms, leaving, day, HORIZON_DAYS);
  return probability === null
    ? null
    : { probability, isLost: leaving !== null && leaving.endsOn <= day + HORIZON_DAYS };
}

const HANDED_OVER_SHARE = 0.15;

/** The plan from the start; the owner from the start, handed over once for some. */
function planAndOwner(story: Story, owners: readonly string[]): AccountFactRow[] {
  const { timeline, traits } = story;
  const random = streamOf(story, "naming");
  const fact = (field: "plan" | "owner", text: string, day: number): AccountFactRow => {
    const validMs = timeline.at(day, 8);
    const source = field === "plan" ? "billing" : "crm";
    return { id: random.uuid(validMs), field, text, number: null, validMs, recordedMs: validMs, source };
  };
  const rows = [fact("plan", (PLANS[traits.plan] ?? PLANS[0]).key, traits.joined)];
  const owner = owners[traits.owner];
  if (owner === undefined) return rows;
  const handedOver = random.whole(10, HISTORY_DAYS - 20);
  if (random.chance(HANDED_OVER_SHARE) && handedOver > traits.joined + 30) {
    const before = owners[(traits.owner + 1) % owners.length] ?? owner;
    return [...rows, fact("owner", before, traits.joined), fact("owner", owner, handedOver)];
  }
  return [...rows, fact("owner", owner, traits.joined)];
}

function firstValueOf({ timeline, traits }: Story, day: number | null): CompanyFacts["firstValue"] {
  if (day === null || day >= timeline.lastDay("product")) return null;
  const reachedMs = timeline.at(Math.max(day, traits.joined), 15);
  return { reachedMs, recordedMs: reachedMs };
}
