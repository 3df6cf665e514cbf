/** The measures of H1, ascending by key: the order of every stored array. */
export const MEASURE_KEYS = [
  "adoption_breadth",
  "contact_recency",
  "engagement",
  "goals_attained",
  "licence_utilisation",
  "login_recency",
  "order_rhythm",
  "payment_risk",
  "sentiment",
  "ticket_burden",
  "usage_vs_baseline",
] as const;
export type MeasureKey = (typeof MEASURE_KEYS)[number];

/** How a raw value becomes score points: H2 linear, H3 step, H4 percentile, H5 logistic. */
export type Curve =
  | { kind: "linear"; x0: number; x100: number }
  | { kind: "step"; steps: readonly (readonly [edge: number, score: number])[] }
  | { kind: "percentile"; better: "high" | "low" }
  | { kind: "logistic"; x50: number; x90: number };

/** How a score fades toward neutral with the age of its evidence (H6), in days. */
export type Decay = { graceDays: number; halfLifeDays: number; maxDays: number };

export type CardMeasure = { key: MeasureKey; weight: number; curve: Curve; decay: Decay | null };
export type GroupKey = "use" | "experience" | "relationship" | "commercial";
export type CardGroup = { key: string; weight: number; measures: CardMeasure[] };

/** Bands from worst to best. */
export const BAND_KEYS = ["critical", "at_risk", "watch", "healthy"] as const;
export type BandKey = (typeof BAND_KEYS)[number];
/** A missing score has the band `unknown`. */
export type Band = BandKey | "unknown";

export const GUARDRAIL_KEYS = [
  "sponsor_gone",
  "open_critical",
  "long_overdue",
  "notice_given",
  "first_value_missed",
  "unanswered_detractor",
] as const;
export type GuardrailKey = (typeof GUARDRAIL_KEYS)[number];

/**
 * One immutable scorecard version (H14): what is measured, how it is weighed, where the bands lie. Weights
 * are on any scale, at both levels. `bands` ascend and the first starts at 0; `margin` is the dead band of
 * H9 in score points. Plain data, so that it is stored as it is.
 */
export type Card = {
  purpose: string;
  missing: "reweight" | "neutral";
  margin: number;
  bands: { key: BandKey; from: number }[];
  groups: CardGroup[];
  guardrails: GuardrailKey[];
};

/**
 * All measures of a card, flattened, ascending by key whatever order the card lists them in: the order of
 * every column and stored array (H14).
 */
export function cardMeasures(card: Card): CardMeasure[] {
  return card.groups.flatMap((group) => group.measures).sort(byKey);
}

/** Orders things that have a key by its code units, ascending, the same on every machine. */
export function byKey(a: { key: string }, b: { key: string }): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}
