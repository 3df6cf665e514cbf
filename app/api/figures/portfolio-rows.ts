import { filterOf, loadAccounts } from "@/app/(app)/accounts/search-params";
import {
  listAmounts,
  listStandingIds,
  listStandings,
  listStandingsOf,
  type Standing,
  type StandingAmounts,
} from "@/db/queries/standings";
import { sumStandings, type PortfolioTotals } from "@/db/queries/standings-totals";
import type { Scope } from "@/db/scope";
import { NATURAL_ORDER, type PortfolioFilter, type PortfolioSort } from "@/lib/portfolio";
import type { FigureColumn, FigureContext, FigureKind, FigureRow, FigureTable } from "./registry-type";

/** Accounts read at once while a whole portfolio is written. */
const PORTION = 2_000;
/** Sums of floating numbers may differ in the last digits by the order of their terms (metrics.md 0). */
const TOLERANCE = 1e-6;

type Cells = FigureRow["cells"];

/** One figure over a portfolio: which accounts, in which order, what each row shows, and how the rows give the figure. */
export type PortfolioFigure = {
  narrow?: (filter: PortfolioFilter) => PortfolioFilter;
  sort: PortfolioSort;
  columns: readonly (readonly [key: string, kind: FigureKind])[];
  cells: (standing: Standing) => Cells;
  /** How the rows add up, and the aggregate the page shows; left out for a figure that is the number of rows. */
  total?: {
    kind: FigureKind;
    ofRows: (amounts: readonly StandingAmounts[]) => number | null;
    ofPage: (totals: PortfolioTotals) => number | null;
  };
};

/** Answers a portfolio figure: its rows, their sum, and whether both give the aggregate. */
export async function portfolioTable(
  figure: PortfolioFigure,
  scope: Scope,
  params: URLSearchParams,
  context: FigureContext,
): Promise<FigureTable> {
  const asked = filterOf(loadAccounts(params), context.userId);
  const filter = figure.narrow ? figure.narrow(asked) : asked;
  const { today, limit, t, workspace } = context;
  const question = { filter, sort: figure.sort, order: NATURAL_ORDER[figure.sort], today };
  const [standings, totals, amounts] = await Promise.all([
    limit === Infinity ? listAll(scope, question) : listStandings(scope, { ...question, offset: 0, limit }),
    sumStandings(scope, { filter, today }),
    listAmounts(scope, { filter, today }),
  ]);
  const value = figure.total ? figure.total.ofRows(amounts) : amounts.length;
  const shown = figure.total ? figure.total.ofPage(totals) : totals.count;
  return {
    columns: figure.columns.map(
      ([key, kind]): FigureColumn => ({ key, label: t(`figures.columns.${key}`), kind }),
    ),
    rows: standings.map((standing) => toRow(standing, figure.cells(standing), workspace.currency)),
    total: figure.total
      ? { label: t("figures.total"), value, kind: figure.total.kind, currency: workspace.currency }
      : null,
    count: amounts.length,
    equals: isSame(value, shown) && amounts.length === totals.count,
    truncated: standings.length < amounts.length,
  };
}

/** Whether two figures are the same number; both missing is the same too. */
export function isSame(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(a));
}

type Question = Parameters<typeof listStandingIds>[1];

async function listAll(scope: Scope, question: Question): Promise<Standing[]> {
  const ids = await listStandingIds(scope, question);
  const all: Standing[] = [];
  for (let start = 0; start < ids.length; start += PORTION) {
    all.push(...(await listStandingsOf(scope, { accountIds: ids.slice(start, start + PORTION) })));
  }
  return all;
}

function toRow(standing: Standing, cells: Cells, currency: string): FigureRow {
  return {
    id: standing.accountId,
    href: `/accounts/${standing.accountId}`,
    cells: { account: standing.name, ...cells },
    currency,
  };
}
