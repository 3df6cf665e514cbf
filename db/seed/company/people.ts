import type { Random } from "../random";
import type { ContactRow } from "./facts";
import { lastsUntil, streamOf, type Story } from "./story";
import { recorded } from "./telling";
import { HISTORY_DAYS } from "./timeline";

/** A contact with the days on which he or she can be met. */
export type Person = { row: ContactRow; from: number; until: number };

/** Most sponsors who leave are followed within weeks, some after most of a year. */
const SOON_SHARE = 0.62;
const SOON_DAYS = { least: 14, most: 75 } as const;
const LATE_DAYS = { least: 90, most: 300 } as const;

/** Contacts of an account; a sponsor episode is the day on which the sponsor leaves; a successor follows sooner or later. */
export function peopleOf(story: Story, domain: string): Person[] {
  const random = streamOf(story, "people");
  const { traits, course } = story;
  const people: Person[] = [];
  let from = traits.joined;
  const meet = (role: ContactRow["role"], since: number, until: number) => {
    const person = personOf(story, random, domain, people.length, role, since, until);
    if (person) people.push(person);
  };
  for (const episode of course.episodes) {
    if (
      episode.trouble !== "sponsor" ||
      episode.from <= Math.max(0, from + 20) ||
      episode.from >= lastsUntil(story)
    )
      continue;
    meet("sponsor", from, episode.from);
    const { least, most } = random.chance(SOON_SHARE) ? SOON_DAYS : LATE_DAYS;
    from = episode.from + random.whole(least, most);
    if (from >= HISTORY_DAYS) break;
  }
  if (from < lastsUntil(story)) meet("sponsor", from, HISTORY_DAYS);
  if (random.chance(0.75)) meet("champion", traits.joined, HISTORY_DAYS);
  if (random.chance(traits.size === "small" ? 0.3 : 0.8)) meet("user", traits.joined, HISTORY_DAYS);
  if (random.chance(traits.size === "small" ? 0.25 : 0.7)) meet("billing", traits.joined, HISTORY_DAYS);
  return people;
}

function personOf(
  story: Story,
  random: Random,
  domain: string,
  number: number,
  role: ContactRow["role"],
  from: number,
  until: number,
): Person | null {
  const { timeline, words, traits } = story;
  const occurredMs = timeline.at(from, 9 + number / 10);
  const id = random.uuid(occurredMs);
  const name = `${random.pick(words.firstNames)} ${random.pick(words.lastNames)}`;
  const jobTitle = random.pick(words.jobTitles[role]);
  const told = recorded(timeline, random, "crm", from, occurredMs);
  const leftMs = until < HISTORY_DAYS ? timeline.at(until, 9) : null;
  const toldLeft = leftMs === null ? null : recorded(timeline, random, "crm", until, leftMs);
  if (!told) return null;
  const row: ContactRow = {
    id,
    externalId: `${traits.index + 1}-${number + 1}`,
    name,
    email: `${role}${number + 1}@${domain}`,
    role,
    jobTitle,
    language: traits.language,
    leftMs: toldLeft ? leftMs : null,
    leftRecordedMs: toldLeft?.ms ?? null,
    occurredMs,
    recordedMs: told.ms,
  };
  return { row, from, until };
}

/** Somebody who is there on a day, roles in the order given first; null when nobody is. */
export function whoIsThere(
  people: readonly Person[],
  day: number,
  roles: readonly ContactRow["role"][],
): Person | null {
  for (const role of roles) {
    const person = people.find((each) => each.row.role === role && each.from <= day && each.until > day);
    if (person) return person;
  }
  return null;
}
