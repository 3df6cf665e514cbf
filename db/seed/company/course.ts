import { Random } from "../random";
import { HISTORY_WEEKS } from "./timeline";
import type { Traits } from "./traits";

/** What may befall an account; each moves use, tickets, answers, payments, contacts and the wish to leave in its own way. */
export const TROUBLES = ["sponsor", "product", "price", "fading"] as const;
export type Trouble = (typeof TROUBLES)[number];

/** One trouble from a day to another, with its weight. */
export type Episode = { trouble: Trouble; from: number; until: number; severity: number };

/** The hidden state of an account, week by week; nobody outside the generator sees it, everything seen follows from it. */
export type Course = {
  episodes: Episode[];
  pressure: Record<Trouble, Float32Array>;
  /** Share of its full use at which the account stands, 0 to 1. */
  engagement: Float32Array;
  satisfaction: Float32Array;
  /** Chance to decide to leave in a week, before the calendar of the contract. */
  hazard: Float32Array;
};

type Habit = {
  perYear: number;
  weeks: readonly [least: number, most: number];
  engagement: number;
  satisfaction: number;
  leaving: number;
};

/** How often a trouble comes, how long it lasts, and what a severity of 1 does to log-odds of use, pleasure and log-hazard. */
const HABITS: Readonly<Record<Trouble, Habit>> = {
  sponsor: { perYear: 0.12, weeks: [10, 26], engagement: -1.9, satisfaction: -0.3, leaving: 1.8 },
  product: { perYear: 0.17, weeks: [5, 13], engagement: -1.6, satisfaction: -1.4, leaving: 1.9 },
  price: { perYear: 0.12, weeks: [8, 18], engagement: -1.4, satisfaction: -0.8, leaving: 1.8 },
  fading: { perYear: 0.17, weeks: [12, 28], engagement: -3, satisfaction: -0.5, leaving: 2.4 },
};

const WEEKS_PER_YEAR = 52.18;
/** Calibrated so that about 14 of 100 customers are lost a year (asserted by a test). */
const BASE_HAZARD = 0.00077;
const MOST_HAZARD = 0.2;
const RAMP_WEEKS = 3;
const SIZE_LEAVING = { small: 0.2, mid: 0, enterprise: -0.35 } as const;
const NEW_WEEKS = 7;

/** Draws the hidden course of an account over the whole history. */
export function courseOf(seed: number, traits: Traits): Course {
  const random = new Random(seed, traits.index, 2);
  const firstWeek = Math.max(0, Math.floor(traits.joined / 7));
  const episodes = episodesOf(random, firstWeek);
  const series = () => new Float32Array(HISTORY_WEEKS);
  const course: Course = {
    episodes,
    pressure: { sponsor: series(), product: series(), price: series(), fading: series() },
    engagement: series(),
    satisfaction: series(),
    hazard: series(),
  };
  for (const episode of episodes) press(course.pressure[episode.trouble], episode);
  let drift = 0.3 * random.normal();
  for (let week = firstWeek; week < HISTORY_WEEKS; week++) {
    drift = 0.93 * drift + 0.12 * random.normal();
    live(course, traits, week, drift);
  }
  return course;
}

function live(course: Course, traits: Traits, week: number, drift: number): void {
  let use = traits.engagement + drift;
  let pleasure = traits.satisfaction;
  let leaving = traits.restlessness + SIZE_LEAVING[traits.size];
  for (const trouble of TROUBLES) {
    const pressure = course.pressure[trouble][week] ?? 0;
    use += HABITS[trouble].engagement * pressure;
    pleasure += HABITS[trouble].satisfaction * pressure;
    leaving += HABITS[trouble].leaving * pressure;
  }
  const age = week - traits.joined / 7;
  if (age < NEW_WEEKS) use -= 1.8 * (1 - age / NEW_WEEKS);
  const engagement = 1 / (1 + Math.exp(-use));
  course.engagement[week] = engagement;
  course.satisfaction[week] = pleasure + 1.2 * (engagement - 0.75);
  // New customers leave more often than old ones; a lively one hardly ever does.
  leaving += 0.5 * Math.exp(-Math.max(0, age) / 40) - 2.2 * (engagement - 0.75);
  course.hazard[week] = Math.min(MOST_HAZARD, BASE_HAZARD * Math.exp(leaving));
}

function episodesOf(random: Random, firstWeek: number): Episode[] {
  const weeks = HISTORY_WEEKS - firstWeek;
  // Troubles that began before the history still press in its first weeks.
  const before = firstWeek === 0 ? 20 : 0;
  const episodes: Episode[] = [];
  for (const trouble of TROUBLES) {
    const { perYear, weeks: length } = HABITS[trouble];
    const count = random.poisson((perYear * (weeks + before)) / WEEKS_PER_YEAR);
    for (let i = 0; i < count; i++) {
      const from = Math.floor(random.between(firstWeek - before, HISTORY_WEEKS) * 7);
      const until = from + random.whole(length[0] * 7, length[1] * 7);
      episodes.push({ trouble, from, until, severity: random.between(0.5, 1.15) });
    }
  }
  return episodes.sort((a, b) => a.from - b.from);
}

/** A trouble grows over some weeks, holds, and fades as slowly. */
function press(pressure: Float32Array, { from, until, severity }: Episode): void {
  const first = Math.floor(from / 7);
  const last = Math.floor(until / 7);
  for (let week = Math.max(0, first); week < Math.min(HISTORY_WEEKS, last + RAMP_WEEKS); week++) {
    const grown = Math.min(1, (week - first + 1) / RAMP_WEEKS);
    const faded = Math.min(1, (last + RAMP_WEEKS - week) / RAMP_WEEKS);
    pressure[week] = Math.max(pressure[week] ?? 0, severity * grown * faded);
  }
}
