import { describe, expect, it } from "vitest";
import { lifecyclePath } from "./account-lifecycle";

const shown = (...args: Parameters<typeof lifecyclePath>) =>
  lifecyclePath(...args).map(({ stage, state }) => `${stage} ${state}`);

describe("lifecycle path", () => {
  it("ticks what the account was seen in and leaves growth ahead when it never grew", () => {
    expect(shown("renewal", { stages: ["onboarding", "value", "renewal"], hasFirstValue: true })).toEqual([
      "onboarding done",
      "adoption done",
      "value done",
      "growth ahead",
      "renewal current",
    ]);
  });

  it("knows from the stage itself what lies behind it, without any history", () => {
    expect(shown("value", { stages: [], hasFirstValue: false }).slice(0, 3)).toEqual([
      "onboarding done",
      "adoption done",
      "value current",
    ]);
  });

  it("draws trial, leaving and former only for who is or was there", () => {
    expect(shown("trial", { stages: [], hasFirstValue: false })[0]).toBe("trial current");
    expect(shown("leaving", { stages: ["trial"], hasFirstValue: true }).at(-1)).toBe("leaving current");
    expect(shown("adoption", { stages: ["leaving"], hasFirstValue: true }).join()).not.toContain("leaving");
  });

  it("does not tick renewal for an account whose first value is not reached", () => {
    expect(shown("onboarding", { stages: ["onboarding"], hasFirstValue: false })).toEqual([
      "onboarding current",
      "adoption ahead",
      "value ahead",
      "growth ahead",
      "renewal ahead",
    ]);
  });
});
