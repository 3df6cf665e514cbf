import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addWaterfalls, convertedWaterfallOf, movementOf, waterfallHolds, waterfallOf } from "./movements";

const account = (openingMinor: number, closingMinor: number, hasPaidBefore = openingMinor > 0) => ({
  openingMinor,
  closingMinor,
  hasPaidBefore,
});
/** A 100→120, B 200→150, C 50→0, D 80→80, E 0→60 first purchase, F 0→40 paid in an earlier year. */
const EXAMPLE = [
  account(100, 120),
  account(200, 150),
  account(50, 0),
  account(80, 80),
  account(0, 60, false),
  account(0, 40, true),
];

describe("R2 movement classes", () => {
  test("R2 A expansion 20, B contraction 50, C churn 50, D none, E new 60, F reactivation 40", () => {
    expect(EXAMPLE.map(movementOf)).toEqual([
      { kind: "expansion", amountMinor: 20 },
      { kind: "contraction", amountMinor: 50 },
      { kind: "churn", amountMinor: 50 },
      { kind: "none", amountMinor: 0 },
      { kind: "new", amountMinor: 60 },
      { kind: "reactivation", amountMinor: 40 },
    ]);
  });
});

describe("R3 waterfall", () => {
  test("R3 430 + 60 + 40 + 20 − 50 − 50 = 450", () => {
    const waterfall = waterfallOf(EXAMPLE);
    expect(waterfall).toEqual({
      openingMinor: 430,
      newMinor: 60,
      reactivationMinor: 40,
      expansionMinor: 20,
      contractionMinor: 50,
      churnMinor: 50,
      fxMinor: 0,
      closingMinor: 450,
    });
    expect(waterfallHolds(waterfall)).toBe(true);
  });

  test("R3 G 100→150→90: two months show expansion 50 and contraction 60, point to point contraction 10", () => {
    const path = addWaterfalls([waterfallOf([account(100, 150)]), waterfallOf([account(150, 90)])]);
    expect(path).toMatchObject({
      openingMinor: 100,
      expansionMinor: 50,
      contractionMinor: 60,
      closingMinor: 90,
    });
    expect(path !== null && waterfallHolds(path)).toBe(true);
    expect(waterfallOf([account(100, 90)])).toMatchObject({ expansionMinor: 0, contractionMinor: 10 });
  });

  test("R3 no months make no waterfall, no accounts an empty one, a wrong sum is seen", () => {
    expect(addWaterfalls([])).toBeNull();
    expect(waterfallHolds(waterfallOf([]))).toBe(true);
    expect(waterfallHolds({ ...waterfallOf(EXAMPLE), closingMinor: 451 })).toBe(false);
  });
});

describe("R13 reporting currency", () => {
  const euro = (openingMinor: number, closingMinor: number) => ({
    ...account(openingMinor, closingMinor),
    accountId: "a",
    openingRate: 1.1 as number | null,
    closingRate: 1 as number | null,
  });

  test("R13 100 → 110 EUR, 1.10 then 1.00: expansion 11 USD, fx −11, closing 110 = 110 + 11 − 11", () => {
    const { waterfall, excludedIds } = convertedWaterfallOf([euro(10_000, 11_000)]);
    expect(waterfall).toMatchObject({
      openingMinor: 11_000,
      expansionMinor: 1_100,
      fxMinor: -1_100,
      closingMinor: 11_000,
    });
    expect(waterfallHolds(waterfall)).toBe(true);
    expect(excludedIds).toEqual([]);
  });

  test("R13 an account without a rate stays out and is named", () => {
    const { waterfall, excludedIds } = convertedWaterfallOf([{ ...euro(100, 110), closingRate: null }]);
    expect(waterfall.openingMinor).toBe(0);
    expect(excludedIds).toEqual(["a"]);
  });

  test("the identity holds to the minor unit for any amounts and rates", () => {
    const amount = fc.integer({ min: 0, max: 10_000_000 });
    const rate = fc.double({ min: 0.0001, max: 50, noNaN: true });
    const input = fc.record({
      accountId: fc.constant("a"),
      openingMinor: amount,
      closingMinor: amount,
      hasPaidBefore: fc.boolean(),
      openingRate: rate,
      closingRate: rate,
    });
    fc.assert(
      fc.property(fc.array(input), (accounts) => {
        expect(waterfallHolds(convertedWaterfallOf(accounts).waterfall)).toBe(true);
      }),
    );
  });
});
