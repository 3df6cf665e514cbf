import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMonths, dayOfFields, fieldsOf, monthEndOf, monthEndsBetween, monthLength } from "./date-fields";
import { addDays, dayFromNumber, dayNumber, daysBetween, isDay, weekdayOf } from "./day";
import { isJalaliLeap, nowruz } from "./jalali";

const anyDay = fc.integer({ min: dayNumber("1900-01-01"), max: dayNumber("2200-12-31") }).map(dayFromNumber);

function jalali(day: string): string {
  const { year, month, day: dayOfMonth } = fieldsOf(day, "persian");
  return [year, month, dayOfMonth].join("-");
}

describe("K2 Jalali dates", () => {
  test.each([
    ["2025-03-20", "1403-12-30"],
    ["2025-03-21", "1404-1-1"],
    ["2026-03-21", "1405-1-1"],
    ["2025-09-23", "1404-7-1"],
    ["2021-03-20", "1399-12-30"],
    ["2030-03-20", "1408-12-30"],
    ["1979-02-11", "1357-11-22"],
  ])("K2 %s is %s", (day, expected) => {
    expect(jalali(day)).toBe(expected);
  });

  test("K2 of the years 1395 to 1412, exactly 1395, 1399, 1403, 1408 and 1412 have a 30 Esfand", () => {
    const years = Array.from({ length: 18 }, (_, index) => 1395 + index);
    expect(years.filter(isJalaliLeap)).toEqual([1395, 1399, 1403, 1408, 1412]);
  });

  test("K2 every Nowruz from 1800 to 2123 is the day that ICU shows as 1 Farvardin", () => {
    const icu = new Intl.DateTimeFormat("en-u-ca-persian-nu-latn", {
      timeZone: "UTC",
      month: "numeric",
      day: "numeric",
    });
    for (let year = 1179; year <= 1502; year += 1) {
      const parts = icu.formatToParts(nowruz(year) * 86_400_000);
      const shown = parts.filter((part) => part.type !== "literal").map((part) => part.value);
      expect([year, ...shown]).toEqual([year, "1", "1"]);
    }
  });

  test("K2 the leap days of 1502/1503 and 1601/1602 fall as in ICU, a year later than the 33-year rule has them", () => {
    expect([1502, 1503, 1601, 1602].map(isJalaliLeap)).toEqual([false, true, false, true]);
  });

  test("a day turned into Jalali fields and back is the same day, 1900 to 2200", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dayOfFields(fieldsOf(day, "persian"), "persian")).toBe(day);
        expect(dayOfFields(fieldsOf(day, "gregory"), "gregory")).toBe(day);
      }),
    );
  });

  test("the next day is the next Jalali day or the first of the next month, 1900 to 2200", () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const today = fieldsOf(day, "persian");
        const next = fieldsOf(addDays(day, 1), "persian");
        const last = today.day === monthLength(today.year, today.month, "persian");
        expect(next.day).toBe(last ? 1 : today.day + 1);
        expect(next.month).toBe(last ? (today.month % 12) + 1 : today.month);
      }),
    );
  });

  test("30 February, 30 Esfand of 1404 and month 13 are no dates", () => {
    expect(dayOfFields({ year: 2024, month: 2, day: 30 }, "gregory")).toBeNull();
    expect(dayOfFields({ year: 1404, month: 12, day: 30 }, "persian")).toBeNull();
    expect(dayOfFields({ year: 1403, month: 12, day: 30 }, "persian")).toBe("2025-03-20");
    expect(dayOfFields({ year: 1404, month: 13, day: 1 }, "persian")).toBeNull();
  });
});

describe("K3 month arithmetic", () => {
  test("K3 31 January + 1 month is 28 or 29 February", () => {
    expect(addMonths("2025-01-31", 1, "gregory")).toBe("2025-02-28");
    expect(addMonths("2024-01-31", 1, "gregory")).toBe("2024-02-29");
  });

  test("K3 steps count from the original anchor: 31 January + 2 months is 31 March", () => {
    expect(addMonths("2025-01-31", 2, "gregory")).toBe("2025-03-31");
  });

  test("K3 12 months before 29 February 2024 is 28 February 2023", () => {
    expect(addMonths("2024-02-29", -12, "gregory")).toBe("2023-02-28");
  });

  test("K3 31 Shahrivar + 1 month is 30 Mehr, 30 Esfand 1403 + 12 months is 29 Esfand 1404", () => {
    expect(jalali(addMonths("2025-09-22", 1, "persian"))).toBe("1404-7-30");
    expect(jalali(addMonths("2025-03-20", 12, "persian"))).toBe("1404-12-29");
  });

  test("going n months back and forth from a day every month has returns to it", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (day, n) => {
        const clamped = { ...fieldsOf(day, "gregory"), day: 15 };
        const anchor = dayOfFields(clamped, "gregory") ?? day;
        expect(addMonths(addMonths(anchor, n, "gregory"), -n, "gregory")).toBe(anchor);
      }),
    );
  });

  test("K3 month-end days are the last local days of the calendar's months", () => {
    expect(monthEndOf("2024-02-10", "gregory")).toBe("2024-02-29");
    expect(monthEndsBetween("2025-01-31", "2025-03-31", "gregory")).toEqual(["2025-01-31", "2025-02-28"]);
    expect(monthEndsBetween("2025-03-20", "2025-05-22", "persian")).toEqual([
      "2025-03-20",
      "2025-04-20",
      "2025-05-21",
    ]);
  });
});

describe("plain days", () => {
  test("addDays and daysBetween cross month ends, leap days and years", () => {
    expect(addDays("2024-02-28", 2)).toBe("2024-03-01");
    expect(addDays("2025-01-01", -1)).toBe("2024-12-31");
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("2025-03-10", "2025-03-09")).toBe(-1);
  });

  test("weekdays count from Monday 1 to Sunday 7, before 1970 too", () => {
    expect(weekdayOf("2025-10-10")).toBe(5);
    expect(weekdayOf("2025-10-12")).toBe(7);
    expect(weekdayOf("1969-12-29")).toBe(1);
  });

  test("isDay accepts real dates only", () => {
    expect(["2024-02-29", "2023-02-29", "2024-2-9", "24-02-29", "1404-01-01"].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  test("a text that is no date is refused loudly", () => {
    expect(() => addDays("2023-02-29", 1)).toThrow(RangeError);
  });
});
