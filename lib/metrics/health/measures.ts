import type { Reason } from "../result";
import type { Curve, Decay, MeasureKey } from "./card";

/**
 * What has to be connected for a measure to exist. `users` is connected when the usage source names users,
 * `seats` when accounts or subscriptions carry seat counts.
 */
export const SOURCE_FAMILIES = [
  "usage",
  "users",
  "seats",
  "tickets",
  "surveys",
  "touches",
  "invoices",
  "goals",
  "orders",
] as const;
export type SourceFamily = (typeof SOURCE_FAMILIES)[number];

/**
 * One entry of the measure catalogue (H1): which direction is better, the shipped curve and decay
 * (defaults.md 4), the families that feed it (all are needed), and why a raw value is missing when it is.
 */
export type Measure = {
  better: "high" | "low";
  curve: Curve;
  decay: Decay | null;
  families: readonly SourceFamily[];
  whenNull: Reason;
};

const USAGE_DECAY: Decay = { graceDays: 0, halfLifeDays: 14, maxDays: 60 };

/** The measure catalogue (metrics.md H1 and H6, defaults.md 4). */
export const MEASURES: Record<MeasureKey, Measure> = {
  adoption_breadth: {
    better: "high",
    curve: { kind: "linear", x0: 0.1, x100: 0.7 },
    decay: USAGE_DECAY,
    families: ["usage"],
    whenNull: "zero_denominator",
  },
  contact_recency: {
    better: "low",
    curve: { kind: "step", steps: [[0, 100], [30, 70], [60, 40], [90, 0]] }, // prettier-ignore
    decay: null,
    families: ["touches"],
    whenNull: "no_data",
  },
  engagement: {
    better: "high",
    curve: { kind: "linear", x0: 0, x100: 1 },
    decay: null,
    families: ["touches"],
    whenNull: "zero_denominator",
  },
  goals_attained: {
    better: "high",
    curve: { kind: "linear", x0: 0, x100: 1 },
    decay: { graceDays: 30, halfLifeDays: 90, maxDays: 365 },
    families: ["goals"],
    whenNull: "not_matured",
  },
  licence_utilisation: {
    better: "high",
    curve: { kind: "linear", x0: 0.2, x100: 0.9 },
    decay: USAGE_DECAY,
    families: ["seats", "users"],
    whenNull: "zero_denominator",
  },
  login_recency: {
    better: "low",
    curve: { kind: "step", steps: [[0, 100], [3, 80], [7, 50], [14, 20], [30, 0]] }, // prettier-ignore
    decay: null,
    families: ["usage"],
    whenNull: "never",
  },
  order_rhythm: {
    better: "low",
    curve: { kind: "step", steps: [[0, 100], [1, 80], [1.5, 50], [2, 20], [3, 0]] }, // prettier-ignore
    decay: null,
    families: ["orders"],
    whenNull: "too_few",
  },
  payment_risk: {
    better: "low",
    curve: { kind: "step", steps: [[0, 100], [1, 70], [15, 40], [30, 10], [60, 0]] }, // prettier-ignore
    decay: { graceDays: 7, halfLifeDays: 30, maxDays: 120 },
    families: ["invoices"],
    whenNull: "never",
  },
  sentiment: {
    better: "high",
    curve: { kind: "linear", x0: 30, x100: 90 },
    decay: { graceDays: 30, halfLifeDays: 45, maxDays: 365 },
    families: ["surveys"],
    whenNull: "no_data",
  },
  ticket_burden: {
    better: "low",
    curve: { kind: "linear", x0: 60, x100: 0 },
    decay: { graceDays: 2, halfLifeDays: 14, maxDays: 30 },
    families: ["tickets"],
    whenNull: "no_data",
  },
  usage_vs_baseline: {
    better: "high",
    curve: { kind: "linear", x0: 0.3, x100: 1 },
    decay: USAGE_DECAY,
    families: ["usage"],
    whenNull: "too_few",
  },
};

/** Curve of `payment_risk` where paying late is normal: Iran, public bodies in the Gulf (defaults.md 4). */
export const LATE_PAYER_CURVE: Curve = {
  kind: "step",
  steps: [[0, 100], [15, 80], [45, 50], [90, 20], [150, 0]], // prettier-ignore
};
