import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  convertMinor,
  displayUnit,
  fromMinor,
  minorDigits,
  moneyParts,
  moneyScale,
  parseMinor,
  safeMinor,
  sumMinor,
  toMinor,
  type MoneyOptions,
} from "./money";
import type { NumberSettings } from "./words/number-words";

const EN: NumberSettings = { locale: "en", digits: "latn", calendar: "gregory", country: "US" };
const FA: NumberSettings = { locale: "fa", digits: "arabext", calendar: "persian", country: "IR" };
const AR: NumberSettings = { locale: "ar", digits: "latn", calendar: "gregory", country: "SA" };
const IQ: NumberSettings = { locale: "ar", digits: "arab", calendar: "gregory", country: "IQ" };

function text(
  amountMinor: number,
  currency: string,
  reader: NumberSettings,
  options: MoneyOptions = {},
): string {
  return moneyParts(amountMinor, currency, { ...options, ...reader }).text;
}

describe("minor digits", () => {
  test("KWD, BHD, OMR, JOD, TND and LYD have 3; IRR and IQD 0 by our rule; JPY and KRW 0; the rest 2", () => {
    expect(["KWD", "BHD", "OMR", "JOD", "TND", "LYD"].map(minorDigits)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(["IRR", "IQD", "JPY", "KRW", "VND", "XAF"].map(minorDigits)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(["USD", "EUR", "SAR", "AED", "QAR", "CLF"].map(minorDigits)).toEqual([2, 2, 2, 2, 2, 4]);
  });

  test("what is no currency code is refused", () => {
    expect(() => minorDigits("usd")).toThrow(RangeError);
    expect(() => minorDigits("DOLLAR")).toThrow(RangeError);
  });
});

describe("parseMinor", () => {
  test.each([
    ["1234.5", "USD", 123450],
    ["1,234.50", "USD", 123450],
    ["1.234,50", "EUR", 123450],
    ["1,234,567", "USD", 123456700],
    ["۱٬۲۳۴٫۵", "USD", 123450],
    ["١٬٢٣٤٫٥", "SAR", 123450],
    ["۱۵۰۰۰۰۰", "IRR", 1500000],
    ["0.125", "KWD", 125],
    ["12,5", "EUR", 1250],
    [" 19 ", "USD", 1900],
    ["-12.50", "USD", -1250],
    ["\u2212۱۲٫۵", "USD", -1250],
    ["-0", "USD", 0],
  ])("%s %s is %i minor units", (given, currency, amountMinor) => {
    expect(parseMinor(given, currency)).toEqual({ ok: true, amountMinor });
  });

  test("one mark before three digits is ambiguous until the mapping names the decimal sign", () => {
    expect(parseMinor("1,234", "USD")).toEqual({ ok: false, reason: "ambiguous" });
    expect(parseMinor("1.234", "KWD")).toEqual({ ok: false, reason: "ambiguous" });
    expect(parseMinor("1,234", "USD", ".")).toEqual({ ok: true, amountMinor: 123400 });
    expect(parseMinor("1.234", "KWD", ".")).toEqual({ ok: true, amountMinor: 1234 });
    expect(parseMinor("1.234", "EUR", ",")).toEqual({ ok: true, amountMinor: 123400 });
  });

  test("more decimals than the currency has are refused, zeros behind them are not", () => {
    expect(parseMinor("12.505", "USD", ".")).toEqual({ ok: false, reason: "too_precise" });
    expect(parseMinor("12.500", "USD", ".")).toEqual({ ok: true, amountMinor: 1250 });
    expect(parseMinor("10.5", "IRR")).toEqual({ ok: false, reason: "too_precise" });
  });

  test("words, empty cells, broken groups, two decimal signs and exponents are no numbers", () => {
    for (const given of [
      "",
      "abc",
      "12 USD",
      "1,23,456.0",
      "12.34.56,7",
      "1.2.3",
      "1e5",
      "12.",
      ".",
      "--5",
      "1,2345,678",
    ]) {
      expect([given, parseMinor(given, "USD")]).toEqual([given, { ok: false, reason: "bad_number" }]);
    }
  });

  test("an amount beyond 2^53 is refused", () => {
    expect(parseMinor("90071992547409.92", "USD")).toEqual({ ok: false, reason: "too_large" });
    expect(parseMinor("90071992547409.91", "USD")).toEqual({
      ok: true,
      amountMinor: Number.MAX_SAFE_INTEGER,
    });
  });

  test("what is written with all decimals is read back, in any currency and digits", () => {
    const amounts = fc.integer({ min: -1e12, max: 1e12 });
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom("USD", "KWD", "IRR"),
        fc.constantFrom(EN, FA, IQ),
        (amountMinor, currency, reader) => {
          const decimals = minorDigits(currency);
          const parts = moneyParts(amountMinor, currency, { ...reader, decimals, officialUnit: true });
          expect(parseMinor(parts.sign + parts.digits, currency, ".")).toEqual({
            ok: true,
            amountMinor: amountMinor || 0,
          });
        },
      ),
    );
  });
});

describe("amounts", () => {
  test("computed amounts become minor units, halves away from zero", () => {
    expect([
      toMinor(12.345, "KWD"),
      toMinor(0.125, "USD"),
      toMinor(-0.125, "USD"),
      toMinor(19.99, "USD"),
    ]).toEqual([12345, 13, -13, 1999]);
    expect(fromMinor(12345, "KWD")).toBe(12.345);
  });

  test("R13 100 EUR at 1.10 are 110 USD; exponents differ, no rate gives null", () => {
    expect(convertMinor(10_000, "EUR", "USD", 1.1)).toBe(11_000);
    expect(convertMinor(1_000, "KWD", "USD", 3.25)).toBe(325);
    expect(convertMinor(100, "USD", "IRR", 600_000)).toBe(600_000);
    expect(convertMinor(100, "USD", "USD", null)).toBe(100);
    expect(convertMinor(100, "USD", "EUR", null)).toBeNull();
  });

  test("sums skip nulls; nothing but nulls is unknown, an empty list is 0", () => {
    expect(sumMinor([100, null, 50])).toBe(150);
    expect(sumMinor([null, null])).toBeNull();
    expect(sumMinor([])).toBe(0);
  });

  test("a sum beyond 2^53 is refused rather than rounded", () => {
    expect(() => sumMinor([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
    expect(safeMinor("9007199254740991")).toBe(Number.MAX_SAFE_INTEGER);
    expect(safeMinor("120.00")).toBe(120);
    expect(safeMinor(null)).toBeNull();
    expect(() => safeMinor("9007199254740992")).toThrow(RangeError);
    expect(() => safeMinor("1.5")).toThrow(RangeError);
  });
});

describe("money as it is shown", () => {
  test("English, compact: $79.1k, $184k, $31k, $1.23M, $14.4M", () => {
    const shown = [7_912_000, 18_400_000, 3_100_000, 123_000_000, 1_440_000_000].map((amountMinor) =>
      text(amountMinor, "USD", EN, { compact: true }),
    );
    expect(shown).toEqual(["$79.1k", "$184k", "$31k", "$1.23M", "$14.4M"]);
  });

  test("English, compact: an amount that rounds to a thousand takes the next scale", () => {
    expect(text(99_996_000, "USD", EN, { compact: true })).toBe("$1M");
    expect(text(99_940, "USD", EN, { compact: true })).toBe("$999");
    expect(text(0, "USD", EN, { compact: true })).toBe("$0");
  });

  test("English, full: minor digits appear only where there are any", () => {
    expect(text(7_912_000, "USD", EN)).toBe("$79,120");
    expect(text(7_912_050, "USD", EN)).toBe("$79,120.50");
    expect(text(-1_250, "USD", EN)).toBe("−$12.50");
    expect(text(6_100_000, "USD", EN, { compact: true, signed: true })).toBe("+$61k");
    expect(text(1_234_500, "CHF", EN)).toBe("12,345\u00a0CHF");
  });

  test("Persian: 438 milliard Rial are «۴۳٫۸ میلیارد تومان», the unit apart for a label", () => {
    const parts = moneyParts(438_000_000_000, "IRR", { compact: true, ...FA });
    expect(parts).toMatchObject({ digits: "۴۳٫۸", unit: "میلیارد تومان", scale: "billion" });
    expect(parts.text).toBe("۴۳٫۸\u00a0میلیارد تومان");
    expect(text(8_500_000, "IRR", FA)).toBe("۸۵۰٬۰۰۰\u00a0تومان");
    expect(text(15, "IRR", FA)).toBe("۱٫۵\u00a0تومان");
  });

  test("Persian: official papers show Rial, a thousand milliard Toman may be called همت", () => {
    expect(text(8_500_000, "IRR", FA, { officialUnit: true })).toBe("۸٬۵۰۰٬۰۰۰\u00a0ریال");
    expect(text(12_340_000_000_000, "IRR", FA, { compact: true })).toBe("۱٬۲۳۴\u00a0میلیارد تومان");
    expect(text(12_340_000_000_000, "IRR", FA, { scale: "trillion" })).toBe("۱٫۲\u00a0همت");
  });

  test("a signed amount is isolated in a right-to-left sentence", () => {
    expect(text(-61_000_000_000, "IRR", FA, { compact: true })).toBe("\u2066−۶٫۱\u2069\u00a0میلیارد تومان");
  });

  test("Arabic: the Gulf's own signs, thousands in words, Latin digits; Iraq Arabic digits", () => {
    expect(text(164_300_000, "SAR", AR, { scale: "thousand", decimals: 0 })).toBe("1,643\u00a0ألف ر.س");
    expect(text(1_234_567, "KWD", AR)).toBe("1,234.567\u00a0د.ك");
    expect(text(250_000, "IQD", IQ)).toBe("٢٥٠٬٠٠٠\u00a0د.ع");
    const signs = ["AED", "QAR", "BHD", "OMR"].map((currency) => moneyParts(1, currency, AR).unit);
    expect(signs).toEqual(["د.إ", "ر.ق", "د.ب", "ر.ع"]);
  });

  test("an English reader of an Iranian workspace sees Toman in words", () => {
    expect(text(438_000_000_000, "IRR", { ...EN, country: "IR" }, { compact: true })).toBe(
      "43.8\u00a0billion Toman",
    );
  });

  test("a column takes the scale of its median amount and one decimal", () => {
    const column = [79_000_000_000, null, 0, 75_000_000_000, 5_000_000];
    expect(moneyScale(column, "IRR")).toBe("billion");
    expect(moneyScale([null, 0], "IRR")).toBe("one");
    expect(text(70_000_000_000, "IRR", FA, { scale: "billion" })).toBe("۷٫۰\u00a0میلیارد تومان");
  });

  test("the shown unit is dated", () => {
    expect(displayUnit("IRR", "2025-11-19")).toEqual({ key: "toman", perUnit: 10 });
    expect(displayUnit("IRR", "1930-01-01")).toEqual({ key: "IRR", perUnit: 1 });
    expect(displayUnit("USD")).toEqual({ key: "USD", perUnit: 1 });
  });
});
