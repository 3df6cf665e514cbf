import { describe, expect, test } from "vitest";
import {
  adoptionBreadth,
  engagement,
  goalsAttained,
  licenceUtilisation,
  loginRecency,
  orderRhythm,
  paymentRisk,
  sentiment,
  ticketBurden,
  usageVsBaseline,
} from "./raw";

describe("H1 raw values", () => {
  test("H1 usage: 15 active days in 28, 45 in the 84 before is 1.0", () => {
    expect(usageVsBaseline(15, 45, 84)).toBeCloseTo(1, 6);
  });

  test("H1 usage needs 28 baseline days and some use in them", () => {
    expect(usageVsBaseline(15, 20, 27)).toBeNull();
    expect(usageVsBaseline(15, 20, 28)).toBeCloseTo(0.75, 6);
    expect(usageVsBaseline(15, 0, 84)).toBeNull();
    expect(usageVsBaseline(0, 45, 84)).toBe(0);
  });

  test("H1 tickets: sev1 ×1, sev2 ×2, sev4 ×3 on 40 seats is 57.5", () => {
    expect(ticketBurden({ sev1: 1, sev2: 2, sev3: 0, sev4: 3 }, 40)).toBeCloseTo(57.5, 6);
  });

  test("H1 tickets: none is 0, few seats count as 20, unknown seats are null", () => {
    const none = { sev1: 0, sev2: 0, sev3: 0, sev4: 0 };
    expect(ticketBurden(none, 40)).toBe(0);
    expect(ticketBurden({ ...none, sev3: 1 }, 3)).toBeCloseTo(10, 6);
    expect(ticketBurden(none, null)).toBeNull();
  });

  test("H1 sentiment: NPS 8, CSAT 4, CES 6 is 79.4444, aged as the newest", () => {
    const answers = {
      nps: { score: 8, ageDays: 90 },
      csat: { score: 4, ageDays: 12 },
      ces: { score: 6, ageDays: 40 },
    };
    expect(sentiment(answers)?.raw).toBeCloseTo(79.4444, 4);
    expect(sentiment(answers)?.ageDays).toBe(12);
  });

  test("H1 sentiment leaves out answers older than 365 days and is null without any", () => {
    const old = { score: 0, ageDays: 366 };
    expect(sentiment({ nps: old, csat: { score: 5, ageDays: 365 }, ces: null })).toEqual({
      raw: 100,
      ageDays: 365,
    });
    expect(sentiment({ nps: old, csat: null, ces: null })).toBeNull();
  });

  test("H1 goals: met 2+1 of due 2+1+2 is 0.6, none due is null", () => {
    expect(goalsAttained(3, 5)).toBeCloseTo(0.6, 6);
    expect(goalsAttained(0, 0)).toBeNull();
  });

  test("H1 logins: older than 112 days counts as 112; silence counts from the start after 14 days", () => {
    expect(loginRecency(8, 400)).toBe(8);
    expect(loginRecency(300, 400)).toBe(112);
    expect(loginRecency(null, 13)).toBeNull();
    expect(loginRecency(null, 14)).toBe(14);
    expect(loginRecency(null, 400)).toBe(112);
    expect(loginRecency(null, null)).toBeNull();
  });

  test("H1 licences: 380 user-days on 10 seats pass 1; no seats or no named users are null", () => {
    expect(licenceUtilisation(380, 10)).toBeCloseTo(1.357143, 6);
    expect(licenceUtilisation(380, 0)).toBeNull();
    expect(licenceUtilisation(380, null)).toBeNull();
    expect(licenceUtilisation(null, 10)).toBeNull();
  });

  test("H1 adoption, payment, engagement and order rhythm with their null rules", () => {
    expect(adoptionBreadth(2, 8)).toBe(0.25);
    expect(adoptionBreadth(0, 0)).toBeNull();
    expect(paymentRisk(null, true)).toBe(0);
    expect(paymentRisk(20, true)).toBe(20);
    expect(paymentRisk(null, false)).toBeNull();
    expect(engagement(2, 6)).toBeCloseTo(1 / 3, 6);
    expect(engagement(2, null)).toBeNull();
    expect(orderRhythm(45, 30, 4)).toBe(1.5);
    expect(orderRhythm(45, 30, 3)).toBeNull();
    expect(orderRhythm(45, 0, 9)).toBeNull();
  });
});
