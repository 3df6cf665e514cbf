import { cardMeasures, type Card, type CardMeasure, type MeasureKey } from "./card";
import { MEASURES } from "./measures";
import type { MeasureInput } from "./score";

/** A measure whose raw value is its score, so that a test can write scores; fresh for ever unless told. */
export function plainMeasure(key: MeasureKey, weight: number, more: Partial<CardMeasure> = {}): CardMeasure {
  return { key, weight, curve: { kind: "linear", x0: 0, x100: 100 }, decay: null, ...more };
}

/** A catalogue measure as shipped. */
export function shippedMeasure(key: MeasureKey, weight: number): CardMeasure {
  return { key, weight, curve: MEASURES[key].curve, decay: MEASURES[key].decay };
}

export function buildCard(
  groups: Record<string, [weight: number, CardMeasure[]]>,
  more: Partial<Card> = {},
): Card {
  return {
    purpose: "test",
    missing: "reweight",
    margin: 3,
    bands: [
      { key: "critical", from: 0 },
      { key: "at_risk", from: 40 },
      { key: "watch", from: 55 },
      { key: "healthy", from: 75 },
    ],
    groups: Object.entries(groups).map(([key, [weight, measures]]) => ({ key, weight, measures })),
    guardrails: [],
    ...more,
  };
}

/** The five measures of the H7 example, weights 30, 25, 20, 15, 10, in one group. */
export function h7Card(more: Partial<Card> = {}): Card {
  const keys = ["adoption_breadth", "engagement", "login_recency", "payment_risk", "sentiment"] as const;
  const weights = [30, 25, 20, 15, 10];
  return buildCard({ all: [1, keys.map((key, i) => plainMeasure(key, weights[i] ?? 0))] }, more);
}

/** The shipped mid-market card (defaults.md 4). */
export function midCard(more: Partial<Card> = {}): Card {
  const use = [
    shippedMeasure("usage_vs_baseline", 20),
    shippedMeasure("adoption_breadth", 15),
    shippedMeasure("login_recency", 10),
    shippedMeasure("licence_utilisation", 15),
  ];
  const experience = [shippedMeasure("ticket_burden", 10), shippedMeasure("sentiment", 10)];
  const relationship = [shippedMeasure("engagement", 10), shippedMeasure("goals_attained", 5)];
  return buildCard(
    {
      use: [60, use],
      experience: [20, experience],
      relationship: [15, relationship],
      commercial: [5, [shippedMeasure("payment_risk", 5)]],
    },
    more,
  );
}

/** Raw values of the mid account of H1. */
export const MID_RAW: Partial<Record<MeasureKey, number>> = {
  usage_vs_baseline: 0.65,
  adoption_breadth: 0.4,
  login_recency: 8,
  licence_utilisation: 0.76,
  ticket_burden: 15,
  sentiment: 60,
  payment_risk: 20,
  engagement: 0.5,
};

/** Inputs in the order of the card; what is not named is missing; everything is `ageDays` old. */
export function inputsOf(
  card: Card,
  raw: Partial<Record<MeasureKey, number | null>>,
  ageDays: number | null = 0,
): MeasureInput[] {
  return cardMeasures(card).map(({ key }) => ({ raw: raw[key] ?? null, ageDays }));
}

/** The H7 example: the fixture's keys ascend, so scores may be given in a row. */
export function inputsInOrder(scores: readonly (number | null)[]): MeasureInput[] {
  return scores.map((raw) => ({ raw, ageDays: 0 }));
}
