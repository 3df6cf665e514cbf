import { weekendOf, type Calendar, type Weekday } from "../period";

/** Working hours of one weekday, local clock times "HH:MM". */
export type Shift = { weekday: Weekday; from: string; to: string };

/** What a new workspace takes from its country (defaults.md 1). `digits` are those of Arabic text. */
export type CountryPack = {
  country: string;
  zone: string;
  calendar: Calendar;
  currency: string;
  arabicDigits: "latn" | "arab";
  shifts: readonly Shift[];
  fiscalYearStart: { month: number; day: number };
  /** Paying late is normal: the payment curve is the late payer's and `long_overdue` waits 120 days. */
  isLatePayer: boolean;
};

/** Shifts of the listed weekdays (1 Monday … 7 Sunday), all from and to the same hours. */
const week = (weekdays: readonly Weekday[], from: string, to: string): Shift[] =>
  weekdays.map((weekday) => ({ weekday, from, to }));

const NEW_YEAR = { month: 1, day: 1 };
const SUNDAY_TO_THURSDAY: readonly Weekday[] = [7, 1, 2, 3, 4];

const gulf = (country: string, zone: string, currency: string): CountryPack => ({
  country,
  zone,
  calendar: "gregory",
  currency,
  arabicDigits: "latn",
  shifts: week(SUNDAY_TO_THURSDAY, "08:00", "16:00"),
  fiscalYearStart: NEW_YEAR,
  isLatePayer: false,
});

const PACKS: readonly CountryPack[] = [
  {
    country: "IR",
    zone: "Asia/Tehran",
    calendar: "persian",
    currency: "IRR",
    arabicDigits: "arab",
    shifts: [...week([6, 7, 1, 2, 3], "08:00", "16:00"), ...week([4], "08:00", "12:00")],
    fiscalYearStart: NEW_YEAR,
    isLatePayer: true,
  },
  { ...gulf("SA", "Asia/Riyadh", "SAR"), shifts: week(SUNDAY_TO_THURSDAY, "09:00", "17:00") },
  {
    ...gulf("AE", "Asia/Dubai", "AED"),
    shifts: [...week([1, 2, 3, 4], "08:00", "17:00"), ...week([5], "08:00", "12:00")],
  },
  gulf("QA", "Asia/Qatar", "QAR"),
  gulf("KW", "Asia/Kuwait", "KWD"),
  gulf("BH", "Asia/Bahrain", "BHD"),
  gulf("OM", "Asia/Muscat", "OMR"),
  {
    ...gulf("IQ", "Asia/Baghdad", "IQD"),
    arabicDigits: "arab",
    shifts: week(SUNDAY_TO_THURSDAY, "08:00", "15:00"),
  },
];

/** The pack of a country (ISO 3166 alpha-2); any other country gets Monday to Friday, UTC and US dollars to be changed at set-up. */
export function countryPack(country: string): CountryPack {
  return (
    PACKS.find((pack) => pack.country === country) ?? {
      country,
      zone: "UTC",
      calendar: "gregory",
      currency: "USD",
      arabicDigits: "latn",
      shifts: week(
        ([1, 2, 3, 4, 5, 6, 7] as const).filter((day) => !weekendOf(country).includes(day)),
        "09:00",
        "17:00",
      ),
      fiscalYearStart: NEW_YEAR,
      isLatePayer: false,
    }
  );
}

/** Weekdays on which a team of that country works at all. */
export function workingDaysOf(pack: CountryPack): Weekday[] {
  return [...new Set(pack.shifts.map((shift) => shift.weekday))];
}
