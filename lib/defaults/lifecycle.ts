/** Words of one thing in the three languages. */
export type Names = { en: string; fa: string; ar: string };

/** Days a stage is expected to last, by touch model; null has no clock. */
export type ExpectedDays = { high_touch: number; mid: number; tech_touch: number } | null;

export type ShippedStage = { key: string; names: Names; expectedDays: ExpectedDays };

/** Lifecycle stages, first matching rule wins, top to bottom (defaults.md 2). */
export const STAGES: readonly ShippedStage[] = [
  { key: "former", names: { en: "Former customer", fa: "مشتری پیشین", ar: "عميل سابق" }, expectedDays: null },
  { key: "leaving", names: { en: "Leaving", fa: "در حال خروج", ar: "في طور المغادرة" }, expectedDays: null },
  {
    key: "trial",
    names: { en: "Trial", fa: "دوره آزمایشی", ar: "فترة تجريبية" },
    expectedDays: { high_touch: 30, mid: 21, tech_touch: 14 },
  },
  {
    key: "renewal",
    names: { en: "Renewal", fa: "تمدید", ar: "التجديد" },
    expectedDays: { high_touch: 120, mid: 90, tech_touch: 45 },
  },
  {
    key: "onboarding",
    names: { en: "Onboarding", fa: "راه‌اندازی", ar: "تهيئة العميل" },
    expectedDays: { high_touch: 75, mid: 45, tech_touch: 21 },
  },
  {
    key: "adoption",
    names: { en: "Adoption", fa: "پذیرش محصول", ar: "تبنّي المنتج" },
    expectedDays: { high_touch: 120, mid: 90, tech_touch: 60 },
  },
  { key: "growth", names: { en: "Growth", fa: "رشد", ar: "النمو" }, expectedDays: null },
  { key: "value", names: { en: "Value realised", fa: "تحقق ارزش", ar: "تحقيق القيمة" }, expectedDays: null },
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
