import { weekdayOf, type Day, type Weekday } from "./day";

/** First day of the week by country, CLDR 48 week data (metrics.md K5); every country not listed starts on Monday. */
const FIRST_FRIDAY = "MV";
const FIRST_SATURDAY = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY";
const FIRST_SUNDAY =
  "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE " +
  "PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW";

/** Weekly rest days by country, CLDR 48; every country not listed rests on Saturday and Sunday. */
const REST: readonly (readonly [countries: string, days: readonly Weekday[]])[] = [
  ["IR", [5]],
  ["IN UG", [7]],
  ["AF", [4, 5]],
  ["BH DZ EG IL IQ JO KW LY OM QA SA SD SY YE", [5, 6]],
];

/** First weekday of the week in a country (ISO 3166 alpha-2; anything unknown: Monday). */
export function weekStartOf(country: string): Weekday {
  if (FIRST_SATURDAY.split(" ").includes(country)) return 6;
  if (FIRST_SUNDAY.split(" ").includes(country)) return 7;
  return country === FIRST_FRIDAY ? 5 : 1;
}

/** Weekly rest days of a country (ISO 3166 alpha-2; anything unknown: Saturday and Sunday). */
export function weekendOf(country: string): readonly Weekday[] {
  return REST.find(([countries]) => countries.split(" ").includes(country))?.[1] ?? [6, 7];
}

/** True when the day is a weekly rest day. Pass the weekend in force: decrees change it (defaults.md 1). */
export function isWeekend(day: Day, weekend: readonly Weekday[]): boolean {
  return weekend.includes(weekdayOf(day));
}
