import type { Random } from "../random";
import type { ResponseRow, TouchRow } from "./facts";
import { whoIsThere, type Person } from "./people";
import { lastsUntil, streamOf, type Story } from "./story";
import { inWorkingHours, recorded, workingDay } from "./telling";
import { weekOf } from "./timeline";
import type { Size } from "./traits";

/** Attempts in 90 days by size; about two of three become two-way. */
const ATTEMPTS: Readonly<Record<Size, number>> = { small: 0.35, mid: 3.1, enterprise: 6.6 };
const NEW_FACTOR = 2.2;
const NEW_DAYS = 75;
const MINUTE_CHANNELS: Readonly<Record<string, number>> = {
  phone: 14,
  video: 45,
  visit: 120,
  training: 110,
  review: 90,
};
/** Share of attempts in which the customer takes part, in good times. */
const ANSWERED: Readonly<Record<string, number>> = {
  phone: 0.85,
  email: 0.55,
  messenger: 0.6,
  event: 0,
  chat: 1,
  video: 1,
  visit: 1,
  training: 1,
  review: 1,
};
const CHANNELS: Readonly<Record<Size, readonly (readonly [string, number])[]>> = {
  small: [
    ["email", 60],
    ["phone", 15],
    ["chat", 15],
    ["event", 10],
  ],
  mid: [
    ["email", 38],
    ["phone", 30],
    ["video", 16],
    ["messenger", 9],
    ["training", 4],
    ["event", 3],
  ],
  enterprise: [
    ["email", 28],
    ["phone", 26],
    ["video", 22],
    ["visit", 9],
    ["messenger", 7],
    ["review", 5],
    ["training", 3],
  ],
};
const REPLY_SHARE = 0.6;

/** Calls, mails and meetings with an account. They thin out when its sponsor has gone or its interest fades. */
export function touchesOf(
  story: Story,
  people: readonly Person[],
  answers: readonly ResponseRow[],
): TouchRow[] {
  const random = streamOf(story, "touches");
  const { traits, course } = story;
  const touches: TouchRow[] = [];
  const until = lastsUntil(story);
  const weekly = (ATTEMPTS[traits.size] * 7 * traits.care) / 90;
  for (let day = Math.max(0, traits.joined); day < until; day = (weekOf(day) + 1) * 7) {
    const week = weekOf(day);
    const closeness = Math.exp(
      -0.9 * (course.pressure.sponsor[week] ?? 0) - 0.7 * (course.pressure.fading[week] ?? 0),
    );
    const rate = weekly * (day - traits.joined < NEW_DAYS ? NEW_FACTOR : 1) * (0.5 + 0.5 * closeness);
    for (let left = random.poisson(rate); left > 0; left--) {
      const when = workingDay(story.timeline, day + random.whole(0, 6));
      if (when < until)
        meet(story, random, people, when, random.weighted(CHANNELS[traits.size]), closeness, touches);
    }
  }
  for (const answer of answers) reply(story, random, people, answer, touches);
  return touches;
}

function meet(
  story: Story,
  random: Random,
  people: readonly Person[],
  day: number,
  channel: string,
  closeness: number,
  touches: TouchRow[],
): void {
  const { timeline, words } = story;
  const isTwoWay = random.chance(
    (ANSWERED[channel] ?? 0) * (ANSWERED[channel] === 1 ? 1 : 0.45 + 0.55 * closeness),
  );
  const occurredMs = inWorkingHours(timeline, random, day);
  const told = recorded(timeline, random, "crm", day, occurredMs);
  const minutes = MINUTE_CHANNELS[channel];
  const person = whoIsThere(
    people,
    day,
    random.chance(0.5) ? ["champion", "sponsor", "user"] : ["sponsor", "champion", "user"],
  );
  const subject = random.pick(channel === "review" ? words.reviews : words.touches);
  const direction = isTwoWay && random.chance(0.3) ? "in" : "out";
  const isTimed = minutes !== undefined && isTwoWay;
  const spent = isTimed ? Math.max(2, Math.round(minutes * random.between(0.5, 1.5))) : null;
  if (!told) return;
  touches.push({
    id: random.uuid(occurredMs),
    externalId: `${story.traits.index + 1}-${touches.length + 1}`,
    contactId: person?.row.id ?? null,
    channel,
    direction,
    isTwoWay,
    minutes: spent,
    subject,
    occurredMs,
    recordedMs: told.ms,
  });
}

/** Most unhappy answers are answered within a few days; the rest is what the worklist should find. */
function reply(
  story: Story,
  random: Random,
  people: readonly Person[],
  answer: ResponseRow,
  touches: TouchRow[],
): void {
  const isUnhappy = answer.kind === "nps" ? answer.score <= 6 : answer.kind === "csat" && answer.score <= 2;
  if (!isUnhappy) return;
  const { timeline } = story;
  const isReplied = random.chance(REPLY_SHARE);
  const answeredOn = Math.floor((answer.occurredMs - timeline.at(0, 0)) / 86_400_000);
  const day = workingDay(timeline, answeredOn + random.whole(1, 4));
  if (isReplied && day < lastsUntil(story))
    meet(story, random, people, day, random.chance(0.6) ? "email" : "phone", 0.6, touches);
}
