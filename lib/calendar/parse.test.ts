import { describe, expect, test } from "vitest";
import { parseDay, parseInstant } from "./parse";

const BAD = { ok: false, reason: "bad_date" };

describe("parseDay", () => {
  test("reads the formats of files", () => {
    expect(parseDay("2024-03-05", "yyyy-MM-dd")).toEqual({ ok: true, day: "2024-03-05" });
    expect(parseDay("05-03-2024", "dd-MM-yyyy")).toEqual({ ok: true, day: "2024-03-05" });
    expect(parseDay("5/3/2024", "dd/MM/yyyy")).toEqual({ ok: true, day: "2024-03-05" });
    expect(parseDay("3/5/2024", "MM/dd/yyyy")).toEqual({ ok: true, day: "2024-03-05" });
    expect(parseDay(" 1403/12/30 ", "yyyy/MM/dd", "persian")).toEqual({ ok: true, day: "2025-03-20" });
  });

  test("Persian and Arabic digits and direction marks are read", () => {
    expect(parseDay("\u200f۱۴۰۴/۰۷/۰۱\u200f", "yyyy/MM/dd", "persian")).toEqual({
      ok: true,
      day: "2025-09-23",
    });
    expect(parseDay("٠٥/٠٣/٢٠٢٤", "dd/MM/yyyy")).toEqual({ ok: true, day: "2024-03-05" });
  });

  test("30/02 is a bad date", () => {
    expect(parseDay("30/02/2024", "dd/MM/yyyy")).toEqual(BAD);
  });

  test("1404/12/30 is a bad date because 1404 has no leap day", () => {
    expect(parseDay("1404/12/30", "yyyy/MM/dd", "persian")).toEqual(BAD);
  });

  test("another shape, another order, an empty cell and the other calendar's year are bad dates", () => {
    expect(parseDay("2024-03-05", "dd/MM/yyyy")).toEqual(BAD);
    expect(parseDay("25/13/2024", "dd/MM/yyyy")).toEqual(BAD);
    expect(parseDay("24-03-05", "yyyy-MM-dd")).toEqual(BAD);
    expect(parseDay("", "yyyy-MM-dd")).toEqual(BAD);
    expect(parseDay("1404-01-01", "yyyy-MM-dd")).toEqual(BAD);
    expect(parseDay("2025-01-01", "yyyy-MM-dd", "persian")).toEqual(BAD);
  });
});

describe("parseInstant", () => {
  test("a date alone is the start of the local day and says so", () => {
    expect(parseInstant("2025-07-01", "yyyy-MM-dd", "Asia/Tehran")).toEqual({
      ok: true,
      instant: new Date("2025-06-30T20:30:00Z"),
      dateOnly: true,
    });
  });

  test("a time without an offset is the wall clock of the zone", () => {
    expect(parseInstant("2025-07-01 08:15:30.25", "yyyy-MM-dd", "Asia/Tehran")).toEqual({
      ok: true,
      instant: new Date("2025-07-01T04:45:30.250Z"),
      dateOnly: false,
    });
    expect(parseInstant("۱۴۰۴/۰۴/۱۰ ۰۸:۱۵", "yyyy/MM/dd", "Asia/Tehran", "persian")).toMatchObject({
      instant: new Date("2025-07-01T04:45:00Z"),
    });
  });

  test("Z and offsets overrule the zone", () => {
    const instants = ["2025-07-01T08:00Z", "2025-07-01T11:30:00+03:30", "2025-07-01 04:00:00 -0400"].map(
      (text) => parseInstant(text, "yyyy-MM-dd", "Asia/Tehran"),
    );
    for (const parsed of instants)
      expect(parsed).toMatchObject({ instant: new Date("2025-07-01T08:00:00Z") });
  });

  test("a bad date, hour, minute, offset or trailing words are bad dates", () => {
    for (const text of [
      "2025-02-30 10:00",
      "2025-02-20 24:00",
      "2025-02-20 10:60",
      "2025-02-20T10:00+19:00",
      "2025-02-20 noon",
    ]) {
      expect(parseInstant(text, "yyyy-MM-dd", "UTC")).toEqual(BAD);
    }
  });
});
