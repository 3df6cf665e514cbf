import { describe, expect, test } from "vitest";
import { formatters, MISSING, type FormatSettings } from "./format";
import { digitsOf, dir, languageTag } from "./locale";

const US: FormatSettings = {
  locale: "en",
  digits: "latn",
  calendar: "gregory",
  zone: "America/New_York",
  currency: "USD",
  country: "US",
};
const IR: FormatSettings = {
  locale: "fa",
  digits: "arabext",
  calendar: "persian",
  zone: "Asia/Tehran",
  currency: "IRR",
  country: "IR",
};
const SA: FormatSettings = { ...US, locale: "ar", zone: "Asia/Riyadh", currency: "SAR", country: "SA" };
const IQ: FormatSettings = { ...SA, digits: "arab", zone: "Asia/Baghdad", currency: "IQD", country: "IQ" };
const en = formatters(US);
const fa = formatters(IR);
const ar = formatters(SA);
const iq = formatters(IQ);

describe("languages", () => {
  test("tags always carry calendar and numbering system", () => {
    expect([US, IR, SA, IQ].map(languageTag)).toEqual([
      "en-u-ca-gregory-nu-latn",
      "fa-IR-u-ca-persian-nu-arabext",
      "ar-u-ca-gregory-nu-latn",
      "ar-IQ-u-ca-gregory-nu-arab",
    ]);
    expect((["en", "fa", "ar"] as const).map(dir)).toEqual(["ltr", "rtl", "rtl"]);
  });

  test("digits follow the language, Arabic ones the country, a person's choice overrides", () => {
    expect([digitsOf("en", "IR"), digitsOf("fa", "US"), digitsOf("ar", "SA"), digitsOf("ar", "IQ")]).toEqual([
      "latn",
      "arabext",
      "latn",
      "arab",
    ]);
    expect(digitsOf("fa", "IR", "latn")).toBe("latn");
  });

  test("the same settings give the same formatters", () => {
    expect(formatters({ ...US })).toBe(en);
  });
});

describe("numbers", () => {
  test("each language has its digits, separators and U+2212", () => {
    expect([en, fa, ar, iq].map((f) => f.number(1234.5, { decimals: 1 }))).toEqual([
      "1,234.5",
      "۱٬۲۳۴٫۵",
      "1,234.5",
      "١٬٢٣٤٫٥",
    ]);
    expect(en.number(-18)).toBe("−18");
    expect(en.number(14, { signed: true })).toBe("+14");
    expect(fa.number(-18)).toBe("\u2066−۱۸\u2069");
    expect(ar.number(-9.4, { decimals: 1 })).toBe("\u2066−9.4\u2069");
  });

  test("halves round away from zero, and what rounds to zero has no sign", () => {
    expect([en.number(2.5), en.number(-2.5), en.number(0.25, { decimals: 1 })]).toEqual(["3", "−3", "0.3"]);
    expect(en.number(-0.04, { decimals: 1 })).toBe("0.0");
    expect(en.number(0, { signed: true })).toBe("0");
  });

  test("nothing is a dash, never 0", () => {
    expect([en.number(null), en.percent(null), en.money(null), en.day(null), en.duration(null)]).toEqual(
      Array(5).fill(MISSING),
    );
  });

  test("compact counts: 12.4k, «۱۲٫۴ هزار», 12.4 ألف", () => {
    expect([en.compact(12_400), en.compact(999), en.compact(1_230_000)]).toEqual(["12.4k", "999", "1.23M"]);
    expect(fa.compact(12_400)).toBe("۱۲٫۴\u00a0هزار");
    expect(ar.compact(12_400)).toBe("12.4\u00a0ألف");
  });

  test("percent: digits, U+200F and the sign inside an isolate in Persian and Arabic", () => {
    expect([en.percent(0.125, { decimals: 1 }), en.percent(0.46)]).toEqual(["12.5%", "46%"]);
    expect(fa.percent(0.46)).toBe("\u2067۴۶\u200f٪\u2069");
    expect(ar.percent(0.46)).toBe("\u206746\u200f%\u2069");
    expect(iq.percent(0.46)).toBe("\u2067٤٦\u200f٪\u2069");
  });

  test("a signed percentage keeps sign and digits in an inner left-to-right isolate", () => {
    expect(fa.percent(-0.12, { signed: true })).toBe("\u2067\u2066−۱۲\u2069\u200f٪\u2069");
  });

  test("money takes the workspace's currency unless another is named", () => {
    expect(en.money(7_912_000, undefined, { compact: true })).toBe("$79.1k");
    expect(fa.money(79_000_000_000, undefined, { compact: true })).toBe("۷٫۹\u00a0میلیارد تومان");
    expect(en.money(5_000, "KWD")).toBe("5\u00a0KWD");
    expect(fa.moneyUnit("billion")).toBe("میلیارد تومان");
    expect(ar.moneyUnit("thousand")).toBe("ألف ر.س");
  });
});

describe("dates", () => {
  test("19 November 2025 in three languages", () => {
    expect([en.day("2025-11-19"), fa.day("2025-11-19"), ar.day("2025-11-19")]).toEqual([
      "19 Nov",
      "۲۸ آبان",
      "19 نوفمبر",
    ]);
    expect([en, fa, ar].map((f) => f.day("2025-11-19", "medium"))).toEqual([
      "19 Nov 2025",
      "۲۸ آبان ۱۴۰۴",
      "19 نوفمبر 2025",
    ]);
    expect([en, fa, ar].map((f) => f.day("2025-11-19", "long"))).toEqual([
      "Wednesday, 19 November 2025",
      "چهارشنبه ۲۸ آبان ۱۴۰۴",
      "الأربعاء، 19 نوفمبر 2025",
    ]);
  });

  test("the calendar belongs to the workspace: English in Iran sees Jalali days in Latin digits", () => {
    const english = formatters({ ...IR, locale: "en", digits: "latn" });
    expect(english.day("2025-11-19", "medium")).toBe("28 Aban 1404");
    expect(english.day("2025-11-19", "numeric")).toBe("1404/08/28");
  });

  test("a Persian reader of a Gulf workspace sees Gregorian days in Persian digits", () => {
    const persian = formatters({ ...SA, locale: "fa", digits: "arabext" });
    expect(persian.day("2025-11-19", "medium")).toBe("۱۹ نوامبر ۲۰۲۵");
  });

  test("an Arabic reader of an Iranian workspace sees Jalali months rightly spelt", () => {
    const arabic = formatters({ ...IR, locale: "ar", digits: "latn" });
    expect(arabic.day("2025-11-19", "medium")).toBe("28 آبان 1404");
  });

  test("Iraq has its own month names", () => {
    expect(iq.day("2025-11-19")).toBe("١٩ تشرين الثاني");
  });

  test("month, weekday and numeric forms", () => {
    expect([en.day("2025-11-19", "month"), fa.day("2025-11-19", "month")]).toEqual([
      "November 2025",
      "آبان ۱۴۰۴",
    ]);
    expect([en.day("2025-11-19", "monthShort"), fa.day("2025-11-19", "monthShort")]).toEqual(["Nov", "آبان"]);
    expect([en.weekday("2025-11-19", "short"), fa.weekday("2025-11-19")]).toEqual(["Wed", "چهارشنبه"]);
    expect(en.day("2025-11-09", "numeric")).toBe("2025-11-09");
  });

  test("instants are shown in the workspace's zone on the 24-hour clock", () => {
    const instant = new Date("2025-06-30T21:05:00Z");
    expect(fa.instant(instant)).toBe("۱۰ تیر ۱۴۰۴ ۰۰:۳۵");
    expect(en.instant(instant, "short")).toBe("30 Jun 17:05");
    expect(en.time(instant)).toBe("17:05");
  });

  test("relative days have words: «فردا», not «۱ روز دیگر»", () => {
    const relative = (day: string) => [en, fa, ar].map((f) => f.relativeDay(day, "2025-11-19"));
    expect(relative("2025-11-20")).toEqual(["tomorrow", "فردا", "غدًا"]);
    expect(relative("2025-11-18")).toEqual(["yesterday", "دیروز", "أمس"]);
    expect(relative("2025-11-22")).toEqual(["in 3 days", "۳ روز دیگر", "خلال 3 أيام"]);
    expect(relative("2025-11-01")).toEqual(["18 days ago", "۱۸ روز پیش", "قبل 18 يومًا"]);
  });

  test("ages go from minutes to hours to calendar days in the zone", () => {
    const now = new Date("2025-11-19T12:00:00Z");
    const age = (text: string) => en.relativeTime(new Date(text), now);
    expect(age("2025-11-19T11:59:40Z")).toBe("now");
    expect(age("2025-11-19T11:58:00Z")).toBe("2 minutes ago");
    expect(age("2025-11-19T09:30:00Z")).toBe("2 hours ago");
    expect(age("2025-11-18T03:00:00Z")).toBe("2 days ago");
  });

  test("durations carry their unit, ids the reader's digits, lists the reader's and", () => {
    expect([en.duration(14), en.duration(312), en.duration(5040)]).toEqual(["14 min", "5.2 hr", "3.5 days"]);
    expect([fa.duration(14), fa.duration(312), ar.duration(1440 * 3)]).toEqual([
      "۱۴ دقیقه",
      "۵٫۲ ساعت",
      "3 أيام",
    ]);
    expect(fa.id("#4821")).toBe("#۴۸۲۱");
    expect(en.list(["A", "B"])).toBe("\u2068A\u2069 and \u2068B\u2069");
  });
});
