import { expectedStageDays, type Stage } from "../metrics/lifecycle/stage";

/** Words of one thing in the three languages. */
export type Names = { en: string; fa: string; ar: string };

export type ExpectedDays = { high_touch: number; mid: number; tech_touch: number } | null;

export type ShippedStage = { key: Stage; names: Names };

/** Days a stage is expected to last, by touch model; null has no clock (defaults.md 2). */
export function expectedDaysOf(stage: Stage): ExpectedDays {
  const [highTouch, mid, techTouch] = (["high_touch", "mid", "tech_touch"] as const).map((size) =>
    expectedStageDays(stage, size),
  );
  if (highTouch == null || mid == null || techTouch == null) return null;
  return { high_touch: highTouch, mid, tech_touch: techTouch };
}

/** Lifecycle stages, first matching rule wins, top to bottom (defaults.md 2). */
export const STAGES: readonly ShippedStage[] = [
  { key: "former", names: { en: "Former customer", fa: "مشتری پیشین", ar: "عميل سابق" } },
  { key: "leaving", names: { en: "Leaving", fa: "در حال خروج", ar: "في طور المغادرة" } },
  {
    key: "trial",
    names: { en: "Trial", fa: "دوره آزمایشی", ar: "فترة تجريبية" },
  },
  {
    key: "renewal",
    names: { en: "Renewal", fa: "تمدید", ar: "التجديد" },
  },
  {
    key: "onboarding",
    names: { en: "Onboarding", fa: "راه‌اندازی", ar: "تهيئة العميل" },
  },
  {
    key: "adoption",
    names: { en: "Adoption", fa: "پذیرش محصول", ar: "تبنّي المنتج" },
  },
  { key: "growth", names: { en: "Growth", fa: "رشد", ar: "النمو" } },
  { key: "value", names: { en: "Value realised", fa: "تحقق ارزش", ar: "تحقيق القيمة" } },
];

export type ShippedSegment = { key: string; names: Names; scorecardKey: string };

/** Segments in the order in which their rules are asked (defaults.md 3). */
export const SEGMENTS: readonly ShippedSegment[] = [
  {
    key: "new",
    names: { en: "New customer", fa: "مشتری تازه", ar: "عميل جديد" },
    scorecardKey: "onboarding",
  },
  {
    key: "high_touch",
    names: { en: "Enterprise", fa: "سازمانی", ar: "المؤسسات الكبرى" },
    scorecardKey: "enterprise",
  },
  { key: "mid", names: { en: "Mid-size", fa: "متوسط", ar: "المتوسطة" }, scorecardKey: "mid" },
  { key: "tech_touch", names: { en: "Small", fa: "کوچک", ar: "الصغيرة" }, scorecardKey: "tech_touch" },
];
