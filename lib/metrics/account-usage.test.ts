import { describe, expect, it } from "vitest";
import { addDays } from "../period";
import { featureUse, namesUsers, weeksOfUse, type DayOfUse } from "./account-usage";

const TODAY = "2025-11-18";
const day = (back: number, users: number | null, feature = 0, events = 1): DayOfUse => ({
  day: addDays(TODAY, -back),
  feature,
  events,
  users,
});
const ask = { today: TODAY, weeks: 2, startedOn: "2025-01-01", isNamed: true };

describe("weeks of use", () => {
  it("H1 gives the mean of daily users: 7, 7, 7, 7, 7 on five of seven days is 5", () => {
    const days = [0, 1, 2, 3, 4].map((back) => day(back, 7));
    expect(weeksOfUse(days, ask).map((week) => week.figure.value)).toEqual([0, 5]);
  });

  it("ends with today and covers seven days, both ends included", () => {
    const [before, last] = weeksOfUse([day(7, 14), day(6, 7)], ask);
    expect([last?.from, last?.to, before?.to]).toEqual(["2025-11-12", "2025-11-18", "2025-11-11"]);
    expect([before?.figure.value, last?.figure.value]).toEqual([2, 1]);
  });

  it("counts active days where nobody is named", () => {
    const days = [day(0, null), day(3, null), day(4, null, 0, 0)];
    expect(namesUsers(days)).toBe(false);
    expect(weeksOfUse(days, { ...ask, isNamed: false }).at(-1)?.figure.value).toBe(2);
  });

  it("is null, not 0, before the first use", () => {
    const weeks = weeksOfUse([day(0, 7)], { ...ask, startedOn: "2025-11-14" });
    expect(weeks.map((week) => week.figure)).toEqual([
      { value: null, reason: "never", n: 0 },
      { value: 1, n: 7 },
    ]);
  });
});

describe("use of a feature", () => {
  const both = [day(0, 10), day(0, 4, 3), day(1, 10), day(1, 2, 3), day(28, 10), day(28, 8, 3)];

  it("is 6 of 20 daily users, 0.3, and fell by 0.5 against the 28 days before", () => {
    const { share, change } = featureUse(both, { today: TODAY, feature: 3, isNamed: true });
    expect(share).toEqual({ value: 0.3, n: 20 });
    expect(change).toBeCloseTo(-0.5, 12);
  });

  it("is a share of active days where nobody is named", () => {
    const days = [day(0, null), day(1, null), day(1, null, 3)];
    expect(featureUse(days, { today: TODAY, feature: 3, isNamed: false }).share).toEqual({
      value: 0.5,
      n: 2,
    });
  });

  it("has no change when nothing was used before, and no share when nothing is used now", () => {
    expect(
      featureUse([day(0, 5), day(0, 5, 3)], { today: TODAY, feature: 3, isNamed: true }).change,
    ).toBeNull();
    expect(featureUse([day(40, 5)], { today: TODAY, feature: 3, isNamed: true }).share).toEqual({
      value: null,
      reason: "zero_denominator",
      n: 0,
    });
  });
});
