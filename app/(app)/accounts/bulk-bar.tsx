"use client";

import { Download, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/format-context";
import { MoneyText } from "@/components/money-text";
import { NumberText } from "@/components/number-text";
import { Kbd } from "@/components/ui/kbd";
import { sumMinor } from "@/lib/money";
import type { Selection } from "./use-cursor";

const BUTTON =
  "touch-target inline-flex h-[30px] items-center gap-1.5 rounded-control px-2.5 font-semibold hover:bg-bg/15 focus-visible:outline-bg";

/** What is selected, how much is expected to be lost with it, and what can be done with all of it. */
export function BulkBar({ selection, onClear }: { selection: Selection; onClear: () => void }) {
  const t = useTranslations("accounts.bulk");
  const table = useTranslations("table");
  const { currency } = useFormat().settings;
  const count = selection.size;
  const losses = [...selection.values()].map((row) => row.money?.reportingLossMinor ?? null);
  const lossMinor = sumMinor(losses);
  return (
    <div role="status" className="pointer-events-none absolute inset-x-4 bottom-12 z-20 flex justify-center">
      {count > 0 ? (
        <div className="pointer-events-auto flex min-h-10 animate-fade flex-wrap items-center gap-x-3 rounded-card bg-ink ps-4 pe-1.5 text-body text-bg shadow-sh3">
          <span className="font-semibold">
            {table.rich("selected", { count, n: () => <NumberText value={count} /> })}
          </span>
          {lossMinor === null ? null : (
            <span>
              {t.rich("loss", {
                amount: () => (
                  <MoneyText
                    amountMinor={lossMinor}
                    currency={currency}
                    compact
                    unitClassName="font-normal"
                  />
                ),
              })}
            </span>
          )}
          <form method="post" action="/api/accounts/export" className="inline-flex">
            {[...selection.keys()].map((id) => (
              <input key={id} type="hidden" name="id" value={id} />
            ))}
            <button type="submit" className={BUTTON}>
              <Download size={14} strokeWidth={1.75} aria-hidden="true" />
              {t("export")}
            </button>
          </form>
          <button type="button" aria-label={table("clearSelection")} onClick={onClear} className={BUTTON}>
            <X size={14} strokeWidth={1.75} aria-hidden="true" />
            <Kbd tone="onInk">Esc</Kbd>
          </button>
        </div>
      ) : null}
    </div>
  );
}
