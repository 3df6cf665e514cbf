import { describe, expect, it } from "vitest";
import { recordedInstant } from "./recorded";

const LEARNT = new Date("2024-06-15T10:00:00Z");
const at = (text: string, dateOnly = false) => ({ at: new Date(text), dateOnly });

describe("recordedInstant", () => {
  it("assumes arrival at the effective instant, for a bare date at the end of that local day", () => {
    const recording = { policy: "assumed" as const, learntAt: LEARNT, zone: "Asia/Tehran" };
    expect(recordedInstant(recording, at("2024-05-01T12:00:00Z"), null)).toEqual(
      new Date("2024-05-01T12:00:00Z"),
    );
    expect(recordedInstant(recording, at("2024-04-30T20:30:00Z", true), null)).toEqual(
      new Date("2024-05-01T20:30:00Z"),
    );
  });

  it("never lies after the moment of import: today's bare date is known now", () => {
    const recording = { policy: "assumed" as const, learntAt: LEARNT, zone: "UTC" };
    expect(recordedInstant(recording, at("2024-06-15T00:00:00Z", true), null)).toEqual(LEARNT);
    expect(recordedInstant({ ...recording, policy: "import" }, at("2024-05-01T12:00:00Z"), null)).toEqual(
      LEARNT,
    );
  });

  it("takes the column's instant where there is one", () => {
    const recording = { policy: { column: "updated" }, learntAt: LEARNT, zone: "UTC" };
    const column = new Date("2024-05-03T00:00:00Z");
    expect(recordedInstant(recording, at("2024-05-01T12:00:00Z"), column)).toEqual(column);
  });
});
