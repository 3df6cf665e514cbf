"use client";

import { useFormat } from "@/components/format-context";
import type { MoneyOptions, MoneyScale } from "@/lib/words/format";
import { moneyScale } from "@/lib/words/money-words";

/** How the amounts of a column are written: each with its own unit, or in one scale whose unit stands in the head. */
export type MoneyColumn = {
  /** The scale whose unit the head shows; null where every amount carries its unit itself ($79.1k). */
  scale: MoneyScale | null;
  /** Options of MoneyText for one amount; an amount of another currency always carries its own unit. */
  of: (currency: string) => MoneyOptions & { hasUnit: boolean };
};

/** Chooses between "$79.1k" in the cell and «میلیارد تومان» in the head, by the amounts in sight (design 17). */
export function useMoneyColumn(amountsMinor: readonly (number | null)[]): MoneyColumn {
  const format = useFormat();
  const { currency } = format.settings;
  if (format.moneyParts(0, currency, { compact: true }).unit === "") {
    return { scale: null, of: () => ({ compact: true, hasUnit: true }) };
  } else {
    const scale = moneyScale(amountsMinor, currency);
    return {
      scale,
      of: (own) => (own === currency ? { scale, hasUnit: false } : { compact: true, hasUnit: true }),
    };
  }
}
