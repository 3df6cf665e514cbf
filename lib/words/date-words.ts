import { dayNumber, DAY_MS, daysBetween, type Day } from "../calendar/day";
import { dayOfFields, fieldsOf } from "../calendar/date-fields";
import { localDay, localTimeMs } from "../calendar/zone";
import { inDigits } from "./digits";
import { languageTag, type FormatSettings } from "./locale";

/**
 * short "19 Nov" · medium "19 Nov 2025" · long "Wednesday, 19 November 2025" · month "November 2025" ·
 * monthShort "Nov" · numeric "2025-11-19".
 */
export type DateStyle = "short" | "medium" | "long" | "month" | "monthShort" | "numeric";

/** A day in words: the workspace's calendar, the reader's language and digits. Composed here, day before month. */
export function dayText(day: Day, style: DateStyle, settings: FormatSettings): string {
  const fields = fieldsOf(day, settings.calendar);
  const number = inDigits(String(fields.day), settings.digits);
  const year = inDigits(String(fields.year), settings.digits);
  if (style === "numeric") return numericText(fields, settings);
  if (style === "monthShort") return monthName(day, "short", settings);
  if (style === "month") return `${monthName(day, "long", settings)} ${year}`;
  if (style === "short") return `${number} ${monthName(day, "short", settings)}`;
  if (style === "medium") return `${number} ${monthName(day, "short", settings)} ${year}`;
  const comma = { en: ", ", fa: " ", ar: "، " }[settings.locale];
  return `${weekdayName(day, "long", settings)}${comma}${number} ${monthName(day, "long", settings)} ${year}`;
}

/** The name of a day's weekday. */
export function weekdayName(day: Day, width: "long" | "short", settings: FormatSettings): string {
  return dateFormat(settings, { weekday: width }).format(dayNumber(day) * DAY_MS);
}

/** Local time of an instant on the 24-hour clock, "09:12". */
export function timeText(instant: Date, settings: FormatSettings): string {
  const minutes = Math.floor(localTimeMs(instant, settings.zone) / 60_000);
  const clock = [Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, "0"))
    .join(":");
  return inDigits(clock, settings.digits);
}

/** A day relative to another: yesterday, «فردا», "in 3 days". */
export function relativeDayText(day: Day, today: Day, settings: FormatSettings): string {
  return relativeFormat(settings).format(daysBetween(today, day), "day");
}

/** An instant relative to now: minutes below an hour, hours below a day, then calendar days in the zone. */
export function relativeTimeText(instant: Date, now: Date, settings: FormatSettings): string {
  const minutes = (instant.getTime() - now.getTime()) / 60_000;
  const size = Math.abs(minutes);
  if (size < 1) return relativeFormat(settings).format(0, "second");
  if (size < 60) return relativeFormat(settings).format(Math.trunc(minutes), "minute");
  if (size < 24 * 60) return relativeFormat(settings).format(Math.trunc(minutes / 60), "hour");
  return relativeDayText(localDay(instant, settings.zone), localDay(now, settings.zone), settings);
}

/** A length of time with its unit: "14 min", "5.2 hr", "3.5 days"; one decimal at most. */
export function durationText(minutes: number, settings: FormatSettings): string {
  const [value, unit] =
    minutes < 60 ? [minutes, "minute"] : minutes < 48 * 60 ? [minutes / 60, "hour"] : [minutes / 1440, "day"];
  return unitFormat(settings, String(unit)).format(Number(value));
}

function numericText(
  { year, month, day }: { year: number; month: number; day: number },
  settings: FormatSettings,
): string {
  const separator = settings.calendar === "persian" ? "/" : "-";
  const text = [year, String(month).padStart(2, "0"), String(day).padStart(2, "0")].join(separator);
  return inDigits(text, settings.digits);
}

/** CLDR writes Aban with a wrong letter in Arabic («آيان»), so the Jalali months stand here in Arabic spelling. */
const JALALI_MONTHS_AR = "فروردين أرديبهشت خرداد تير مرداد شهريور مهر آبان آذر دي بهمن إسفند".split(" ");

function monthName(day: Day, width: "long" | "short", settings: FormatSettings): string {
  const { year, month } = fieldsOf(day, settings.calendar);
  if (settings.locale === "ar" && settings.calendar === "persian") return JALALI_MONTHS_AR[month - 1] ?? "";
  // The middle of the month, so that a runtime whose leap years differ still names the month we counted.
  const middle = dayOfFields({ year, month, day: 15 }, settings.calendar) ?? day;
  return dateFormat(settings, { month: width }).format(dayNumber(middle) * DAY_MS);
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();
const relativeFormats = new Map<string, Intl.RelativeTimeFormat>();
const unitFormats = new Map<string, Intl.NumberFormat>();

function dateFormat(
  settings: FormatSettings,
  options: { month?: "long" | "short"; weekday?: "long" | "short" },
) {
  const tag = languageTag(settings);
  return cached(dateFormats, [tag, options.month, options.weekday].join(), () => {
    return new Intl.DateTimeFormat(tag, { ...options, timeZone: "UTC" });
  });
}

function relativeFormat(settings: FormatSettings): Intl.RelativeTimeFormat {
  const tag = languageTag(settings);
  return cached(relativeFormats, tag, () => new Intl.RelativeTimeFormat(tag, { numeric: "auto" }));
}

function unitFormat(settings: FormatSettings, unit: string): Intl.NumberFormat {
  const tag = languageTag(settings);
  const unitDisplay = settings.locale === "en" ? "short" : "long";
  return cached(unitFormats, `${tag},${unit}`, () => {
    return new Intl.NumberFormat(tag, {
      style: "unit",
      unit,
      unitDisplay,
      maximumFractionDigits: unit === "minute" ? 0 : 1,
    });
  });
}

function cached<T>(store: Map<string, T>, key: string, make: () => T): T {
  const known = store.get(key);
  if (known !== undefined) return known;
  const made = make();
  store.set(key, made);
  return made;
}
