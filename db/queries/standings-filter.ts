import { NO_OWNER, type PortfolioFilter, type PortfolioSort, type SortOrder } from "@/lib/portfolio";
import { addDays, type Day } from "@/lib/period";
import type { TransactionSql } from "../client";
import type { Scope } from "../scope";

/** The stage of an account that had a paid contract and has none now (defaults.md 2). */
const FORMER_STAGE = "former";

/** The condition of a filter on `account_standings s`; `today` is the local as-of day that decision dates count from. */
export function whereOf(sql: TransactionSql, scope: Scope, filter: PortfolioFilter, today: Day) {
  const { stage, bands, segments, owner, churnMin, decisionWithinDays, search, onlyRevenueAtRisk, ids } =
    filter;
  return sql`s.workspace_id = ${scope.workspaceId}::uuid
    and ${stage === "former" ? sql`s.stage_key = ${FORMER_STAGE}` : sql`s.stage_key <> ${FORMER_STAGE}`}
    ${bands.length > 0 ? sql`and s.effective_band = any(${[...bands]}::text[])` : sql``}
    ${segments.length > 0 ? sql`and s.segment_key = any(${[...segments]}::text[])` : sql``}
    ${owner === null ? sql`` : owner === NO_OWNER ? sql`and s.owner_id is null` : sql`and s.owner_id = ${owner}::uuid`}
    ${churnMin === null ? sql`` : sql`and s.churn_probability_90d >= ${churnMin}`}
    ${decisionWithinDays === null ? sql`` : sql`and ${decidesWithin(sql, today, decisionWithinDays)}`}
    ${search === "" ? sql`` : sql`and s.name_folded like ${`%${escapeLike(search)}%`}`}
    ${onlyRevenueAtRisk ? sql`and s.at_risk_reporting_minor > 0` : sql``}
    ${ids === null ? sql`` : sql`and s.account_id = any(${[...ids]}::uuid[])`}`;
}

/** C5: a contract that may be ended at any time decides inside every horizon; a passed decision date is being decided. */
export function decidesWithin(sql: TransactionSql, today: Day, days: number) {
  return sql`(s.decides_monthly or s.decision_on <= ${addDays(today, days)}::date)`;
}

const COLUMNS: Record<PortfolioSort, string> = {
  loss: "s.loss_reporting_minor",
  arr: "s.arr_reporting_minor",
  deciding: "s.deciding_reporting_minor",
  chi: "s.chi",
  change: "s.chi_change_30d",
  probability: "s.churn_probability_90d",
  decision: "s.decision_on",
  name: "s.name_folded",
  contact: "s.last_two_way_at",
  tickets: "s.open_tickets",
  seats: "s.seats",
};

/** What is not known sorts last, except that nobody ever spoke to an account: that is the oldest contact there is. */
export function orderOf(sql: TransactionSql, { sort, order }: { sort: PortfolioSort; order: SortOrder }) {
  const nulls = sort === "contact" && order === "asc" ? "nulls first" : "nulls last";
  return sql.unsafe(`${COLUMNS[sort]} ${order} ${nulls}, s.account_id asc`);
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
