import { toMinor } from "@/lib/money";
import { Random } from "../random";
import { PLANS, priceLevel } from "./catalogue";
import { HISTORY_DAYS } from "./timeline";
import type { Language } from "./words/words";

export type Size = "small" | "mid" | "enterprise";

/** Terms under which an account buys; `termMonths` 1 is monthly and may be ended at any time. */
export type Terms = { termMonths: number; noticeDays: number; isAutoRenewed: boolean; billingMonths: number };

/** What an account is and stays, seen and unseen. */
export type Traits = {
  index: number;
  language: Language;
  country: string;
  industry: number;
  size: Size;
  plan: number;
  /** First day of service and first paid day; they differ by the trial. */
  joined: number;
  paidFrom: number;
  seats: number;
  /** Recurring fee of a seat for a month. */
  seatFeeMinor: number;
  terms: Terms;
  areSeatsKnown: boolean;
  answersSurveys: boolean;
  isStrategic: boolean;
  owner: number;
  /** Unseen: log-odds of using the product on a day, pleasure with it, and inclination to leave. */
  engagement: number;
  satisfaction: number;
  restlessness: number;
  breadth: number;
  seatUse: number;
  paymentDelayDays: number;
  ticketFactor: number;
  care: number;
};

export type Market = { seed: number; currency: string; owners: number };

/** 62 of 100 accounts were customers before the history begins; the others come during it, a little more often towards its end. */
const OLD_SHARE = 0.62;
const OLDEST_DAYS = 1_500;
/** Nobody is so new that billing, which is behind, has not told of the contract. */
const NEWEST_DAYS = 18;
const MEAN_ARR_USD = 8_000;
const ARR_SPREAD = 1.35;
/** Log-normal quantiles: the largest tenth makes half of the revenue, the larger half nine tenths of it. */
const ENTERPRISE_FROM = 1.3;
const MID_FROM = 0;
const TRIAL_SHARE = 0.3;
const TRIAL_DAYS = [14, 30];
const NO_SEATS_SHARE = 0.05;
const NO_ANSWERS_SHARE = 0.15;
const STRATEGIC_SHARE = 0.008;

const COUNTRIES: Readonly<Record<Language, readonly string[]>> = {
  en: ["US", "GB", "DE", "NL", "AE", "IN", "SG"],
  fa: ["IR"],
  ar: ["SA", "AE", "QA", "KW", "OM", "BH", "IQ"],
};

/** The account with a number, always the same for the same seed, whatever the size of the company. */
export function traitsOf(market: Market, index: number): Traits {
  const random = new Random(market.seed, index, 1);
  const language = random.weighted<Language>([
    ["en", 45],
    ["fa", 30],
    ["ar", 25],
  ]);
  const scale = random.normal();
  const size: Size = scale >= ENTERPRISE_FROM ? "enterprise" : scale >= MID_FROM ? "mid" : "small";
  const plan = planOf(random, size);
  const joined = joinedOn(random);
  const hasTrial = joined >= 0 && random.chance(TRIAL_SHARE);
  const priceUsd = (PLANS[plan]?.seatPriceUsd ?? 0) * random.between(0.85, 1.15);
  const arrUsd = MEAN_ARR_USD * Math.exp(ARR_SPREAD * scale);
  return {
    index,
    language,
    country: random.pick(COUNTRIES[language]),
    industry: random.whole(0, 23),
    size,
    plan,
    joined,
    paidFrom: joined + (hasTrial ? random.pick(TRIAL_DAYS) : 0),
    seats: Math.max(2, Math.round(arrUsd / (12 * priceUsd))),
    seatFeeMinor: Math.max(1, toMinor(priceUsd * priceLevel(market.currency), market.currency)),
    terms: termsOf(random, size),
    areSeatsKnown: !random.chance(NO_SEATS_SHARE),
    answersSurveys: !random.chance(NO_ANSWERS_SHARE),
    isStrategic: size !== "small" && random.chance(STRATEGIC_SHARE),
    owner: random.whole(0, Math.max(0, market.owners - 1)),
    engagement: 1.25 + 0.5 * random.normal(),
    satisfaction: 0.6 * random.normal(),
    restlessness: 0.35 * random.normal(),
    breadth: random.between(0.45, 1),
    seatUse: Math.min(1.5, Math.max(0.5, 1 + 0.2 * random.normal())),
    paymentDelayDays: random.chance(0.1) ? random.between(4, 16) : random.between(-8, 0),
    ticketFactor: Math.exp(0.5 * random.normal()),
    care: Math.exp(0.3 * random.normal()),
  };
}

function planOf(random: Random, size: Size): number {
  if (size === "enterprise")
    return random.weighted([
      [1, 25],
      [2, 75],
    ]);
  if (size === "mid")
    return random.weighted([
      [0, 20],
      [1, 60],
      [2, 20],
    ]);
  return random.weighted([
    [0, 65],
    [1, 30],
    [2, 5],
  ]);
}

function joinedOn(random: Random): number {
  if (random.chance(OLD_SHARE)) return -Math.floor(Math.min(OLDEST_DAYS, 40 + random.exponential(450)));
  return Math.floor((HISTORY_DAYS - NEWEST_DAYS) * random.unit() ** 0.9);
}

function termsOf(random: Random, size: Size): Terms {
  const monthly = { small: 0.58, mid: 0.22, enterprise: 0 }[size];
  if (random.chance(monthly)) return { termMonths: 1, noticeDays: 0, isAutoRenewed: true, billingMonths: 1 };
  return {
    termMonths:
      size === "enterprise"
        ? random.weighted([
            [12, 75],
            [24, 17],
            [36, 8],
          ])
        : random.weighted([
            [12, 92],
            [24, 8],
          ]),
    noticeDays: random.weighted([
      [30, 65],
      [60, 28],
      [90, 7],
    ]),
    isAutoRenewed: random.chance(size === "enterprise" ? 0.55 : 0.8),
    billingMonths: random.weighted([
      [1, 15],
      [3, 35],
      [12, 50],
    ]),
  };
}
