import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  grossRevenueRetention,
  inConstantCurrency,
  logoChurn,
  logoRetention,
  netRevenueRetention,
} from "./retention";

const pair = (openingMinor: number, closingMinor: number) => ({ openingMinor, closingMinor });
const EXAMPLE = [pair(100, 120), pair(200, 150), pair(50, 0), pair(80, 80), pair(0, 60), pair(0, 40)];

describe("R4 to R6 retention", () => {
  test("R4 logo retention 3/4 = 0.75 with its Wilson interval; churn is 0.25", () => {
    expect(logoRetention(EXAMPLE)).toMatchObject({ value: 0.75, n: 4 });
    const retention = logoRetention(EXAMPLE);
    const churn = logoChurn(EXAMPLE);
    expect(churn).toMatchObject({ value: 0.25, n: 4 });
    expect(retention.value !== null && retention.low).toBeCloseTo(0.300642, 6);
    expect(retention.value !== null && retention.high).toBeCloseTo(0.954413, 6);
  });

  test("R5 GRR (100 + 150 + 0 + 80)/430 = 0.767442", () => {
    expect(grossRevenueRetention(EXAMPLE).value).toBeCloseTo(0.767442, 6);
  });

  test("R6 NRR (120 + 150 + 0 + 80)/430 = 0.813953", () => {
    expect(netRevenueRetention(EXAMPLE)).toMatchObject({ n: 4 });
    expect(netRevenueRetention(EXAMPLE).value).toBeCloseTo(0.813953, 6);
  });

  test("R4, R5, R6 nobody paying at the start is null, not zero", () => {
    const none = { value: null, reason: "zero_denominator", n: 0 };
    const rates = [logoRetention, logoChurn, grossRevenueRetention, netRevenueRetention];
    rates.forEach((rate) => expect(rate([pair(0, 60)])).toEqual(none));
  });

  test("0 ≤ GRR ≤ 1 and NRR ≥ GRR for any portfolio", () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(fc.array(fc.record({ openingMinor: amount, closingMinor: amount })), (pairs) => {
        const gross = grossRevenueRetention(pairs).value;
        const net = netRevenueRetention(pairs).value;
        fc.pre(gross !== null && net !== null);
        expect(gross >= 0 && gross <= 1 && net >= gross).toBe(true);
      }),
    );
  });
});

describe("R13 constant currency", () => {
  test("R13 100 → 110 EUR with an opening rate of 1.10 keeps NRR at 1.10 whatever the closing rate", () => {
    const { pairs } = inConstantCurrency([{ accountId: "a", ...pair(10_000, 11_000), openingRate: 1.1 }]);
    expect((pairs[0]?.closingMinor ?? 0) - (pairs[0]?.openingMinor ?? 0)).toBeCloseTo(1_100, 6);
    expect(netRevenueRetention(pairs).value).toBeCloseTo(1.1, 6);
  });

  test("R13 an account without a rate is left out and named", () => {
    const accounts = [
      { accountId: "a", ...pair(100, 50), openingRate: null },
      { accountId: "b", ...pair(100, 100), openingRate: 1 },
    ];
    expect(inConstantCurrency(accounts)).toEqual({ pairs: [pair(100, 100)], excludedIds: ["a"] });
  });
});
