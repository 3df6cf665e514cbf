import { describe, expect, test } from "vitest";
import {
  fiscalQuarterOf,
  fiscalYearOf,
  isWeekend,
  monthOf,
  nextPeriod,
  periodOf,
  periodsBetween,
  previousPeriod,
  quarterOf,
  samePeriodLastYear,
  weekendOf,
  weekOf,
  yearOf,
  type PeriodSettings,
} from "./period";

const US: PeriodSettings = { zone: "America/New_York", calendar: "gregory", country: "US" };
const IR: PeriodSettings = {
  zone: "Asia/Tehran",
  calendar: "persian",
  country: "IR",
  fiscalStart: { month: 1, day: 1 },
};

describe("K3 periods", () => {
  test("K3 a Jalali tenant gets Jalali months, quarters and years", () => {
    expect(monthOf("2025-11-19", IR)).toMatchObject({
      start: "2025-10-23",
      end: "2025-11-22",
      key: "1404-08",
      index: 8,
    });
    expect(quarterOf("2025-03-21", IR)).toMatchObject({
      start: "2025-03-21",
      end: "2025-06-22",
      key: "1404-Q1",
      index: 1,
    });
    expect(yearOf("2025-03-20", IR)).toMatchObject({ start: "2024-03-20", end: "2025-03-21", key: "1403" });
  });

  test("K3 a Gregorian tenant gets Gregorian ones, half-open", () => {
    expect(monthOf("2024-02-29", US)).toMatchObject({
      start: "2024-02-01",
      end: "2024-03-01",
      key: "2024-02",
    });
    expect(quarterOf("2025-12-31", US)).toMatchObject({
      start: "2025-10-01",
      end: "2026-01-01",
      key: "2025-Q4",
    });
    expect(yearOf("2025-12-31", US)).toMatchObject({ start: "2025-01-01", end: "2026-01-01", key: "2025" });
  });

  test("periodsBetween lists every overlapping period once, the unfinished one too", () => {
    const keys = periodsBetween("2025-01-31", "2025-03-02", "month", US).map((period) => period.key);
    expect(keys).toEqual(["2025-01", "2025-02", "2025-03"]);
    expect(periodsBetween("2025-02-01", "2025-03-01", "month", US)).toHaveLength(1);
    expect(periodsBetween("2025-02-01", "2025-02-01", "month", US)).toEqual([]);
    expect(periodsBetween("2025-03-20", "2025-03-23", "day", IR)).toHaveLength(3);
  });

  test("previous, next and same period last year step in the tenant's calendar", () => {
    expect(previousPeriod(quarterOf("2025-03-21", IR), IR).key).toBe("1403-Q4");
    expect(nextPeriod(monthOf("2025-12-31", US), US).key).toBe("2026-01");
    expect(samePeriodLastYear(quarterOf("2025-09-01", IR), IR).key).toBe("1403-Q2");
    expect(samePeriodLastYear(monthOf("2024-02-29", US), US)).toMatchObject({
      key: "2023-02",
      end: "2023-03-01",
    });
    expect(samePeriodLastYear(periodOf("2024-02-29", "day", US), US).start).toBe("2023-02-28");
    expect(samePeriodLastYear(weekOf("2025-10-10", US), US).start).toBe("2024-10-06");
  });
});

describe("K4 fiscal year", () => {
  test("K4 start 1 April: 2026-02-10 is FY2026 Q4", () => {
    const april = { ...US, fiscalStart: { month: 4, day: 1 } };
    expect(fiscalQuarterOf("2026-02-10", april)).toMatchObject({
      key: "FY2026-Q4",
      start: "2026-01-01",
      end: "2026-04-01",
    });
    expect(fiscalYearOf("2026-03-31", april).key).toBe("FY2026");
    expect(fiscalYearOf("2026-04-01", april).key).toBe("FY2027");
  });

  test("K4 start 1 July: 2026-07-01 is FY2027 Q1; named by its start it is FY2026", () => {
    const july = { ...US, fiscalStart: { month: 7, day: 1 } };
    expect(fiscalQuarterOf("2026-07-01", july).key).toBe("FY2027-Q1");
    expect(fiscalQuarterOf("2026-07-01", { ...july, fiscalNamedBy: "start" }).key).toBe("FY2026-Q1");
  });

  test("K4 start 1 Farvardin: named by the Jalali year", () => {
    expect(fiscalYearOf("2025-03-21", IR)).toMatchObject({
      key: "FY1404",
      start: "2025-03-21",
      end: "2026-03-21",
    });
    expect(fiscalYearOf("2025-03-20", IR).key).toBe("FY1403");
  });

  test("K4 a start on the 29th of February clamps in common years and leaves no day out", () => {
    const leapStart = { ...US, fiscalStart: { month: 2, day: 29 } };
    const years = periodsBetween("2023-03-01", "2027-03-01", "fiscal_year", leapStart);
    expect(years.map((year) => year.start)).toEqual([
      "2023-02-28",
      "2024-02-29",
      "2025-02-28",
      "2026-02-28",
      "2027-02-28",
    ]);
    const quarters = periodsBetween("2023-03-01", "2025-03-01", "fiscal_quarter", leapStart);
    quarters.slice(1).forEach((quarter, index) => expect(quarter.start).toBe(quarters[index]?.end));
  });

  test("K4 the fiscal quarter last year keeps its number", () => {
    const april = { ...US, fiscalStart: { month: 4, day: 1 } };
    expect(samePeriodLastYear(fiscalQuarterOf("2026-02-10", april), april).key).toBe("FY2025-Q4");
    expect(samePeriodLastYear(fiscalYearOf("2026-02-10", april), april).key).toBe("FY2025");
  });
});

describe("K5 weeks", () => {
  test("K5 2025-10-10 (Friday): the week starts 10-04 in IR, 10-05 in SA, 10-06 in AE", () => {
    const start = (country: string) => weekOf("2025-10-10", { ...US, country }).start;
    expect(["IR", "SA", "AE"].map(start)).toEqual(["2025-10-04", "2025-10-05", "2025-10-06"]);
  });

  test("K5 Saturday in IR, KW, QA, BH, OM, EG, IQ; Sunday in SA, US; Monday in AE and most of Europe", () => {
    const start = (country: string) => weekOf("2025-10-11", { ...US, country }).start;
    expect(["IR", "KW", "QA", "BH", "OM", "EG", "IQ"].map(start)).toEqual(Array(7).fill("2025-10-11"));
    expect(["SA", "US"].map(start)).toEqual(["2025-10-05", "2025-10-05"]);
    expect(["AE", "DE", "GB", "FR"].map(start)).toEqual(Array(4).fill("2025-10-06"));
  });

  test("K5 the first weekday can be overridden", () => {
    expect(weekOf("2025-10-10", { ...US, country: "IR", weekStart: 1 }).start).toBe("2025-10-06");
  });

  test("K5 only Monday weeks have a number, by ISO; others are labelled by their start", () => {
    const monday = { ...US, country: "DE" };
    expect(weekOf("2025-12-29", monday)).toMatchObject({ key: "2026-W01", index: 1, year: 2026 });
    expect(weekOf("2027-01-01", monday)).toMatchObject({ key: "2026-W53", index: 53 });
    expect(weekOf("2025-10-10", US)).toMatchObject({ key: "2025-10-05", index: null });
  });

  test("the weekend follows the country", () => {
    expect(isWeekend("2025-10-10", weekendOf("IR"))).toBe(true);
    expect(isWeekend("2025-10-11", weekendOf("IR"))).toBe(false);
    expect([weekendOf("SA"), weekendOf("AE"), weekendOf("US")]).toEqual([
      [5, 6],
      [6, 7],
      [6, 7],
    ]);
  });
});
