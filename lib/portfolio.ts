import { BAND_KEYS, type Band } from "./metrics/health/card";

/** The words in which a list of accounts is asked for; one vocabulary for the address, the pages and the queries. */
export const BANDS_WORST_FIRST: readonly Band[] = [...BAND_KEYS, "unknown"];

/** Bands that put an account on the worklist. */
export const AT_RISK_BANDS: readonly Band[] = ["critical", "at_risk"];

/** Days of the figure "decisions within 60 days". */
export const DECISION_DAYS = 60;

/** Below so many days until the decision a date is drawn as urgent. */
export const URGENT_DAYS = 30;

export const PORTFOLIO_SORTS = [
  "loss",
  "arr",
  "deciding",
  "chi",
  "change",
  "probability",
  "decision",
  "name",
  "contact",
  "tickets",
  "seats",
] as const;
export type PortfolioSort = (typeof PORTFOLIO_SORTS)[number];

/** Sorting by these would tell the order of amounts to somebody who may not read them. */
const MONEY_SORTS: readonly PortfolioSort[] = ["loss", "arr", "deciding"];

export type SortOrder = "asc" | "desc";

/** The order in which a column is first read: money and probability from the top, dates and scores from the worst. */
export const NATURAL_ORDER: Record<PortfolioSort, SortOrder> = {
  loss: "desc",
  arr: "desc",
  deciding: "desc",
  chi: "asc",
  change: "asc",
  probability: "desc",
  decision: "asc",
  name: "asc",
  contact: "asc",
  tickets: "desc",
  seats: "desc",
};

export const PORTFOLIO_GROUPS = ["band", "segment", "owner"] as const;
export type PortfolioGroup = (typeof PORTFOLIO_GROUPS)[number];

/** Stands for accounts without an owner, in filters and groups. */
export const NO_OWNER = "none";

/**
 * Which accounts: `bands` and `segments` empty is all; `owner` a user id or NO_OWNER; `churnMin` a fraction, inclusive;
 * `decisionWithinDays` counts from the as-of day and holds contracts that may be ended at any time (C5); `search` already
 * folded; `ids` when a selection is meant.
 */
export type PortfolioFilter = {
  stage: "current" | "former";
  bands: readonly Band[];
  segments: readonly string[];
  owner: string | null;
  churnMin: number | null;
  decisionWithinDays: number | null;
  search: string;
  /** Only accounts with revenue at risk (C2). */
  onlyRevenueAtRisk: boolean;
  ids: readonly string[] | null;
};

export const WHOLE_PORTFOLIO: PortfolioFilter = {
  stage: "current",
  bands: [],
  segments: [],
  owner: null,
  churnMin: null,
  decisionWithinDays: null,
  search: "",
  onlyRevenueAtRisk: false,
  ids: null,
};

/** The part of a filter that is one group of a list. */
export function withinGroup(filter: PortfolioFilter, group: PortfolioGroup, key: string): PortfolioFilter {
  if (group === "band") {
    return { ...filter, bands: BANDS_WORST_FIRST.filter((band) => band === key) };
  } else if (group === "segment") {
    return { ...filter, segments: [key] };
  } else {
    return { ...filter, owner: key };
  }
}

/** The order in force: money columns are no order for somebody who may not read money, who sees the worst score first. */
export function orderInForce(
  asked: { sort: PortfolioSort; order: SortOrder },
  mayReadMoney: boolean,
): { sort: PortfolioSort; order: SortOrder } {
  if (mayReadMoney || !MONEY_SORTS.includes(asked.sort)) {
    return asked;
  } else {
    return { sort: "chi", order: NATURAL_ORDER.chi };
  }
}
