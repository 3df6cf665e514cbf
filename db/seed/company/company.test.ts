import { beforeAll, expect, test } from "vitest";
import { aucBound, type Outcome } from "./bound";
import { factsOf, outcomeOf } from "./company";
import type { CompanyFacts } from "./facts";
import { storyOf, type Story } from "./story";
import { HISTORY_DAYS, Timeline } from "./timeline";
import { usageOfDay } from "./usage-day";

const ACCOUNTS = 3_000;
const SEED = 1;
const OWNERS = ["first", "second", "third"];
const YEAR_DAYS = 365;

const timeline = new Timeline({
  today: "2026-03-10",
  zone: "Asia/Dubai",
  calendar: "gregory",
  country: "AE",
});
const market = { seed: SEED, currency: "USD", owners: OWNERS.length };
let stories: Story[] = [];
let companies: CompanyFacts[] = [];

beforeAll(() => {
  stories = Array.from({ length: ACCOUNTS }, (_, index) => storyOf(timeline, market, index));
  companies = stories.map((story) => factsOf(story, OWNERS));
});

test("the same seed and day give the same account, another seed another", () => {
  expect(factsOf(storyOf(timeline, market, 42), OWNERS)).toEqual(companies[42]);
  expect(factsOf(storyOf(timeline, { ...market, seed: 2 }, 42), OWNERS)).not.toEqual(companies[42]);
});

test("R4 among 2,000 accounts between 12 and 16 of 100 customers are lost in each of the two years", () => {
  for (const from of [1, HISTORY_DAYS - YEAR_DAYS]) {
    const atStart = stories.slice(0, 2_000).filter((story) => isPaying(story, from));
    const lost = atStart.filter((story) => !isPaying(story, from + YEAR_DAYS - 1));
    expect(lost.length / atStart.length).toBeGreaterThan(0.12);
    expect(lost.length / atStart.length).toBeLessThan(0.16);
  }
});

test("P6 no model can rank 3,000 accounts better than with an AUC between 0.80 and 0.92", () => {
  const bound = aucBound(stories.map(outcomeOf).filter((outcome): outcome is Outcome => outcome !== null));
  expect(bound).toBeGreaterThan(0.8);
  expect(bound).toBeLessThan(0.92);
});

test("P6 the bound of four accounts with one tie is 0.875, and null when nobody leaves", () => {
  const drawn: Outcome[] = [
    { probability: 0.9, isLost: true },
    { probability: 0.4, isLost: true },
    { probability: 0.4, isLost: false },
    { probability: 0.1, isLost: false },
  ];
  expect(aucBound(drawn)).toBeCloseTo(0.875, 12);
  expect(aucBound(drawn.filter((outcome) => !outcome.isLost))).toBeNull();
});

test("no fact lies after yesterday, and none was told after the last delivery of its source", () => {
  const end = timeline.at(HISTORY_DAYS, 0);
  const lastOf = (source: "crm" | "billing") => timeline.at(timeline.lastDay(source) + 1, 0);
  const [crm, billing] = [lastOf("crm"), lastOf("billing")];
  const wrong = companies.flatMap((facts) => [
    ...[...facts.tickets, ...facts.ticketStates, ...facts.responses].filter(
      (row) => row.occurredMs >= end || row.recordedMs >= end,
    ),
    ...[...facts.touches, ...facts.contacts, ...facts.churnEvents].filter((row) => row.recordedMs >= crm),
    ...[...facts.invoices, ...facts.subscriptionFacts, ...facts.mrrChanges].filter(
      (row) => row.recordedMs >= billing,
    ),
  ]);
  expect(wrong).toEqual([]);
});

test("about 5 of 100 accounts have no seats, and 15 of 100 never answer a survey although they are asked", () => {
  const withoutSeats = companies.filter(
    ({ accountFacts }) => !accountFacts.some((fact) => fact.field === "seats"),
  );
  expect(withoutSeats.length / ACCOUNTS).toBeGreaterThan(0.04);
  expect(withoutSeats.length / ACCOUNTS).toBeLessThan(0.06);
  expect(
    withoutSeats.every(({ subscriptionFacts }) => subscriptionFacts.every((fact) => fact.quantity === null)),
  ).toBe(true);
  const silent = stories.filter((story) => !story.traits.answersSurveys);
  expect(silent.length / ACCOUNTS).toBeGreaterThan(0.13);
  expect(silent.length / ACCOUNTS).toBeLessThan(0.17);
  expect(silent.every((story) => companies[story.traits.index]?.responses.length === 0)).toBe(true);
});

test("names come in three scripts, some longer than 90 letters, some of one, none with vowel signs", () => {
  const names = companies.map(({ account }) => account.name);
  expect(names.filter((name) => name.length > 90).length).toBeGreaterThan(3);
  expect(names.filter((name) => name.length === 1).length).toBeGreaterThan(2);
  for (const script of [/^[A-Z]/, /[\u067e\u0686\u06af\u06cc]/, /\u0627\u0644/]) {
    expect(names.filter((name) => script.test(name)).length).toBeGreaterThan(300);
  }
  expect(names.filter((name) => /[\u064b-\u0652\u0670]/.test(name))).toEqual([]);
});

test("as many accounts decide soon, have given notice, have lost their sponsor or wait on a grave ticket as a worklist needs", () => {
  const day = timeline.day(HISTORY_DAYS);
  const in60 = timeline.day(HISTORY_DAYS + 60);
  const last = companies.map(({ subscriptionFacts }) => subscriptionFacts.at(-1));
  expect(
    last.filter((fact) => fact?.termEndsOn && fact.termEndsOn > day && fact.termEndsOn < in60).length,
  ).toBeGreaterThan(50);
  expect(last.filter((fact) => fact?.endedOn && fact.endedOn > day).length).toBeGreaterThan(10);
  expect(
    companies.filter(({ contacts }) => contacts.some((contact) => contact.leftMs !== null)).length,
  ).toBeGreaterThan(100);
  expect(
    companies.filter(({ tickets }) => tickets.some((ticket) => isOpenUrgent(ticket))).length,
  ).toBeGreaterThan(3);
  expect(
    companies.filter(({ ticketStates }) => ticketStates.filter((each) => each.state === "open").length > 1)
      .length,
  ).toBeGreaterThan(100);
});

test("H1 use of a day adds up: all features together carry the events of each, and nobody comes twice", () => {
  const patterns = companies.map((facts) => facts.use);
  const rows = [...usageOfDay(SEED, timeline, patterns, HISTORY_DAYS - 1, false)];
  const sums = new Map<string, { all: number; parts: number; users: number; most: number }>();
  for (const row of rows) {
    const sum = sums.get(row.id) ?? { all: 0, parts: 0, users: 0, most: 0 };
    if (row.feature === 0) Object.assign(sum, { all: row.events, users: row.users });
    else Object.assign(sum, { parts: sum.parts + row.events, most: Math.max(sum.most, row.users) });
    sums.set(row.id, sum);
  }
  expect(sums.size).toBeGreaterThan(1_000);
  for (const { all, parts, users, most } of sums.values()) {
    expect(parts).toBe(all);
    expect(most).toBeLessThanOrEqual(users);
  }
});

function isPaying({ traits, leaving }: Story, day: number): boolean {
  return traits.paidFrom <= day && !(leaving && leaving.endsOn <= day);
}

function isOpenUrgent(ticket: CompanyFacts["tickets"][number]): boolean {
  return ticket.priority === "urgent" && ticket.solvedMs === null;
}
