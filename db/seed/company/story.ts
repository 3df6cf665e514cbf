import { Random } from "../random";
import { courseOf, type Course } from "./course";
import { leavingOf, termsThrough, type Leaving, type Term } from "./leaving";
import { HISTORY_DAYS, type Timeline } from "./timeline";
import { traitsOf, type Market, type Traits } from "./traits";
import { ar } from "./words/ar";
import { en } from "./words/en";
import { fa } from "./words/fa";
import type { Words } from "./words/words";

/** What really happens to one account; its facts are what the sources tell of it. */
export type Story = {
  timeline: Timeline;
  market: Market;
  traits: Traits;
  course: Course;
  terms: Term[];
  leaving: Leaving | null;
  words: Words;
};

const WORDS = { en, fa, ar } as const;

/** Streams of random numbers of an account, apart so that one kind of fact can change without moving the others. */
const STREAMS = { naming: 4, revenue: 5, people: 6, tickets: 7, answers: 8, touches: 9, use: 10 } as const;

/** The story of the account with a number. */
export function storyOf(timeline: Timeline, market: Market, index: number): Story {
  const traits = traitsOf(market, index);
  const course = courseOf(market.seed, traits);
  const terms = termsThrough(timeline, traits.paidFrom, traits.terms);
  const leaving = leavingOf(market.seed, traits, course, terms);
  return { timeline, market, traits, course, terms, leaving, words: WORDS[traits.language] };
}

/** The random numbers for one kind of fact of an account. */
export function streamOf(story: Story, kind: keyof typeof STREAMS): Random {
  return new Random(story.market.seed, story.traits.index, STREAMS[kind]);
}

/** First day on which the account is no customer any more; the end of the history when it stays. */
export function lastsUntil(story: Story): number {
  return Math.min(HISTORY_DAYS, story.leaving?.endsOn ?? HISTORY_DAYS);
}
