import { describe, expect, it } from "vitest";
import { readCursor, TIMELINE_CHANNELS, TOUCH_CHANNELS, writeCursor } from "./timeline";

const ID = "touch:0190c2a0-0000-7000-8000-000000000001";

describe("the timeline", () => {
  it("puts every channel of the touch ledger into one of its own", () => {
    for (const channel of Object.values(TOUCH_CHANNELS)) expect(TIMELINE_CHANNELS).toContain(channel);
  });

  it("reads back the cursor it wrote, microseconds included", () => {
    const cursor = { at: "2025-11-19T09:12:00.000123Z", id: ID };
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });

  it("refuses a cursor that it did not write", () => {
    for (const text of [
      "",
      "|",
      "yesterday",
      `2025-13-45T99:12:00.000123Z|${ID}`,
      "2025-11-19T09:12:00.000123Z|x' or 1=1",
    ]) {
      expect([text, readCursor(text)]).toEqual([text, null]);
    }
  });
});
