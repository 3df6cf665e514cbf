import type { Random } from "../random";
import type { ResponseRow, TicketRow, TicketStateRow } from "./facts";
import { whoIsThere, type Person } from "./people";
import { lastsUntil, streamOf, type Story } from "./story";
import { inWorkingHours, recorded, workingDay } from "./telling";
import { HISTORY_DAYS, weekOf } from "./timeline";

export type Service = { tickets: TicketRow[]; states: TicketStateRow[]; csat: ResponseRow[] };

type Priority = TicketRow["priority"];

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
/** Tickets a week of an account of twenty seats, and how they grow with seats. */
const WEEKLY = 0.078;
const SEATS_USUAL = 20;
const SEATS_EXPONENT = 0.55;
const TROUBLE_FACTOR = 9;
const CALM: readonly (readonly [Priority, number])[] = [
  ["urgent", 2],
  ["high", 11],
  ["normal", 56],
  ["low", 31],
];
const TROUBLED: readonly (readonly [Priority, number])[] = [
  ["urgent", 13],
  ["high", 29],
  ["normal", 46],
  ["low", 12],
];
const CHANNELS = [
  ["email", 45],
  ["web", 30],
  ["chat", 15],
  ["phone", 10],
] as const;
const REPLY_HOURS: Readonly<Record<Priority, number>> = { urgent: 1, high: 3, normal: 7, low: 14 };
const SOLVE_HOURS: Readonly<Record<Priority, number>> = { urgent: 9, high: 26, normal: 44, low: 80 };
const LONGEST_DAYS = 75;
/** Some wait for a repair. */
const STUCK_SHARE = 0.08;
const STUCK_FACTOR = 18;
const ANSWER_SHARE = 0.24;

/** Tickets of an account with the answers given after them. Product trouble brings more, graver and slower ones. */
export function serviceOf(story: Story, people: readonly Person[]): Service {
  const random = streamOf(story, "tickets");
  const { traits, course } = story;
  const service: Service = { tickets: [], states: [], csat: [] };
  const usual = WEEKLY * traits.ticketFactor * (traits.seats / SEATS_USUAL) ** SEATS_EXPONENT;
  const until = lastsUntil(story);
  for (let day = Math.max(0, traits.joined); day < until; day = (weekOf(day) + 1) * 7) {
    const week = weekOf(day);
    const trouble = course.pressure.product[week] ?? 0;
    const isNew = day - traits.joined < 60;
    const rate =
      usual *
      (0.5 + 0.7 * (course.engagement[week] ?? 0)) *
      (1 + TROUBLE_FACTOR * trouble) *
      (isNew ? 1.8 : 1);
    for (let left = random.poisson(rate); left > 0; left--) {
      const opened = workingDay(story.timeline, day + random.whole(0, 6));
      if (opened < until) openTicket(story, random, people, opened, trouble, service);
    }
  }
  return service;
}

function openTicket(
  story: Story,
  random: Random,
  people: readonly Person[],
  day: number,
  trouble: number,
  service: Service,
): void {
  const { timeline, traits, words } = story;
  const isTroubled = random.chance(trouble);
  const priority = random.weighted(isTroubled ? TROUBLED : CALM);
  const occurredMs = inWorkingHours(timeline, random, day);
  const slow = 1 + trouble;
  const replyMs = occurredMs + random.exponential(REPLY_HOURS[priority] * slow) * HOUR_MS;
  const isStuck = random.chance(STUCK_SHARE);
  const solveHours = Math.min(
    LONGEST_DAYS * DAY_HOURS,
    SOLVE_HOURS[priority] * slow * (isStuck ? STUCK_FACTOR : 1) * Math.exp(1.1 * random.normal()),
  );
  const isReopened = random.chance(0.03 + 0.12 * trouble);
  const solvedMs = replyMs + (solveHours + (isReopened ? random.between(30, 200) : 0)) * HOUR_MS;
  const told = recorded(timeline, random, "helpdesk", day, occurredMs);
  const contact = whoIsThere(
    people,
    day,
    random.chance(0.5) ? ["user", "champion", "sponsor"] : ["champion", "user", "sponsor"],
  );
  const isGrave = priority === "urgent" || priority === "high";
  const subject = random.pick(isGrave ? words.urgentTickets : words.tickets);
  const now = timeline.at(HISTORY_DAYS, 0);
  if (!told) return;
  const ticket: TicketRow = {
    id: random.uuid(occurredMs),
    externalId: `${traits.index + 1}-${service.tickets.length + 1}`,
    contactId: contact?.row.id ?? null,
    subject,
    language: traits.language,
    channel: random.weighted(CHANNELS),
    priority,
    isEscalated: isGrave && random.chance(0.1 + 0.3 * trouble),
    firstReplyMs: replyMs < now ? replyMs : null,
    solvedMs: solvedMs < now ? solvedMs : null,
    solvedRecordedMs: solvedMs < now ? solvedMs : null,
    occurredMs,
    recordedMs: told.ms,
  };
  service.tickets.push(ticket);
  if (isReopened || ticket.solvedMs === null)
    service.states.push(...statesOf(random, ticket, replyMs, solvedMs, isReopened, now));
  if (ticket.solvedMs !== null) afterwards(story, random, ticket, trouble, service);
}

/** States of the tickets that people ask about: those that came back and those still open. */
function statesOf(
  random: Random,
  ticket: TicketRow,
  replyMs: number,
  solvedMs: number,
  isReopened: boolean,
  now: number,
): TicketStateRow[] {
  const steps: [TicketStateRow["state"], number][] = [
    ["new", ticket.occurredMs],
    ["open", replyMs],
  ];
  if (isReopened) {
    const firstSolved = replyMs + (solvedMs - replyMs) * random.between(0.2, 0.45);
    const cameBack = firstSolved + (solvedMs - firstSolved) * random.between(0.1, 0.6);
    steps.push(["solved", firstSolved], ["open", cameBack]);
  }
  steps.push(["solved", solvedMs]);
  return steps
    .filter(([, ms]) => ms < now)
    .map(([state, ms]) => ({
      id: random.uuid(ms),
      ticketId: ticket.id,
      state,
      occurredMs: ms,
      recordedMs: ms,
    }));
}

/** The answer to "how was our help", for those who give one. */
function afterwards(
  story: Story,
  random: Random,
  ticket: TicketRow,
  trouble: number,
  service: Service,
): void {
  const { timeline, traits, words, course } = story;
  const share = random.unit();
  const occurredMs = (ticket.solvedMs ?? 0) + random.between(0.5, 30) * HOUR_MS;
  const mood =
    4.2 + 0.7 * (course.satisfaction[weekOf(dayOf(timeline.at(0, 0), occurredMs))] ?? 0) - 0.4 * trouble;
  const score = Math.min(5, Math.max(1, Math.round(mood + random.normal())));
  const comment = random.chance(0.3)
    ? random.pick(words.comments[score >= 4 ? "good" : score === 3 ? "mixed" : "bad"])
    : null;
  if (!traits.answersSurveys || share >= ANSWER_SHARE || occurredMs >= timeline.at(HISTORY_DAYS, -0.5))
    return;
  service.csat.push({
    id: random.uuid(occurredMs),
    externalId: `csat-${ticket.externalId}`,
    contactId: ticket.contactId,
    ticketId: ticket.id,
    kind: "csat",
    score,
    comment,
    language: traits.language,
    occurredMs,
    recordedMs: occurredMs,
  });
}

function dayOf(startMs: number, instantMs: number): number {
  return Math.floor((instantMs - startMs) / (DAY_HOURS * HOUR_MS));
}
