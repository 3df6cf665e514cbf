import { isDay } from "../period";
import type { Formatters } from "../words/format";
import type { ReasonParams } from "./refusals";

const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/** The values of a reason as one reader writes them: days and instants in their calendar and digits, numbers in their digits. */
export function reasonWords(
  params: ReasonParams,
  format: Pick<Formatters, "day" | "instant" | "number">,
): Record<string, string> {
  const entries = Object.entries(params).map(([key, value]) => [key, valueWords(value, format)] as const);
  return Object.fromEntries(entries);
}

function valueWords(value: string | number, format: Pick<Formatters, "day" | "instant" | "number">): string {
  if (typeof value === "number") return format.number(value);
  if (INSTANT.test(value)) return format.instant(new Date(value));
  return isDay(value) ? format.day(value) : value;
}
