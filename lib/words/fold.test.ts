import { describe, expect, test } from "vitest";
import { inDigits, latinDigits } from "./digits";
import { fold } from "./fold";
import { messageKey } from "./message-key";

describe("fold", () => {
  test("Arabic and Persian letter variants find each other", () => {
    expect(fold("شركة العربية")).toBe(fold("شرکه العربیه"));
    expect(fold("علي")).toBe(fold("علی"));
    expect(fold("مصطفى")).toBe(fold("مصطفی"));
    expect(fold("أحمد إيران آسيا")).toBe(fold("احمد ایران اسیا"));
    expect(fold("خانۀ")).toBe(fold("خانه"));
    expect(fold("مسئول مؤسسة")).toBe(fold("مسیول موسسه"));
  });

  test("half-spaces, stretching, vowel signs and direction marks do not matter", () => {
    expect(fold("می\u200cرود")).toBe("میرود");
    expect(fold("ممتـــاز")).toBe("ممتاز");
    expect(fold("مُمْتَازٌ")).toBe("ممتاز");
    expect(fold("\u200fوفا\u2069")).toBe("وفا");
  });

  test("digits of every script are Latin", () => {
    expect(fold("تیکت #۴۸۲۱")).toBe("تیکت #4821");
    expect(fold("٤٨٢١ ４８２１")).toBe("4821 4821");
  });

  test("case, accents, full width, ligatures and space do not matter", () => {
    expect(fold("  Café   ＡＣＭＥ ")).toBe("cafe acme");
    expect(fold("STRASSE")).toBe(fold("Straße"));
    expect(fold("İstanbul")).toBe("istanbul");
    expect(fold("ﻻﻣﻊ")).toBe(fold("لامع"));
  });

  test("folding twice changes nothing, and nothing stays nothing", () => {
    const once = fold("آژانسِ \u200cمسافرتی ۱۲ Ärzte");
    expect(fold(once)).toBe(once);
    expect(fold("")).toBe("");
  });
});

describe("digits", () => {
  test("any script is read as Latin and written back", () => {
    expect(latinDigits("۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ १२ 𝟗")).toBe("0123456789 0123456789 12 9");
    expect(inDigits("2025-01-09", "arabext")).toBe("۲۰۲۵-۰۱-۰۹");
    expect(inDigits("2025-01-09", "arab")).toBe("٢٠٢٥-٠١-٠٩");
    expect(inDigits("2025-01-09", "latn")).toBe("2025-01-09");
  });
});

test("stable keys become catalogue keys", () => {
  expect(["ticket_burden", "at_risk", "nps", "usage_vs_baseline"].map(messageKey)).toEqual([
    "ticketBurden",
    "atRisk",
    "nps",
    "usageVsBaseline",
  ]);
});
