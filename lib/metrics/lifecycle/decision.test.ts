import { describe, expect, test } from "vitest";
import { decidesWithin, decisionInDays, decisionOf, type Contract } from "./decision";

const contract = (more: Partial<Contract> = {}): Contract => ({
  end: "2026-01-11",
  termMonths: 12,
  termDays: null,
  noticeDay: null,
  noticeDays: null,
  isAutoRenewing: false,
  ...more,
});
const decide = (more: Partial<Contract>, asOf = "2025-11-19") => decisionOf(contract(more), asOf, "gregory");

describe("C5 decision date", () => {
  test("C5 contract end − 30 days, or the last day to give notice where one is known", () => {
    expect(decide({})).toEqual({ kind: "dated", day: "2025-12-12", end: "2026-01-11", inDays: 23 });
    expect(decide({ noticeDays: 10 })).toMatchObject({ day: "2026-01-01" });
    expect(decide({ noticeDay: "2025-11-30", noticeDays: 10 })).toMatchObject({
      day: "2025-11-30",
      inDays: 11,
    });
    expect(decide({ noticeDays: 0 })).toMatchObject({ day: "2026-01-11" });
  });

  test("C5 monthly and evergreen contracts decide always", () => {
    expect(decide({ end: null, termMonths: null })).toEqual({ kind: "always" });
    expect(decide({ termMonths: 1 })).toEqual({ kind: "always" });
    expect(decide({ termMonths: null, termDays: 30 })).toEqual({ kind: "always" });
    expect(decide({ termMonths: null, termDays: 90 })).toMatchObject({ kind: "dated" });
  });

  test("C5 an auto-renewing contract past its decision day rolls forward by calendar months from its first end", () => {
    const rolled = decide(
      { isAutoRenewing: true, end: "2024-01-31", termMonths: 3, noticeDays: 0 },
      "2025-02-15",
    );
    expect(rolled).toEqual({ kind: "dated", day: "2025-04-30", end: "2025-04-30", inDays: 74 });
    expect(decide({ isAutoRenewing: true }, "2025-12-13")).toMatchObject({
      day: "2026-12-12",
      end: "2027-01-11",
    });
    expect(decide({ isAutoRenewing: true, end: "1995-01-11" })).toMatchObject({
      end: "2026-01-11",
      inDays: 23,
    });
    expect(
      decide({ isAutoRenewing: true, end: "2020-01-01", termMonths: null, termDays: 100 }, "2020-05-01"),
    ).toEqual({
      kind: "dated",
      day: "2020-06-19",
      end: "2020-07-19",
      inDays: 49,
    });
  });

  test("C5 a Jalali workspace rolls by Jalali months: 31 Tir 1404 + 6 months is 30 Dey", () => {
    const rolled = decisionOf(
      contract({ isAutoRenewing: true, end: "2025-07-22", termMonths: 6, noticeDays: 0 }),
      "2025-08-01",
      "persian",
    );
    expect(rolled).toMatchObject({ end: "2026-01-20" });
  });

  test("C5 on the decision day itself there are 0 days left and nothing rolls", () => {
    expect(decide({ isAutoRenewing: true }, "2025-12-12")).toMatchObject({ day: "2025-12-12", inDays: 0 });
  });

  test("C5 a fixed contract past its decision day decides now until it ends, then it is over", () => {
    expect(decide({}, "2025-12-20")).toMatchObject({ kind: "dated", day: "2025-12-12", inDays: 0 });
    expect(decide({}, "2026-01-10")).toMatchObject({ kind: "dated", inDays: 0 });
    expect(decide({}, "2026-01-11")).toEqual({ kind: "over" });
  });

  test("C5 an auto-renewing contract of unknown term decides now, and always after its end", () => {
    const unknownTerm = { isAutoRenewing: true, termMonths: null };
    expect(decide(unknownTerm, "2025-12-20")).toMatchObject({ kind: "dated", inDays: 0 });
    expect(decide(unknownTerm, "2026-02-01")).toEqual({ kind: "always" });
  });

  test("C5 the horizon counts both of its ends", () => {
    const dated = (inDays: number) =>
      ({ kind: "dated", day: "2026-01-01", end: "2026-01-31", inDays }) as const;
    expect(decidesWithin(dated(90), 90)).toBe(true);
    expect(decidesWithin(dated(91), 90)).toBe(false);
    expect(decidesWithin({ kind: "always" }, 90)).toBe(true);
    expect(decidesWithin({ kind: "over" }, 90)).toBe(false);
    expect([dated(7), { kind: "always" } as const, { kind: "over" } as const].map(decisionInDays)).toEqual([
      7,
      0,
      null,
    ]);
  });
});
