import { describe, expect, it } from "vitest";
import { sourcePace } from "./freshness";

const AS_OF = new Date("2025-11-19T12:00:00Z");
const hoursBefore = (hours: number) => new Date(AS_OF.getTime() - hours * 3_600_000);

describe("the pace of a source", () => {
  it("is ok up to 26 hours after its newest delivery and late beyond", () => {
    expect(sourcePace(hoursBefore(26), AS_OF)).toBe("ok");
    expect(sourcePace(hoursBefore(26.1), AS_OF)).toBe("late");
  });

  it("is stopped beyond 72 hours", () => {
    expect(sourcePace(hoursBefore(72), AS_OF)).toBe("late");
    expect(sourcePace(hoursBefore(72.1), AS_OF)).toBe("stopped");
  });

  it("is ok when a delivery carries a later instant, as of a clock that runs behind", () => {
    expect(sourcePace(hoursBefore(-1), AS_OF)).toBe("ok");
  });
});
