import { createLoader, createParser, createSerializer, type inferParserType } from "nuqs/server";
import { z } from "zod";
import {
  AT_RISK_BANDS,
  BANDS_WORST_FIRST,
  NATURAL_ORDER,
  NO_OWNER,
  PORTFOLIO_GROUPS,
  PORTFOLIO_SORTS,
  type PortfolioFilter,
  type PortfolioSort,
} from "@/lib/portfolio";
import { fold } from "@/lib/words/fold";

/** Stands for "every value" where a page has a default of its own, so that taking a filter away can be written down. */
const ANY = "any";
/** The signed-in person as owner: a shared address shows each reader their own book. */
export const MY_ACCOUNTS = "me";

const SEARCH_LENGTH_MAX = 100;

const segmentKey = z.string().regex(/^[a-z0-9_]{1,40}$/);
const groupKey = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/);
const ownerKey = z.union([z.literal(MY_ACCOUNTS), z.literal(NO_OWNER), z.uuid()]);
const wholePercent = z.coerce.number().int().min(1).max(99);
const wholeDays = z.coerce.number().int().min(1).max(730);

function one<T extends string | number>(schema: z.ZodType<T>) {
  return createParser<T>({ parse: (text) => schema.safeParse(text).data ?? null, serialize: String });
}

/** A comma-separated list; what the schema refuses is left out, and "any" is the empty list, written down. */
function list<T extends string>(schema: z.ZodType<T>) {
  return createParser<T[]>({
    parse: (text) => {
      const found = text.split(",").flatMap((part) => schema.safeParse(part).data ?? []);
      return found.length > 0 || text === ANY ? [...new Set(found)] : null;
    },
    serialize: (values) => (values.length > 0 ? values.join(",") : ANY),
    eq: (a, b) => a.length === b.length && a.every((value) => b.includes(value)),
  });
}

const shared = {
  segment: list(segmentKey).withDefault([]),
  owner: one(ownerKey),
  churn: one(wholePercent),
  decide: one(wholeDays),
  q: one(z.string().trim().min(1).max(SEARCH_LENGTH_MAX)),
  stage: one(z.enum(["current", "former"])).withDefault("current"),
  order: one(z.enum(["asc", "desc"])),
};

/** The view of Accounts in its address; every part has a default, and what is malformed falls back to it. */
export const accountsParams = {
  ...shared,
  band: list(z.enum(BANDS_WORST_FIRST)).withDefault([]),
  sort: one(z.enum(PORTFOLIO_SORTS)).withDefault("loss" as PortfolioSort),
  group: one(z.enum(["none", ...PORTFOLIO_GROUPS])).withDefault("none"),
};

/** The view of Today: the same words, and the accounts at risk where the address does not say otherwise. */
export const todayParams = {
  ...accountsParams,
  band: list(z.enum(BANDS_WORST_FIRST)).withDefault([...AT_RISK_BANDS]),
};

/** What stays in the browser: the open preview and the closed groups. They ask the server for nothing. */
export const viewParams = { peek: one(z.uuid()), closed: list(groupKey).withDefault([]) };

export const loadAccounts = createLoader(accountsParams);
export const loadToday = createLoader(todayParams);
const writeQuery = createSerializer(accountsParams);

export type AccountsView = inferParserType<typeof accountsParams>;

/** The filter that a view asks for; `userId` is who "me" is. */
export function filterOf(view: AccountsView, userId: string): PortfolioFilter {
  return {
    stage: view.stage,
    bands: view.band,
    segments: view.segment,
    owner: view.owner === MY_ACCOUNTS ? userId : view.owner,
    churnMin: view.churn === null ? null : view.churn / 100,
    decisionWithinDays: view.decide,
    search: view.q === null ? "" : fold(view.q),
    onlyRevenueAtRisk: false,
    ids: null,
  };
}

/** The order that a view asks for; without a direction it is the natural one of the column. */
export function orderOf(view: AccountsView) {
  return { sort: view.sort, order: view.order ?? NATURAL_ORDER[view.sort] };
}

/** The same view as a query of GET /api/accounts and of the figures, starting with "?" or empty. */
export function queryOf(view: Partial<AccountsView>): string {
  return writeQuery(view);
}
