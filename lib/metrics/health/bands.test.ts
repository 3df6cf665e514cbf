import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { capBand, foldBands, isWorse, nextBand, plainBand } from "./bands";
import { BAND_KEYS, type Card } from "./card";
import { buildCard } from "./card.fixture";

/** The card of the H9 example: red below 40, yellow from 40, green from 70. */
const threeBands: Pick<Card, "bands" | "margin"> = {
  margin: 3,
  bands: [
    { key: "at_risk", from: 0 },
    { key: "watch", from: 40 },
    { key: "healthy", from: 70 },
  ],
};
const fourBands = buildCard({});

describe("H9 bands with hysteresis", () => {
  test("H9 68, 71, 74, 69, 71, 72.9, 73, 39, 42, 43, null, 41 fold as printed", () => {
    const red = "at_risk";
    const yellow = "watch";
    const green = "healthy";
    expect(foldBands(threeBands, [68, 71, 74, 69, 71, 72.9, 73, 39, 42, 43, null, 41])).toEqual([
      yellow, yellow, green, yellow, yellow, yellow, green, red, red, yellow, "unknown", yellow,
    ]); // prettier-ignore
  });

  test("H9 from red straight to green needs 73; 70 to 72.99 becomes yellow", () => {
    expect(nextBand(threeBands, 73, "at_risk")).toBe("healthy");
    expect(nextBand(threeBands, 72.99, "at_risk")).toBe("watch");
    expect(nextBand(threeBands, 70, "at_risk")).toBe("watch");
  });

  test("H9 the same rule holds at each threshold of the shipped card 40, 55, 75", () => {
    expect(nextBand(fourBands, 39.999, "healthy")).toBe("critical");
    expect(nextBand(fourBands, 42.9, "critical")).toBe("critical");
    expect(nextBand(fourBands, 56, "critical")).toBe("at_risk");
    expect(nextBand(fourBands, 58, "critical")).toBe("watch");
    expect(nextBand(fourBands, 77.99, "watch")).toBe("watch");
    expect(nextBand(fourBands, 78, "watch")).toBe("healthy");
  });

  test("H9 first scores, scores after unknown and bands the card does not have take the plain band", () => {
    expect(nextBand(fourBands, 76, null)).toBe("healthy");
    expect(nextBand(fourBands, 76, "unknown")).toBe("healthy");
    expect(nextBand(threeBands, 71, "critical")).toBe("healthy");
    expect(plainBand(fourBands, null)).toBe("unknown");
  });

  test("no fold ever moves up without the margin, or stays up below a threshold", () => {
    const chi = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { freq: 8 });
    fc.assert(
      fc.property(
        fc.array(chi, { maxLength: 40 }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        (chis, margin) => {
          const card = { ...fourBands, margin };
          const bands = foldBands(card, chis);
          bands.forEach((band, i) => {
            const before = bands[i - 1] ?? "unknown";
            const from = card.bands.find((one) => one.key === band)?.from ?? 0;
            if (isWorse(before, band)) expect(chis[i]).toBeGreaterThanOrEqual(from + margin);
            if (band !== "unknown") expect(chis[i]).toBeGreaterThanOrEqual(from);
          });
        },
      ),
    );
  });
});

describe("guardrails cap the band", () => {
  test("the strictest cap in force wins and is named", () => {
    expect(capBand("healthy", ["open_critical", "sponsor_gone"])).toEqual({
      band: "at_risk",
      guardrail: "sponsor_gone",
    });
    expect(capBand("healthy", ["open_critical", "first_value_missed"])).toEqual({
      band: "watch",
      guardrail: "open_critical",
    });
    expect(capBand("watch", ["notice_given"])).toEqual({ band: "critical", guardrail: "notice_given" });
  });

  test("a band that is no better than the cap is not held, and unknown stays unknown", () => {
    expect(capBand("watch", ["open_critical"])).toEqual({ band: "watch", guardrail: null });
    expect(capBand("critical", ["sponsor_gone"])).toEqual({ band: "critical", guardrail: null });
    expect(capBand("unknown", ["notice_given"])).toEqual({ band: "unknown", guardrail: null });
    expect(capBand("healthy", [])).toEqual({ band: "healthy", guardrail: null });
  });

  test("a cap never makes a band better", () => {
    const guardrails = ["sponsor_gone", "open_critical", "notice_given"] as const;
    fc.assert(
      fc.property(fc.constantFrom(...BAND_KEYS), fc.subarray([...guardrails]), (band, inForce) => {
        expect(isWorse(band, capBand(band, inForce).band)).toBe(false);
      }),
    );
  });
});
