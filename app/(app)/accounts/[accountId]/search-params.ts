import type { AccountStanding } from "@/db/queries/account";
import { NO_OWNER, withinGroup, type PortfolioFilter } from "@/lib/portfolio";
import { TIMELINE_CHANNELS, type TimelineChannel } from "@/lib/timeline";
import { filterOf, loadAccounts, loadToday, queryOf, type AccountsView } from "../search-params";

const LISTS = ["today", "accounts"] as const;
type ListName = (typeof LISTS)[number];

/** The list an account was opened from, with its view; the address of the account keeps both. */
export type Origin = { list: ListName; view: AccountsView };

type Params = Record<string, string | string[] | undefined>;

/** The list that the address names with `from`; null when it names none. */
export function readOrigin(params: Params): Origin | null {
  const list = LISTS.find((name) => name === params.from);
  if (list === undefined) return null;
  return { list, view: list === "today" ? loadToday(params) : loadAccounts(params) };
}

/** The channel that the timeline is filtered by; null is all. */
export function readChannel(params: Params): TimelineChannel | null {
  return TIMELINE_CHANNELS.find((channel) => channel === params.channel) ?? null;
}

/** The page of an account as opened from a list: its address carries the view, so that J and K follow the list's order. */
export function accountHref(accountId: string, origin: Origin | null): string {
  if (origin === null) return `/accounts/${accountId}`;
  const query = queryOf(origin.view);
  return `/accounts/${accountId}?from=${origin.list}${query === "" ? "" : `&${query.slice(1)}`}`;
}

/** The way back to the list. */
export function listHref(origin: Origin | null): string {
  return origin === null ? "/accounts" : `/${origin.list}${queryOf(origin.view)}`;
}

/** The part of the list that the account stands in: its group when the list is grouped. */
export function listFilter({ view }: Origin, userId: string, standing: AccountStanding): PortfolioFilter {
  const filter = filterOf(view, userId);
  if (view.group === "none") return filter;
  const keys = { band: standing.band, segment: standing.segmentKey, owner: standing.ownerId ?? NO_OWNER };
  return withinGroup(filter, view.group, keys[view.group]);
}
