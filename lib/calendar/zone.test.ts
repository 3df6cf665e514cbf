import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayFromNumber, dayNumber, type Day } from "./day";
import { endOfDay, localDay, localInstant, localTimeMs, offsetMs, snapshotDay, startOfDay } from "./zone";

const HOUR = 3_600_000;

function hoursOf(day: Day, zone: string): number {
  return (endOfDay(day, zone).getTime() - startOfDay(day, zone).getTime()) / HOUR;
}

describe("K1 zones", () => {
  test("K1 2025-06-30T21:00Z is 1 July in Tehran", () => {
    expect(localDay(new Date("2025-06-30T21:00:00Z"), "Asia/Tehran")).toBe("2025-07-01");
    expect(localDay(new Date("2025-06-30T20:29:59.999Z"), "Asia/Tehran")).toBe("2025-06-30");
  });

  test("K1 Tehran is UTC+03:30 all year since 2022-09-21, and +04:30 in the summers before", () => {
    const offset = (text: string) => offsetMs(Date.parse(text), "Asia/Tehran") / HOUR;
    expect([offset("2022-09-22T12:00Z"), offset("2023-07-01T12:00Z"), offset("2025-01-01T12:00Z")]).toEqual([
      3.5, 3.5, 3.5,
    ]);
    expect(offset("2022-07-01T12:00Z")).toBe(4.5);
  });

  test("K1 the Tehran day that began without a midnight starts at 01:00 and has 23 hours", () => {
    expect(startOfDay("2022-03-22", "Asia/Tehran").toISOString()).toBe("2022-03-21T20:30:00.000Z");
    expect(localTimeMs(startOfDay("2022-03-22", "Asia/Tehran"), "Asia/Tehran")).toBe(HOUR);
    expect(hoursOf("2022-03-22", "Asia/Tehran")).toBe(23);
    expect(hoursOf("2022-09-21", "Asia/Tehran")).toBe(25);
    expect(hoursOf("2022-09-22", "Asia/Tehran")).toBe(24);
  });

  test("K1 New York has a day of 23 hours in March and one of 25 in November", () => {
    expect(hoursOf("2025-03-09", "America/New_York")).toBe(23);
    expect(hoursOf("2025-11-02", "America/New_York")).toBe(25);
    expect(startOfDay("2025-11-02", "America/New_York").toISOString()).toBe("2025-11-02T04:00:00.000Z");
  });

  test("a midnight that occurs twice starts the day at its first occurrence", () => {
    expect(startOfDay("2024-11-03", "America/Havana").toISOString()).toBe("2024-11-03T04:00:00.000Z");
    expect(hoursOf("2024-11-03", "America/Havana")).toBe(25);
  });

  test("a gap that begins before midnight ends the day before early", () => {
    expect(startOfDay("1919-03-31", "America/Toronto").toISOString()).toBe("1919-03-31T04:30:00.000Z");
  });

  test("the day that Samoa skipped is empty", () => {
    expect(hoursOf("2011-12-30", "Pacific/Apia")).toBe(0);
    expect(hoursOf("2011-12-31", "Pacific/Apia")).toBe(24);
  });

  test("a wall-clock time that is skipped gives the end of the gap, one that repeats the first of the two", () => {
    expect(localInstant("2025-03-09", 2.5 * HOUR, "America/New_York").toISOString()).toBe(
      "2025-03-09T07:00:00.000Z",
    );
    expect(localInstant("2025-11-02", 1.5 * HOUR, "America/New_York").toISOString()).toBe(
      "2025-11-02T05:30:00.000Z",
    );
  });

  test("an unknown zone is refused", () => {
    expect(() => localDay(new Date(0), "Asia/Nowhere")).toThrow(RangeError);
  });

  test("every day's first instant is on that day and the millisecond before is not", () => {
    const days = fc
      .integer({ min: dayNumber("1940-01-01"), max: dayNumber("2040-01-01") })
      .map(dayFromNumber);
    const zones = fc.constantFrom(
      "Asia/Tehran",
      "Asia/Riyadh",
      "Europe/Berlin",
      "America/Havana",
      "Asia/Baghdad",
      "UTC",
    );
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        const start = startOfDay(day, zone);
        expect(localDay(start, zone)).toBe(day);
        expect(localDay(new Date(start.getTime() - 1), zone) < day).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("K6 as-of snapshot", () => {
  test("K6 a payment at 00:00:00 local on 1 May belongs to 1 May, not to the 30 April snapshot", () => {
    const payment = startOfDay("2025-05-01", "Asia/Riyadh");
    expect(localDay(payment, "Asia/Riyadh")).toBe("2025-05-01");
    expect(snapshotDay(payment, "Asia/Riyadh")).toBe("2025-04-30");
    expect(payment < endOfDay("2025-04-30", "Asia/Riyadh")).toBe(false);
  });

  test("K6 the snapshot of D stands at the first instant of D+1, over a clock change too", () => {
    expect(snapshotDay(endOfDay("2022-03-21", "Asia/Tehran"), "Asia/Tehran")).toBe("2022-03-21");
    expect(snapshotDay(new Date("2025-01-01T00:00:00Z"), "UTC")).toBe("2024-12-31");
    expect(snapshotDay(new Date("2025-01-01T00:00:00.001Z"), "UTC")).toBe("2025-01-01");
  });
});
