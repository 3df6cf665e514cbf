"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/format-context";
import type { MenuEntry } from "@/components/ui/menu";
import { BANDS_WORST_FIRST, NO_OWNER } from "@/lib/portfolio";
import { messageKey } from "@/lib/words/message-key";
import { MY_ACCOUNTS, type AccountsView } from "./search-params";
import type { FilterNames, Filters } from "./use-filters";

const CHURN_PERCENTS = [8, 20, 50];
const DECISION_DAYS = [30, 60, 90];

type Choice = { key: string; label: string; checked: boolean; part: Partial<AccountsView> };

/** The filters there are, as entries of one menu; a second click on a chosen value takes it away. */
export function useFilterEntries({ view, change }: Filters, names: FilterNames): MenuEntry[] {
  const t = useTranslations("accounts.filters");
  const bands = useTranslations("common.bands");
  const format = useFormat();
  const sections: [label: string, choices: Choice[]][] = [
    [
      t("band"),
      BANDS_WORST_FIRST.map((band) => ({
        key: band,
        label: bands(messageKey(band)),
        checked: view.band.includes(band),
        part: { band: toggled(view.band, band) },
      })),
    ],
    [
      t("segment"),
      names.segments.map(({ key, name }) => ({
        key,
        label: name,
        checked: view.segment.includes(key),
        part: { segment: toggled(view.segment, key) },
      })),
    ],
    [
      t("owner"),
      [{ id: MY_ACCOUNTS, name: t("me") }, { id: NO_OWNER, name: t("noOwner") }, ...names.owners].map(
        ({ id, name }) => {
          const checked = view.owner === id;
          return { key: id, label: name, checked, part: { owner: checked ? null : id } };
        },
      ),
    ],
    [
      t("churn"),
      CHURN_PERCENTS.map((churn) => {
        const checked = view.churn === churn;
        const label = t("churnMin", { percent: format.percent(churn / 100) });
        return { key: String(churn), label, checked, part: { churn: checked ? null : churn } };
      }),
    ],
    [
      t("decide"),
      DECISION_DAYS.map((decide) => {
        const checked = view.decide === decide;
        const label = t("within", { days: format.number(decide), count: decide });
        return { key: String(decide), label, checked, part: { decide: checked ? null : decide } };
      }),
    ],
    [
      t("stage"),
      (["current", "former"] as const).map((stage) => ({
        key: stage,
        label: t(stage),
        checked: view.stage === stage,
        part: { stage },
      })),
    ],
  ];
  return sections.flatMap(([label, choices], place): MenuEntry[] => [
    { kind: "label", key: `label-${place}`, label },
    ...choices.map(
      ({ key, part, ...choice }): MenuEntry => ({
        kind: "choice",
        key: `${place}-${key}`,
        ...choice,
        onSelect: () => change(part),
      }),
    ),
  ]);
}

function toggled<T>(values: readonly T[], value: T): T[] {
  return values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
}
