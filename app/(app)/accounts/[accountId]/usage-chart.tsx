"use client";

import { useTranslations } from "next-intl";
import { UsageArea } from "@/components/charts/usage-area";
import { useFormat } from "@/components/format-context";
import type { Day } from "@/lib/period";

type Week = { from: Day; to: Day; value: number | null };
type Props = {
  weeks: readonly Week[];
  seats: number | null;
  /** False where the source names no users: then the weeks count active days. */
  isNamed: boolean;
};

const TICK_WEEKS = 4;
const TICKS = 3;

/** Users a day by week, oldest first, under the line of the seats. */
export function UsageChart({ weeks, seats, isNamed }: Props) {
  const t = useTranslations("account.usage");
  const format = useFormat();
  const decimals = isNamed ? 1 : 0;
  const last = format.number(weeks.at(-1)?.value ?? null, { decimals });
  const top = Math.max(1, seats ?? 0, ...weeks.map((week) => week.value ?? 0));
  return (
    <UsageArea
      title={t(isNamed ? "title" : "titleDays")}
      label={t(isNamed ? "label" : "labelDays", { value: last })}
      dir={format.dir}
      heads={[t("time"), t(isNamed ? "users" : "days")]}
      points={weeks.map((week, index) => ({
        key: week.to,
        label: t("week", { from: format.day(week.from), to: format.day(week.to, "medium") }),
        tick: (weeks.length - 1 - index) % TICK_WEEKS === 0 ? format.day(week.from) : undefined,
        value: week.value,
        text: format.number(week.value, { decimals }),
      }))}
      ticks={roundTicks(top).map((value) => ({ value, text: format.number(value) }))}
      reference={seats === null ? null : { value: seats, label: t("seats", { seats: format.number(seats) }) }}
    />
  );
}

/** Up to three round values below the top: 1, 2 or 5 times a power of ten apart. */
function roundTicks(top: number): number[] {
  const raw = top / TICKS;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= raw) ?? raw);
  return Array.from({ length: Math.floor(top / step) }, (_, index) => (index + 1) * step);
}
