import { describe, expect, it } from "vitest";
import { coverageParts } from "./account-coverage";
import type { Card, MeasureKey } from "./health/card";
import { buildCard, h7Card, midCard, plainMeasure } from "./health/card.fixture";
import { cardMeasures } from "./health/card";
import { healthScore } from "./health/score";

const scored = (card: Card, raw: Partial<Record<MeasureKey, number>>) =>
  healthScore(
    card,
    cardMeasures(card).map(({ key }) => ({ raw: raw[key] ?? null, ageDays: 0 })),
  );

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);

describe("coverage of a score", () => {
  it("H7 counts 0.8 of the five-measure card and spreads the 0.2 of the missing one inside its group", () => {
    const card = h7Card();
    const score = scored(card, { adoption_breadth: 80, engagement: 60, payment_risk: 40, sentiment: 90 });
    const parts = coverageParts(card, score);
    expect(sum(parts.map((part) => part.counted))).toBeCloseTo(0.8, 12);
    expect(sum(parts.map((part) => part.share))).toBeCloseTo(1, 12);
    expect(parts.find((part) => part.key === "login_recency")).toMatchObject({
      share: 0.2,
      counted: 0,
      spread: "group",
    });
  });

  it("H8 counts 0.7 of the grouped example, as the score does", () => {
    const card = buildCard({
      a: [60, [plainMeasure("engagement", 1), plainMeasure("sentiment", 1)]],
      b: [40, [plainMeasure("payment_risk", 1)]],
    });
    const score = scored(card, { engagement: 80, payment_risk: 50 });
    expect(sum(coverageParts(card, score).map((part) => part.counted))).toBeCloseTo(score.coverage, 12);
    expect(score.coverage).toBeCloseTo(0.7, 12);
  });

  it("says that a group without any score gives its weight to the other groups", () => {
    const card = midCard();
    const score = scored(card, {
      usage_vs_baseline: 1,
      adoption_breadth: 0.5,
      login_recency: 1,
      licence_utilisation: 0.5,
      ticket_burden: 0,
      sentiment: 80,
    });
    const parts = coverageParts(card, score);
    expect(parts.find((part) => part.key === "payment_risk")?.spread).toBe("card");
    expect(sum(parts.map((part) => part.counted))).toBeCloseTo(score.coverage, 12);
  });

  it("spreads nothing anywhere when there is no score at all", () => {
    const card = h7Card();
    const parts = coverageParts(card, scored(card, { sentiment: 90 }));
    expect(parts.filter((part) => part.spread === "nowhere").map((part) => part.key)).toHaveLength(4);
  });
});
