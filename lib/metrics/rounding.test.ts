import { expect, test } from "vitest";
import { roundHalfAwayFromZero, roundToSignificantDigits } from "./rounding";

test("half-way values round away from zero, on both sides", () => {
  expect([2.5, -2.5, 2.4999, 0.5, -0.5].map(roundHalfAwayFromZero)).toEqual([3, -3, 2, 1, -1]);
  expect(Object.is(roundHalfAwayFromZero(-0.2), 0)).toBe(true);
  expect(roundHalfAwayFromZero(0.49999999999999994)).toBe(0);
});

test("two significant digits: 14,449 is 14,000, 0.0125 is 0.013, 7 stays 7, 0 stays 0", () => {
  expect(roundToSignificantDigits(14_449, 2)).toBe(14_000);
  expect(roundToSignificantDigits(14_500, 2)).toBe(15_000);
  expect(roundToSignificantDigits(0.0125, 2)).toBe(0.013);
  expect(roundToSignificantDigits(7, 2)).toBe(7);
  expect(roundToSignificantDigits(0, 2)).toBe(0);
});
