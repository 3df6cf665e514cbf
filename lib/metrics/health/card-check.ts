import { BAND_KEYS, type Card, type CardMeasure, type Curve, type Decay } from "./card";

/** What is wrong with a card; the sentence that says how to mend it stands in the catalogue. */
export type CardFault =
  | "no_measures"
  | "duplicate_group"
  | "duplicate_measure"
  | "weight_not_valid"
  | "weights_all_zero"
  | "linear_ends_equal"
  | "steps_empty"
  | "steps_not_ascending"
  | "step_score_out_of_range"
  | "logistic_points_equal"
  | "curve_not_finite"
  | "decay_not_valid"
  | "bands_not_ascending"
  | "margin_not_valid";

/** A card that cannot be scored: the fault, and the group, measure or band it was found at. */
export class CardError extends Error {
  constructor(
    readonly fault: CardFault,
    readonly at: string,
  ) {
    super(`scorecard: ${fault} at ${at}`);
    this.name = "CardError";
  }
}

/**
 * Throws a {@link CardError} at the first fault of the card: weights ≥ 0 and not all zero, in the card and
 * in every group that carries weight (H7), a curve that
 * defines a score (H2 x0 = x100, H5 x90 = m are rejected), bands ascending from 0 (H9), sane decay (H6).
 */
export function checkCard(card: Card): void {
  checkNames(card);
  for (const group of card.groups) {
    checkWeight(group.weight, group.key);
    for (const measure of group.measures) {
      checkWeight(measure.weight, measure.key);
      checkCurve(measure.curve, measure.key);
      checkDecay(measure.decay, measure.key);
    }
    const carries = (measure: CardMeasure) => measure.weight > 0;
    if (group.weight > 0 && !group.measures.some(carries)) throw new CardError("weights_all_zero", group.key);
  }
  if (!card.groups.some((group) => group.weight > 0)) throw new CardError("weights_all_zero", card.purpose);
  checkBands(card);
}

function checkNames(card: Card): void {
  const measures = card.groups.flatMap((group) => group.measures);
  if (measures.length === 0) throw new CardError("no_measures", card.purpose);
  const group = firstTwice(card.groups);
  if (group !== null) throw new CardError("duplicate_group", group);
  const measure = firstTwice(measures);
  if (measure !== null) throw new CardError("duplicate_measure", measure);
}

function firstTwice(items: readonly { key: string }[]): string | null {
  const seen = new Set<string>();
  for (const { key } of items) {
    if (seen.has(key)) return key;
    seen.add(key);
  }
  return null;
}

function checkWeight(weight: number, at: string): void {
  if (!Number.isFinite(weight) || weight < 0) throw new CardError("weight_not_valid", at);
}

/** Throws a {@link CardError} when the curve defines no score (H2, H3, H5). `at` names it in the error. */
export function checkCurve(curve: Curve, at: string): void {
  if (curve.kind === "linear") {
    checkFinite([curve.x0, curve.x100], at);
    if (curve.x0 === curve.x100) throw new CardError("linear_ends_equal", at);
  } else if (curve.kind === "logistic") {
    checkFinite([curve.x50, curve.x90], at);
    if (curve.x50 === curve.x90) throw new CardError("logistic_points_equal", at);
  } else if (curve.kind === "step") {
    if (curve.steps.length === 0) throw new CardError("steps_empty", at);
    checkFinite(curve.steps.flat(), at);
    const edges = curve.steps.map(([edge]) => edge);
    if (!isAscending(edges)) throw new CardError("steps_not_ascending", at);
    const isScore = (score: number) => score >= 0 && score <= 100;
    if (!curve.steps.every(([, score]) => isScore(score))) throw new CardError("step_score_out_of_range", at);
  }
}

function checkFinite(numbers: readonly number[], at: string): void {
  if (!numbers.every(Number.isFinite)) throw new CardError("curve_not_finite", at);
}

function isAscending(numbers: readonly number[]): boolean {
  return numbers.every((value, i) => i === 0 || value > (numbers[i - 1] ?? value));
}

function checkDecay(decay: Decay | null, at: string): void {
  if (decay !== null) {
    const { graceDays, halfLifeDays, maxDays } = decay;
    const isSane = graceDays >= 0 && halfLifeDays > 0 && maxDays >= graceDays;
    if (!isSane) throw new CardError("decay_not_valid", at);
  }
}

function checkBands(card: Card): void {
  const from = card.bands.map((band) => band.from);
  const first = card.bands[0];
  if (first === undefined || first.from !== 0 || !isAscending(from)) {
    throw new CardError("bands_not_ascending", first?.key ?? card.purpose);
  }
  const ranks = card.bands.map((band) => BAND_KEYS.indexOf(band.key));
  if (!isAscending(ranks)) throw new CardError("bands_not_ascending", first.key);
  if (!Number.isFinite(card.margin) || card.margin < 0) throw new CardError("margin_not_valid", card.purpose);
}
