import { expect, test } from "vitest";
import { wilsonInterval } from "./interval";

test("B10 43 of 50: 0.738138 to 0.930492", () => {
  expect(wilsonInterval(43, 50)?.low).toBeCloseTo(0.738138, 6);
  expect(wilsonInterval(43, 50)?.high).toBeCloseTo(0.930492, 6);
});

test("B10 5 of 5: 0.565518 to 1", () => {
  expect(wilsonInterval(5, 5)?.low).toBeCloseTo(0.565518, 6);
  expect(wilsonInterval(5, 5)?.high).toBe(1);
});

test("B10 none asked has no interval, none of some starts at 0", () => {
  expect(wilsonInterval(0, 0)).toBeNull();
  expect(wilsonInterval(0, 10)?.low).toBe(0);
});
