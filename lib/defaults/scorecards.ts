import type { Card, CardGroup, GroupKey, MeasureKey } from "../metrics/health/card";
import { GUARDRAIL_KEYS } from "../metrics/health/card";
import { LATE_PAYER_CURVE, MEASURES } from "../metrics/health/measures";
import type { Names } from "./lifecycle";

export type ShippedScorecard = { key: string; names: Names; card: Card };

/** Weights of the four shipped cards, in this order (defaults.md 4). */
const CARD_KEYS = ["enterprise", "mid", "tech_touch", "onboarding"] as const;

const NAMES: Record<(typeof CARD_KEYS)[number], Names> = {
  enterprise: { en: "Enterprise", fa: "سازمانی", ar: "المؤسسات الكبرى" },
  mid: { en: "Mid-size", fa: "متوسط", ar: "المتوسطة" },
  tech_touch: { en: "Small", fa: "کوچک", ar: "الصغيرة" },
  onboarding: { en: "Onboarding", fa: "راه‌اندازی", ar: "تهيئة العميل" },
};

type Weights = readonly [enterprise: number, mid: number, techTouch: number, onboarding: number];

const GROUPS: readonly {
  key: GroupKey;
  weights: Weights;
  measures: readonly (readonly [MeasureKey, Weights])[];
}[] = [
  {
    key: "use",
    weights: [45, 60, 65, 60],
    measures: [
      ["usage_vs_baseline", [15, 20, 25, 15]],
      ["adoption_breadth", [15, 15, 15, 20]],
      ["login_recency", [5, 10, 15, 15]],
      ["licence_utilisation", [10, 15, 10, 10]],
    ],
  },
  {
    key: "experience",
    weights: [20, 20, 20, 15],
    measures: [
      ["ticket_burden", [10, 10, 10, 10]],
      ["sentiment", [10, 10, 10, 5]],
    ],
  },
  {
    key: "relationship",
    weights: [30, 15, 5, 20],
    measures: [
      ["engagement", [15, 10, 0, 10]],
      ["goals_attained", [15, 5, 5, 10]],
      ["contact_recency", [0, 0, 0, 0]],
    ],
  },
  { key: "commercial", weights: [5, 5, 10, 5], measures: [["payment_risk", [5, 5, 10, 5]]] },
];

const BANDS: Card["bands"] = [
  { key: "critical", from: 0 },
  { key: "at_risk", from: 40 },
  { key: "watch", from: 55 },
  { key: "healthy", from: 75 },
];

/**
 * The four grouped scorecards as shipped (defaults.md 4, H1): reweighted, bands 40/55/75, margin 3, all guardrails.
 * Where paying late is normal the payment curve is the late payer's; a business that lives on repeat orders is measured
 * by their rhythm instead of usage against baseline, and logins are dropped.
 */
export function shippedScorecards(options: {
  isLatePayer: boolean;
  business: "subscription" | "orders" | "projects";
}): ShippedScorecard[] {
  return CARD_KEYS.map((key, index) => ({
    key,
    names: NAMES[key],
    card: {
      purpose: "health",
      missing: "reweight",
      margin: 3,
      bands: BANDS,
      groups: GROUPS.map((group) => shippedGroup(group, index, options)),
      guardrails: [...GUARDRAIL_KEYS],
    },
  }));
}

function shippedGroup(
  group: (typeof GROUPS)[number],
  index: number,
  options: { isLatePayer: boolean; business: string },
): CardGroup {
  const livesOnOrders = options.business === "orders";
  const measures = group.measures
    .filter(([key]) => !(livesOnOrders && key === "login_recency"))
    .map(([key, weights]) => {
      const shown = livesOnOrders && key === "usage_vs_baseline" ? "order_rhythm" : key;
      const { curve, decay } = MEASURES[shown];
      const isLate = shown === "payment_risk" && options.isLatePayer;
      return { key: shown, weight: weights[index] ?? 0, curve: isLate ? LATE_PAYER_CURVE : curve, decay };
    });
  return { key: group.key, weight: group.weights[index] ?? 0, measures };
}
