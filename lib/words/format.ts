import type { Day } from "../calendar/day";
import { localDay } from "../calendar/zone";
import {
  dayText,
  durationText,
  relativeDayText,
  relativeTimeText,
  timeText,
  weekdayName,
  type DateStyle,
} from "./date-words";
import { inDigits } from "./digits";
import { isolate } from "./isolate";
import { dir, languageTag, type FormatSettings } from "./locale";
import { moneyParts, moneyUnit, type MoneyOptions, type MoneyParts, type MoneyScale } from "./money-words";
import {
  numberParts,
  numberText,
  percentSign,
  percentText,
  type NumberOptions,
  type NumberParts,
} from "./number-words";
import { compactText } from "./scale";

export type { DateStyle } from "./date-words";
export { isolate } from "./isolate";
export type { FormatSettings } from "./locale";
export type { MoneyOptions, MoneyParts, MoneyScale } from "./money-words";
export type { NumberOptions, NumberParts } from "./number-words";

/** What stands where a figure is missing: an en dash, never 0 (metrics.md 0). */
export const MISSING = "–";

/**
 * Everything that writes a figure or a date for one reader. Texts may stand in sentences, chart labels and accessible
 * names; in markup use components/number-text.tsx and its siblings, which isolate with `<bdi>`. Null becomes "–".
 */
export type Formatters = {
  settings: FormatSettings;
  dir: "ltr" | "rtl";
  /** The tag for next-intl and `lang`: full, so that `#` in plurals has the reader's digits. */
  tag: string;
  number: (value: number | null, options?: NumberOptions) => string;
  numberParts: (value: number, options?: NumberOptions) => NumberParts;
  /** 0.125 → "12.5%". */
  percent: (fraction: number | null, options?: NumberOptions) => string;
  percentSign: string;
  /** 12,400 → "12.4k", «۱۲٫۴ هزار»: three significant digits. */
  compact: (value: number | null) => string;
  money: (amountMinor: number | null, currency?: string, options?: MoneyOptions) => string;
  moneyParts: (amountMinor: number, currency?: string, options?: MoneyOptions) => MoneyParts;
  moneyUnit: (scale: MoneyScale, currency?: string, options?: MoneyOptions) => string;
  day: (day: Day | null, style?: DateStyle) => string;
  weekday: (day: Day, width?: "long" | "short") => string;
  /** The local day and time of an instant, "19 Nov 2025 09:12". */
  instant: (instant: Date | null, style?: DateStyle) => string;
  time: (instant: Date) => string;
  relativeDay: (day: Day | null, today: Day) => string;
  relativeTime: (instant: Date | null, now: Date) => string;
  /** Minutes → "14 min", "5.2 hr", "3.5 days". */
  duration: (minutes: number | null) => string;
  list: (items: readonly string[]) => string;
  /** The digits of an id or version in the reader's script. */
  id: (text: string) => string;
};

const made = new Map<string, Formatters>();

/** The formatters of one reader in one workspace; the same object for the same settings. */
export function formatters(settings: FormatSettings): Formatters {
  const { locale, digits, calendar, zone, currency, country } = settings;
  const key = [locale, digits, calendar, zone, currency, country].join();
  const known = made.get(key);
  if (known) return known;
  const fresh = { ...figures(settings), ...dates(settings) };
  made.set(key, fresh);
  return fresh;
}

type DateFormatters = Pick<
  Formatters,
  "day" | "weekday" | "instant" | "time" | "relativeDay" | "relativeTime" | "duration"
>;

function figures(settings: FormatSettings): Omit<Formatters, keyof DateFormatters> {
  const tag = languageTag(settings);
  const list = new Intl.ListFormat(tag, { type: "conjunction" });
  return {
    settings,
    dir: dir(settings.locale),
    tag,
    number: (value, options) => (value === null ? MISSING : numberText(value, settings, options)),
    numberParts: (value, options) => numberParts(value, settings, options),
    percent: (fraction, options) => (fraction === null ? MISSING : percentText(fraction, settings, options)),
    percentSign: percentSign(settings),
    compact: (value) => (value === null ? MISSING : compactText(value, settings)),
    money: (amountMinor, currency = settings.currency, options) =>
      amountMinor === null ? MISSING : moneyParts(amountMinor, currency, { ...options, ...settings }).text,
    moneyParts: (amountMinor, currency = settings.currency, options) =>
      moneyParts(amountMinor, currency, { ...options, ...settings }),
    moneyUnit: (scale, currency = settings.currency, options) =>
      moneyUnit(currency, scale, { ...options, ...settings }),
    list: (items) => list.format(items.map(isolate)),
    id: (text) => inDigits(text, settings.digits),
  };
}

function dates(settings: FormatSettings): DateFormatters {
  return {
    day: (day, style = "short") => (day === null ? MISSING : dayText(day, style, settings)),
    weekday: (day, width = "long") => weekdayName(day, width, settings),
    instant: (instant, style = "medium") =>
      instant === null
        ? MISSING
        : `${dayText(localDay(instant, settings.zone), style, settings)} ${timeText(instant, settings)}`,
    time: (instant) => timeText(instant, settings),
    relativeDay: (day, today) => (day === null ? MISSING : relativeDayText(day, today, settings)),
    relativeTime: (instant, now) => (instant === null ? MISSING : relativeTimeText(instant, now, settings)),
    duration: (minutes) => (minutes === null ? MISSING : durationText(minutes, settings)),
  };
}
