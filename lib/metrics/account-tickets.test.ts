import { describe, expect, it } from "vitest";
import { firstReplyMedian, firstReplyMinutes, quantile } from "./account-tickets";

const ticket = (minutes: number | null) => ({
  openedAtMs: 0,
  firstReplyAtMs: minutes === null ? null : minutes * 60_000,
});

describe("first reply", () => {
  it("T2 counts 10:00 to 10:47 as 47 minutes", () => {
    const at = (text: string) => Date.parse(`2025-10-08T${text}:00Z`);
    expect(firstReplyMinutes({ openedAtMs: at("10:00"), firstReplyAtMs: at("10:47") })).toBe(47);
  });

  it("T2 has no value while nobody has replied, and counts the ticket as waiting", () => {
    const { figure, waiting } = firstReplyMedian([1, 2, 3, 4, 100, null].map(ticket));
    expect(figure).toEqual({ value: 3, n: 5 });
    expect(waiting).toBe(1);
  });

  it("says nothing on fewer than five replies", () => {
    expect(firstReplyMedian([10, 20, 30, 40].map(ticket)).figure).toEqual({
      value: null,
      reason: "too_few",
      n: 4,
    });
  });
});

describe("quantile", () => {
  it("T16 is type 7: the 0.9 quantile of 1 … 5 is 4.6, the median of 1, 2 is 1.5", () => {
    expect(quantile([5, 4, 3, 2, 1], 0.9)).toBeCloseTo(4.6, 12);
    expect(quantile([2, 1], 0.5)).toBe(1.5);
    expect(quantile([7], 0.9)).toBe(7);
  });

  it("is not a number over nothing", () => {
    expect(quantile([], 0.5)).toBeNaN();
  });
});
