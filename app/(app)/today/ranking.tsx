"use client";

import { CircleHelp } from "lucide-react";
import { useTranslations } from "next-intl";
import { MoneyText } from "@/components/money-text";
import { PercentText } from "@/components/number-text";
import { buttonClass } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import type { ListRow } from "../accounts/list-rows";

/** How the list is ranked, with the arithmetic of its first account. */
export function Ranking({ example }: { example: ListRow | null }) {
  const t = useTranslations("today.ranking");
  return (
    <Popover
      label={t("title")}
      align="end"
      triggerClassName={buttonClass({ variant: "quiet" })}
      trigger={
        <>
          <CircleHelp size={14} strokeWidth={1.75} aria-hidden="true" />
          <span className="max-md:sr-only">{t("title")}</span>
        </>
      }
      className="w-[min(380px,calc(100vw-24px))] text-body"
    >
      <p className="text-card-title text-ink">{t("title")}</p>
      <p className="mt-1 text-ink-2">{t("rule")}</p>
      {example ? <Example row={example} /> : null}
      <p className="mt-2 text-ink-2">{t("probability")}</p>
      <p className="mt-2 text-ink-2">{t("horizon")}</p>
      <p className="mt-2 text-ink-2">{t("saving")}</p>
    </Popover>
  );
}

function Example({ row }: { row: ListRow }) {
  const t = useTranslations("today.ranking");
  const { money, churnProbability, currency } = row;
  if (money === null || churnProbability === null) return null;
  return (
    <p className="mt-2 rounded-chip bg-surface-2 px-2 py-1 text-ink">
      {t.rich("example", {
        name: () => <bdi>{row.name}</bdi>,
        p: () => <PercentText value={churnProbability} maxDecimals={1} />,
        arr: () => <MoneyText amountMinor={money.decidingArrMinor} currency={currency} compact />,
        loss: () => <MoneyText amountMinor={money.lossMinor} currency={currency} compact />,
      })}
    </p>
  );
}
