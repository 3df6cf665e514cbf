"use client";

import { useTransition } from "react";
import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { useFormat } from "@/components/format-context";
import { NO_OWNER } from "@/lib/portfolio";
import { messageKey } from "@/lib/words/message-key";
import { accountsParams, MY_ACCOUNTS, todayParams, type AccountsView } from "./search-params";

/** Names that stand behind keys of the address. */
export type FilterNames = {
  segments: readonly { key: string; name: string }[];
  owners: readonly { id: string; name: string }[];
};

/** A filter in force: its field and value in words, and the way to take it away. */
export type ActiveFilter = { key: string; label: string; value: string; remove: () => void };

export type Filters = {
  view: AccountsView;
  change: (part: Partial<AccountsView>) => void;
  active: ActiveFilter[];
  /** True while the server works out the changed view. */
  isPending: boolean;
};

/** The view in the address, read and written; a change keeps what is shown until the server has answered. */
export function useFilters(page: "today" | "accounts", names: FilterNames): Filters {
  const [isPending, startTransition] = useTransition();
  const params = page === "today" ? todayParams : accountsParams;
  const [view, setView] = useQueryStates(params, { shallow: false, history: "push", startTransition });
  const change = (part: Partial<AccountsView>) => void setView(part);
  return { view, change, active: useActive(view, change, names), isPending };
}

function useActive(view: AccountsView, change: Filters["change"], names: FilterNames): ActiveFilter[] {
  const t = useTranslations("accounts.filters");
  const bands = useTranslations("common.bands");
  const format = useFormat();
  const active: ActiveFilter[] = [];
  const add = (key: string, value: string, part: Partial<AccountsView>) =>
    active.push({ key, label: t(key), value, remove: () => change(part) });
  if (view.stage === "former") add("stage", t("former"), { stage: "current" });
  if (view.band.length > 0)
    add("band", format.list(view.band.map((band) => bands(messageKey(band)))), { band: [] });
  if (view.segment.length > 0) {
    const named = view.segment.map(
      (key) => names.segments.find((segment) => segment.key === key)?.name ?? key,
    );
    add("segment", format.list(named), { segment: [] });
  }
  if (view.owner !== null) add("owner", ownerName(view.owner, names, t), { owner: null });
  if (view.churn !== null)
    add("churn", t("churnMin", { percent: format.percent(view.churn / 100) }), { churn: null });
  if (view.decide !== null)
    add("decide", t("within", { days: format.number(view.decide), count: view.decide }), { decide: null });
  if (view.q !== null) add("q", view.q, { q: null });
  return active;
}

function ownerName(owner: string, names: FilterNames, t: ReturnType<typeof useTranslations>): string {
  if (owner === MY_ACCOUNTS) return t("me");
  if (owner === NO_OWNER) return t("noOwner");
  return names.owners.find((person) => person.id === owner)?.name ?? t("unknownOwner");
}
