import { describe, expect, test } from "vitest";
import { engagementTarget, proposeArrLimits, segmentOf, sizeOf } from "./segment";

const limits = { highTouchFromMinor: 100_000, midFromMinor: 20_000 };
const account = (arrMinor: number | null, isStrategic = false) => ({ arrMinor, isStrategic });

describe("segments", () => {
  test("size by the saved limits, the strategic flag first", () => {
    expect(sizeOf(account(100_000), limits)).toBe("high_touch");
    expect(sizeOf(account(99_999), limits)).toBe("mid");
    expect(sizeOf(account(19_999), limits)).toBe("tech_touch");
    expect(sizeOf(account(1, true), limits)).toBe("high_touch");
  });

  test("unknown ARR and missing limits fall to the default", () => {
    expect(sizeOf(account(null), limits)).toBe("tech_touch");
    expect(sizeOf(account(900_000), null)).toBe("tech_touch");
  });

  test("an account is new while onboarding, then its size", () => {
    expect(segmentOf("onboarding", "mid")).toBe("new");
    expect(segmentOf("value", "mid")).toBe("mid");
  });

  test("engagement targets per 90 days: 8, 4, 1 while new, then 6, 3 and none", () => {
    expect([engagementTarget("new", "high_touch"), engagementTarget("new", "mid")]).toEqual([8, 4]);
    expect(engagementTarget("new", "tech_touch")).toBe(1);
    expect(engagementTarget("high_touch", "high_touch")).toBe(6);
    expect(engagementTarget("mid", "mid")).toBe(3);
    expect(engagementTarget("tech_touch", "tech_touch")).toBeNull();
  });
});

describe("proposed ARR limits", () => {
  test("the largest that make 50 % and 90 % of ARR, at two significant digits", () => {
    const arrs = [40_000, 12_340, 15_550, 22_220, 5_000, 4_890];
    expect(proposeArrLimits(arrs)).toEqual({ highTouchFromMinor: 22_000, midFromMinor: 12_000 });
  });

  test("one account, equal accounts, and accounts that pay nothing", () => {
    expect(proposeArrLimits([12_345])).toEqual({ highTouchFromMinor: 12_000, midFromMinor: 12_000 });
    expect(proposeArrLimits([100, 100, 100, 100])).toEqual({ highTouchFromMinor: 100, midFromMinor: 100 });
    expect(proposeArrLimits([0, 0])).toBeNull();
    expect(proposeArrLimits([])).toBeNull();
  });

  test("exactly half of ARR is enough", () => {
    expect(proposeArrLimits([50, 30, 20])?.highTouchFromMinor).toBe(50);
  });
});
