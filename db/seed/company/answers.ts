import type { Random } from "../random";
import type { ResponseRow } from "./facts";
import { whoIsThere, type Person } from "./people";
import { lastsUntil, streamOf, type Story } from "./story";
import { inWorkingHours, recorded, workingDay } from "./telling";
import { weekOf } from "./timeline";
import type { Size } from "./traits";
import type { Mood } from "./words/words";

const NPS_EVERY_DAYS = 182;
const CES_AFTER_DAYS = 45;
const ANSWER_SHARE: Readonly<Record<Size, number>> = { small: 0.38, mid: 0.48, enterprise: 0.62 };

/** Answers to the half-yearly question of recommendation and to the one on effort after the start. */
export function answersOf(story: Story, people: readonly Person[]): ResponseRow[] {
  const { traits } = story;
  if (!traits.answersSurveys) return [];
  const random = streamOf(story, "answers");
  const until = lastsUntil(story);
  const responses: ResponseRow[] = [];
  const ask = (kind: "nps" | "ces", day: number) => {
    const response = answerOf(story, random, people, kind, day);
    if (response && day >= 0 && day < until) responses.push(response);
  };
  ask("ces", traits.paidFrom + CES_AFTER_DAYS + random.whole(0, 10));
  const first = Math.max(traits.paidFrom + 60, 0) + random.whole(0, NPS_EVERY_DAYS);
  for (let day = first; day < until; day += NPS_EVERY_DAYS) {
    ask("nps", day);
    if (traits.size !== "small") ask("nps", day + random.whole(1, 12));
  }
  return responses;
}

function answerOf(
  story: Story,
  random: Random,
  people: readonly Person[],
  kind: "nps" | "ces",
  asked: number,
): ResponseRow | null {
  const { timeline, traits, course, words } = story;
  const day = workingDay(timeline, asked);
  const isAnswered = random.chance(
    ANSWER_SHARE[traits.size] * (0.5 + 0.6 * (course.engagement[weekOf(day)] ?? 0)),
  );
  const person = whoIsThere(
    people,
    day,
    random.pick([
      ["sponsor", "champion"],
      ["champion", "user"],
      ["user", "sponsor"],
    ] as const),
  );
  if (!isAnswered || !person) return null;
  const pleasure = course.satisfaction[weekOf(day)] ?? 0;
  const noise = random.normal();
  const score =
    kind === "nps"
      ? bounded(7.9 + 1.7 * pleasure + 1.7 * noise, 0, 10)
      : bounded(5.4 + pleasure + 0.8 * noise, 1, 7);
  const mood: Mood =
    score >= (kind === "nps" ? 9 : 6) ? "good" : score >= (kind === "nps" ? 7 : 4) ? "mixed" : "bad";
  const occurredMs = inWorkingHours(timeline, random, day);
  const comment = random.chance(0.45) ? random.pick(words.comments[mood]) : null;
  const told = recorded(timeline, random, "surveys", day, occurredMs);
  if (!told) return null;
  return {
    id: random.uuid(occurredMs),
    externalId: `${kind}-${traits.index + 1}-${asked}`,
    contactId: person.row.id,
    ticketId: null,
    kind,
    score,
    comment,
    language: traits.language,
    occurredMs,
    recordedMs: told.ms,
  };
}

function bounded(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)));
}
