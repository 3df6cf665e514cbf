import { describe, expect, test } from "vitest";
import {
  businessDaysBetween,
  businessDaysElapsed,
  countBusinessDays,
  type WorkingDays,
} from "./business-days";

const MON_TO_FRI: WorkingDays = { workingDays: [1, 2, 3, 4, 5] };
const IRAN: WorkingDays = { workingDays: [6, 7, 1, 2, 3, 4] };

describe("business days", () => {
  test("Friday noon to Monday noon is one full working day", () => {
    const from = new Date("2025-10-10T12:00:00Z");
    expect(businessDaysBetween(from, new Date("2025-10-13T12:00:00Z"), MON_TO_FRI, "UTC")).toBe(1);
    expect(businessDaysBetween(from, new Date("2025-10-13T11:59:59Z"), MON_TO_FRI, "UTC")).toBe(0);
  });

  test("more than three business days begins just after the third has passed", () => {
    const from = new Date("2025-10-06T09:00:00Z");
    expect(businessDaysElapsed(from, new Date("2025-10-09T09:00:00Z"), MON_TO_FRI, "UTC")).toBeCloseTo(3, 9);
    expect(businessDaysElapsed(from, new Date("2025-10-09T10:00:00Z"), MON_TO_FRI, "UTC")).toBeGreaterThan(3);
  });

  test("in Iran Friday is no working day and Sunday is", () => {
    const thursday = new Date("2025-10-08T20:30:00Z");
    const sunday = new Date("2025-10-12T20:30:00Z");
    expect(businessDaysBetween(thursday, sunday, IRAN, "Asia/Tehran")).toBe(3);
  });

  test("a holiday does not count, a day of 23 hours counts as one", () => {
    const schedule = { ...MON_TO_FRI, holidays: ["2025-10-07"] };
    expect(countBusinessDays("2025-10-06", "2025-10-11", schedule)).toBe(4);
    const all: WorkingDays = { workingDays: [1, 2, 3, 4, 5, 6, 7] };
    const from = new Date("2025-03-09T05:00:00Z");
    expect(businessDaysElapsed(from, new Date("2025-03-10T04:00:00Z"), all, "America/New_York")).toBeCloseTo(
      1,
      9,
    );
  });

  test("nothing has passed when the end is not after the start", () => {
    const at = new Date("2025-10-06T09:00:00Z");
    expect(businessDaysElapsed(at, at, MON_TO_FRI, "UTC")).toBe(0);
    expect(businessDaysBetween(at, new Date("2025-10-01T09:00:00Z"), MON_TO_FRI, "UTC")).toBe(0);
    expect(countBusinessDays("2025-10-06", "2025-10-06", MON_TO_FRI)).toBe(0);
  });
});
