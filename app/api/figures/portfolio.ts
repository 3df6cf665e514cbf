import type { Standing, StandingAmounts } from "@/db/queries/standings";
import { rollUpHealth } from "@/lib/metrics/health/roll-up";
import { weightedHealth } from "@/lib/metrics/portfolio";
import { sumMinor } from "@/lib/money";
import { AT_RISK_BANDS, DECISION_DAYS } from "@/lib/portfolio";
import { portfolioTable, type PortfolioFigure } from "./portfolio-rows";
import type { FigureRegistry, FigureRows } from "./registry-type";

const health = ({ chi, band }: Standing) => ({ health: chi, healthBand: band });
const sumOf = (pick: (amounts: StandingAmounts) => number | null) => (rows: readonly StandingAmounts[]) =>
  sumMinor(rows.map(pick)) ?? 0;

const accounts: PortfolioFigure = {
  sort: "chi",
  columns: [["account", "text"], ["owner", "text"], ["health", "health"]], // prettier-ignore
  cells: (standing) => ({ owner: standing.ownerName, ...health(standing) }),
};

const accountsAtRisk: PortfolioFigure = {
  ...accounts,
  narrow: (filter) => ({ ...filter, bands: AT_RISK_BANDS }),
};

const decisions60: PortfolioFigure = {
  narrow: (filter) => ({
    ...filter,
    decisionWithinDays: Math.min(filter.decisionWithinDays ?? DECISION_DAYS, DECISION_DAYS),
  }),
  sort: "decision",
  columns: [["account", "text"], ["decision", "day"], ["health", "health"], ["churn", "percent"]], // prettier-ignore
  cells: (standing) => ({
    decision: standing.decisionOn,
    ...health(standing),
    churn: standing.churnProbability,
  }),
};

const expectedLoss: PortfolioFigure = {
  sort: "loss",
  columns: [["account", "text"], ["churn", "percent"], ["deciding", "money"], ["loss", "money"]], // prettier-ignore
  cells: ({ churnProbability, money }) => ({
    churn: churnProbability,
    deciding: money?.reportingDecidingMinor ?? null,
    loss: money?.reportingLossMinor ?? null,
  }),
  total: {
    kind: "money",
    ofRows: sumOf((row) => row.lossMinor),
    ofPage: ({ money }) => money?.lossMinor ?? null,
  },
};

const revenueAtRisk: PortfolioFigure = {
  narrow: (filter) => ({ ...filter, onlyRevenueAtRisk: true }),
  sort: "deciding",
  columns: [["account", "text"], ["health", "health"], ["churn", "percent"], ["atRisk", "money"]], // prettier-ignore
  cells: (standing) => ({
    ...health(standing),
    churn: standing.churnProbability,
    atRisk: standing.money?.reportingAtRiskMinor ?? null,
  }),
  total: {
    kind: "money",
    ofRows: sumOf((row) => row.atRiskMinor),
    ofPage: ({ money }) => money?.atRiskMinor ?? null,
  },
};

const decidingArr: PortfolioFigure = {
  sort: "deciding",
  columns: [["account", "text"], ["decision", "day"], ["arr", "money"], ["deciding", "money"]], // prettier-ignore
  cells: ({ decisionOn, money }) => ({
    decision: decisionOn,
    arr: money?.reportingArrMinor ?? null,
    deciding: money?.reportingDecidingMinor ?? null,
  }),
  total: {
    kind: "money",
    ofRows: sumOf((row) => row.decidingMinor),
    ofPage: ({ money }) => money?.decidingMinor ?? null,
  },
};

const arr: PortfolioFigure = {
  sort: "arr",
  columns: [["account", "text"], ["owner", "text"], ["arr", "money"]], // prettier-ignore
  cells: ({ ownerName, money }) => ({ owner: ownerName, arr: money?.reportingArrMinor ?? null }),
  total: {
    kind: "money",
    ofRows: sumOf((row) => row.arrMinor),
    ofPage: ({ money }) => money?.arrMinor ?? null,
  },
};

const meanHealth: PortfolioFigure = {
  sort: "arr",
  columns: [["account", "text"], ["arr", "money"], ["health", "health"]], // prettier-ignore
  cells: (standing) => ({ arr: standing.money?.reportingArrMinor ?? null, ...health(standing) }),
  total: {
    kind: "number",
    ofRows: (rows) => {
      const { chi, isUnweighted } = rollUpHealth(
        rows.map((row) => ({ ...row, arrMinor: row.arrMinor ?? 0 })),
      );
      return isUnweighted ? null : chi;
    },
    ofPage: ({ money, count }) => (money ? weightedHealth({ ...money, n: count }).value : null),
  },
};

const rowsOf =
  (figure: PortfolioFigure): FigureRows =>
  (scope, params, context) =>
    portfolioTable(figure, scope, params, context);

/** The figures of Today and Accounts; their parameters are the view of the page (accounts/search-params.ts). */
export const portfolioFigures: FigureRegistry = {
  accounts: { rows: rowsOf(accounts), needs: "read_accounts" },
  "accounts-at-risk": { rows: rowsOf(accountsAtRisk), needs: "read_accounts" },
  "decisions-60": { rows: rowsOf(decisions60), needs: "read_accounts" },
  "expected-loss": { rows: rowsOf(expectedLoss), needs: "read_money" },
  "revenue-at-risk": { rows: rowsOf(revenueAtRisk), needs: "read_money" },
  "deciding-arr": { rows: rowsOf(decidingArr), needs: "read_money" },
  arr: { rows: rowsOf(arr), needs: "read_money" },
  "mean-health": { rows: rowsOf(meanHealth), needs: "read_money" },
};
