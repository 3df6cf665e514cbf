import { describe, expect, test } from "vitest";
import { effectiveHealth, overrideFaults, overrideInForce, type Override } from "./override";

const instant = (text: string) => new Date(text);
const march: Override = {
  id: "a",
  chi: null,
  band: "critical",
  setAt: instant("2026-03-01T00:00Z"),
  expiresAt: instant("2026-03-31T00:00Z"),
};

describe("H11 manual override", () => {
  test("H11 computed 82 green, override red until 2026-03-31T00:00Z: as of then green, the end is excluded", () => {
    const computed = { chi: 82, band: "healthy" as const };
    const at = (asOf: string) => effectiveHealth(computed, overrideInForce([march], instant(asOf)));
    expect(at("2026-03-31T00:00Z")).toEqual({ chi: 82, band: "healthy", overrideId: null });
    expect(at("2026-03-30T23:59:59Z")).toEqual({ chi: 82, band: "critical", overrideId: "a" });
    expect(at("2026-03-01T00:00Z").band).toBe("critical");
    expect(at("2026-02-28T23:59:59Z").band).toBe("healthy");
  });

  test("H11 the latest wins, then the highest id", () => {
    const later = { ...march, id: "b", setAt: instant("2026-03-05T00:00Z"), band: "watch" as const };
    const twin = { ...later, id: "c", band: "healthy" as const };
    const asOf = instant("2026-03-10T00:00Z");
    expect(overrideInForce([later, march], asOf)?.id).toBe("b");
    expect(overrideInForce([twin, later, march], asOf)?.id).toBe("c");
    expect(overrideInForce([later, twin, march], asOf)?.id).toBe("c");
    expect(overrideInForce([later], instant("2026-03-04T00:00Z"))).toBeNull();
  });

  test("H11 author, reason and an expiry at most 90 days ahead are required", () => {
    const draft = {
      ...march,
      author: "Sara",
      reason: "sponsor told us",
      expiresAt: instant("2026-05-30T00:00Z"),
    };
    expect(overrideFaults(draft)).toEqual([]);
    expect(overrideFaults({ ...draft, expiresAt: instant("2026-05-30T00:00:01Z") })).toEqual([
      "expiry_too_far",
    ]);
    expect(overrideFaults({ ...draft, expiresAt: draft.setAt })).toEqual(["expiry_not_ahead"]);
    expect(overrideFaults({ ...draft, author: null, reason: " ", band: null })).toEqual([
      "author_missing",
      "reason_missing",
      "nothing_set",
    ]);
  });
});
