import { describe, expect, test } from "vitest";
import { buildCard, inputsOf, midCard, shippedMeasure } from "./card.fixture";
import { connectedCard } from "./connect";
import { SOURCE_FAMILIES, type SourceFamily } from "./measures";
import { healthScore } from "./score";

const families = (...names: SourceFamily[]) => new Set(names);

describe("measures whose source is not connected", () => {
  test("everything connected leaves the card as it is", () => {
    expect(connectedCard(midCard(), new Set(SOURCE_FAMILIES))).toEqual({
      card: midCard(),
      leftOut: [],
      droppedGroups: [],
    });
  });

  test("usage without users, seats, tickets and surveys (the RavenStack import) keeps five measures in two groups", () => {
    const { card, leftOut, droppedGroups } = connectedCard(
      midCard(),
      families("usage", "seats", "tickets", "surveys"),
    );
    expect(leftOut).toEqual(["engagement", "goals_attained", "licence_utilisation", "payment_risk"]);
    expect(droppedGroups).toEqual(["relationship", "commercial"]);
    expect(card.groups.map((group) => group.key)).toEqual(["use", "experience"]);
    const score = healthScore(
      card,
      inputsOf(card, {
        usage_vs_baseline: 0.65,
        adoption_breadth: 0.4,
        login_recency: 8,
        ticket_burden: 15,
        sentiment: 60,
      }),
    );
    expect(score.chi).toBeCloseTo((60 * 50 + 20 * 62.5) / 80, 6);
    expect(score.coverage).toBe(1);
  });

  test("a group left with weight 0 only goes too", () => {
    const relationship = [shippedMeasure("engagement", 0), shippedMeasure("goals_attained", 5)];
    const techTouch = buildCard({
      use: [65, [shippedMeasure("login_recency", 15)]],
      relationship: [5, relationship],
    });
    const { card, leftOut, droppedGroups } = connectedCard(techTouch, families("usage", "touches"));
    expect(card.groups.map((group) => group.key)).toEqual(["use"]);
    expect(leftOut).toEqual(["engagement", "goals_attained"]);
    expect(droppedGroups).toEqual(["relationship"]);
  });

  test("nothing connected leaves no group", () => {
    expect(connectedCard(midCard(), families()).card.groups).toEqual([]);
  });
});
