import { Random } from "../random";
import { KEY_FEATURE, LOGIN_FEATURE } from "./catalogue";
import type { UsePattern } from "./facts";
import { weekOf, type Timeline } from "./timeline";

/** Use of one feature by an account on a day; feature 0 is all features together. */
export type UsageRow = {
  id: string;
  recordedOn: number;
  feature: number;
  events: number;
  users: number;
};

const ALL = 0;
const USAGE_STREAM = 11;
const WEEKEND_ACTIVITY = 0.22;
const WEEKEND_USERS = 0.5;
const FEATURE_ROWS = 1.05;
const LATE_SHARE = 0.012;
const LATE_DAYS_MOST = 3;
/** Nothing comes late in the first days, so that the first day of use is known on that day. */
const PUNCTUAL_DAYS = 10;
/** Before first value the key feature is used by fewer people than it takes. */
const BEFORE_VALUE_USERS = 2;
/** In the thin part of a large history one working day in so many is kept, without its features. */
const THIN_EVERY = 5;

/**
 * The use of all accounts on one day, always the same for the same seed and day. `isThin` keeps about one day a week of the older
 * history of very large companies, so that their size stays bearable.
 */
export function* usageOfDay(
  seed: number,
  timeline: Timeline,
  patterns: readonly UsePattern[],
  day: number,
  isThin: boolean,
): Generator<UsageRow> {
  const random = new Random(seed, day, USAGE_STREAM);
  const week = weekOf(day);
  const isWeekend = timeline.isWeekend(day);
  const share = (isWeekend ? WEEKEND_ACTIVITY : 1) / (isThin ? THIN_EVERY : 1) / 255;
  for (const pattern of patterns) {
    if (day < pattern.from || day >= pattern.until) continue;
    if (!random.chance((pattern.activity[week] ?? 0) * share)) continue;
    const isLate = day > pattern.from + PUNCTUAL_DAYS && random.chance(LATE_SHARE);
    const recordedOn = isLate ? day + random.whole(1, LATE_DAYS_MOST) : day;
    const expected = (pattern.users[week] ?? 1) * (isWeekend ? WEEKEND_USERS : 1);
    const users = Math.max(1, Math.round(expected * random.between(0.85, 1.15)));
    if (recordedOn <= timeline.lastDay("product"))
      yield* activeDay(random, pattern, day, recordedOn, users, isThin);
  }
}

/** The rows of one account in ascending order of features, as the index keeps them. */
function activeDay(
  random: Random,
  pattern: UsePattern,
  day: number,
  recordedOn: number,
  users: number,
  isThin: boolean,
): UsageRow[] {
  const { id } = pattern;
  const logins = users + Math.floor(users * 0.4 * random.unit());
  const all: UsageRow = { id, recordedOn, feature: ALL, events: logins, users };
  if (isThin) return [all];
  const features = featuresUsed(random, pattern, day, users);
  for (const { events } of features) all.events += events;
  const rows = features.map((feature) => ({ id, recordedOn, ...feature }));
  return [all, ...rows, { id, recordedOn, feature: LOGIN_FEATURE, events: logins, users }];
}

function featuresUsed(
  random: Random,
  { features, breadth, valueFrom }: UsePattern,
  day: number,
  users: number,
): Pick<UsageRow, "feature" | "events" | "users">[] {
  const used: Pick<UsageRow, "feature" | "events" | "users">[] = [];
  const count = Math.min(features.length, breadth[weekOf(day)] ?? 1);
  for (let i = 0; i < count; i++) {
    if (!random.chance(FEATURE_ROWS / count)) continue;
    const feature = features[i] ?? KEY_FEATURE;
    const named = Math.max(1, Math.round(users * random.between(0.2, 0.95)));
    const isEarly = feature === KEY_FEATURE && (valueFrom === null || day < valueFrom);
    const people = isEarly ? Math.min(BEFORE_VALUE_USERS, named) : named;
    used.push({ feature, events: people * random.whole(1, 4), users: people });
  }
  return used.sort((a, b) => a.feature - b.feature);
}
