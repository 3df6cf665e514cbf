import type { Band } from "@/lib/metrics/health/card";
import type { Day } from "@/lib/period";
import {
  AT_RISK_BANDS,
  DECISION_DAYS,
  NO_OWNER,
  WHOLE_PORTFOLIO,
  type PortfolioFilter,
  type PortfolioGroup,
} from "@/lib/portfolio";
import { may } from "@/lib/roles";
import { safeInteger, withScope, type TransactionSql } from "../client";
import type { Scope } from "../scope";
import { decidesWithin, whereOf } from "./standings-filter";

/** Sums in the workspace's currency, minor units; accounts without a rate stay out and are counted in `unrated`. */
export type MoneyTotals = {
  arrMinor: number;
  decidingMinor: number;
  lossMinor: number;
  /** Variance of the loss in minor units squared; accounts are taken as independent (C2). */
  lossVariance: number;
  /** Accounts with an expected loss: the n behind it. */
  lossAccounts: number;
  atRiskMinor: number;
  atRiskAccounts: number;
  unrated: number;
  /** Whether amounts of another currency are among them, so that the sums rest on rates. */
  isConverted: boolean;
  /** Σ ARR·CHI and Σ ARR over accounts with a score, the two halves of H13. */
  weightedChi: number;
  chiWeightMinor: number;
};

export type PortfolioTotals = {
  count: number;
  atRisk: number;
  /** Accounts whose decision falls within 60 days, and how many of them are in a band at risk. */
  deciding60: number;
  deciding60AtRisk: number;
  money: MoneyTotals | null;
};

/** How many accounts a filter holds. */
export async function countStandings(
  scope: Scope,
  { filter, today }: { filter: PortfolioFilter; today: Day },
): Promise<number> {
  const [row] = await withScope(
    scope,
    ({ sql }) => sql<{ n: number }[]>`
      select count(*)::int as n from account_standings s where ${whereOf(sql, scope, filter, today)}`,
  );
  return row?.n ?? 0;
}

/** Current customers by effective band; a band without accounts is left out. */
export async function countBands(
  scope: Scope,
  { today }: { today: Day },
): Promise<Partial<Record<Band, number>>> {
  const rows = await withScope(
    scope,
    ({ sql }) => sql<{ band: Band; n: number }[]>`
      select s.effective_band as band, count(*)::int as n from account_standings s
      where ${whereOf(sql, scope, WHOLE_PORTFOLIO, today)} group by 1`,
  );
  return Object.fromEntries(rows.map((row) => [row.band, row.n]));
}

/** Counts and sums over all accounts of a filter, in one pass. */
export async function sumStandings(
  scope: Scope,
  { filter, today }: { filter: PortfolioFilter; today: Day },
): Promise<PortfolioTotals> {
  const [row] = await withScope(
    scope,
    ({ sql }) => sql<Sums[]>`select ${sums(sql, scope, today)} from account_standings s
      where ${whereOf(sql, scope, filter, today)}`,
  );
  return toTotals(row, may(scope.actor, "read_money"));
}

export type GroupTotals = { key: string; name: string | null; totals: PortfolioTotals };

const GROUP_KEYS: Record<PortfolioGroup, string> = {
  band: "s.effective_band",
  segment: "s.segment_key",
  owner: `coalesce(s.owner_id::text, '${NO_OWNER}')`,
};

/**
 * The same per band, segment or owner, and over all of them, in one pass; `name` is the owner's. Unordered; at most 1,000
 * groups.
 */
export async function groupStandings(
  scope: Scope,
  { filter, today, group }: { filter: PortfolioFilter; today: Day; group: PortfolioGroup },
): Promise<{ groups: GroupTotals[]; totals: PortfolioTotals }> {
  const rows = await withScope(scope, ({ sql }) => {
    const key = sql.unsafe(GROUP_KEYS[group]);
    return sql<(Sums & { key: string; isWhole: number; name: string | null })[]>`
      select g.*, u.name from (
        select ${key} as key, grouping(${key}) as "isWhole", ${sums(sql, scope, today)} from account_standings s
        where ${whereOf(sql, scope, filter, today)} group by grouping sets ((${key}), ()) limit 1001) g
      left join users u on ${group === "owner" ? sql`u.id::text = g.key` : sql`false`}`;
  });
  const hasMoney = may(scope.actor, "read_money");
  const groups = rows.filter((row) => row.isWhole === 0);
  return {
    groups: groups.map((row) => ({ key: row.key, name: row.name, totals: toTotals(row, hasMoney) })),
    totals: toTotals(
      rows.find((row) => row.isWhole === 1),
      hasMoney,
    ),
  };
}

type Sums = {
  count: number;
  atRisk: number;
  deciding60: number;
  deciding60AtRisk: number;
  arr?: string | null;
  deciding?: string | null;
  loss?: string | null;
  variance?: number | null;
  lossAccounts?: number;
  atRiskAmount?: string | null;
  atRiskAccounts?: number;
  unrated?: number;
  isConverted?: boolean | null;
  weightedChi?: number | null;
  chiWeight?: string | null;
};

function sums(sql: TransactionSql, scope: Scope, today: Day) {
  const isAtRisk = sql`s.effective_band = any(${[...AT_RISK_BANDS]}::text[])`;
  const decides = decidesWithin(sql, today, DECISION_DAYS);
  const money = sql`, sum(s.arr_reporting_minor) as arr, sum(s.deciding_reporting_minor) as deciding,
    sum(s.loss_reporting_minor) as loss, sum(s.loss_variance_reporting) as variance,
    count(s.loss_reporting_minor)::int as "lossAccounts", sum(s.at_risk_reporting_minor) as "atRiskAmount",
    count(*) filter (where s.at_risk_reporting_minor > 0)::int as "atRiskAccounts",
    count(*) filter (where s.arr_reporting_minor is null)::int as unrated,
    bool_or(s.arr_minor <> 0 and s.currency <> (select currency from workspaces where id = ${scope.workspaceId}::uuid)) as "isConverted",
    sum(greatest(s.arr_reporting_minor, 0) * s.chi) as "weightedChi",
    sum(greatest(s.arr_reporting_minor, 0)) filter (where s.chi is not null) as "chiWeight"`;
  return sql`count(*)::int as count, count(*) filter (where ${isAtRisk})::int as "atRisk",
    count(*) filter (where ${decides})::int as "deciding60",
    count(*) filter (where ${decides} and ${isAtRisk})::int as "deciding60AtRisk"
    ${may(scope.actor, "read_money") ? money : sql``}`;
}

function toTotals(row: Sums | undefined, hasMoney: boolean): PortfolioTotals {
  const { count = 0, atRisk = 0, deciding60 = 0, deciding60AtRisk = 0 } = row ?? {};
  return { count, atRisk, deciding60, deciding60AtRisk, money: hasMoney ? toMoney(row) : null };
}

function toMoney(row: Sums | undefined): MoneyTotals {
  return {
    arrMinor: safeInteger(row?.arr ?? "0"),
    decidingMinor: safeInteger(row?.deciding ?? "0"),
    lossMinor: safeInteger(row?.loss ?? "0"),
    lossVariance: row?.variance ?? 0,
    lossAccounts: row?.lossAccounts ?? 0,
    atRiskMinor: safeInteger(row?.atRiskAmount ?? "0"),
    atRiskAccounts: row?.atRiskAccounts ?? 0,
    unrated: row?.unrated ?? 0,
    isConverted: row?.isConverted ?? false,
    weightedChi: row?.weightedChi ?? 0,
    chiWeightMinor: safeInteger(row?.chiWeight ?? "0"),
  };
}
