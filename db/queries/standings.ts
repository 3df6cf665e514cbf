import type { Band, GuardrailKey } from "@/lib/metrics/health/card";
import type { Day } from "@/lib/period";
import { orderInForce, type PortfolioFilter, type PortfolioSort, type SortOrder } from "@/lib/portfolio";
import { may } from "@/lib/roles";
import { withScope, type TransactionSql } from "../client";
import type { Scope } from "../scope";
import { orderOf, whereOf } from "./standings-filter";

/** Amounts of one account: in its own currency, and `reporting…` in the workspace's, null where there is no rate. */
export type StandingMoney = {
  arrMinor: number;
  decidingArrMinor: number;
  lossMinor: number | null;
  reportingArrMinor: number | null;
  reportingDecidingMinor: number | null;
  reportingLossMinor: number | null;
  reportingAtRiskMinor: number | null;
};

/** One account as lists show it. Probabilities are fractions over 90 days; `money` is null for who may not read it. */
export type Standing = {
  accountId: string;
  name: string;
  industry: string | null;
  segmentKey: string;
  stageKey: string;
  ownerId: string | null;
  ownerName: string | null;
  customerSince: Day | null;
  currency: string;
  chi: number | null;
  coverage: number;
  band: Band;
  computedBand: Band;
  guardrail: GuardrailKey | null;
  chiChange30d: number | null;
  churnProbability: number | null;
  churnProbabilityLow: number | null;
  churnProbabilityHigh: number | null;
  decisionOn: Day | null;
  decidesMonthly: boolean;
  lastTwoWayAt: string | null;
  lastTwoWayChannel: string | null;
  openTickets: number;
  seats: number | null;
  money: StandingMoney | null;
};

type Question = { filter: PortfolioFilter; sort: PortfolioSort; order: SortOrder; today: Day };

/**
 * A page of accounts in order, ties by account id. `offset` counts rows of the filter; at most `limit` rows. The ids are
 * found first, from an index where one fits, and only they are joined with what a row shows.
 */
export async function listStandings(
  scope: Scope,
  { filter, sort, order, today, offset, limit }: Question & { offset: number; limit: number },
): Promise<Standing[]> {
  return withScope(scope, async ({ sql }) => {
    const by = orderOf(sql, orderInForce({ sort, order }, may(scope.actor, "read_money")));
    const rows = await sql<Row[]>`
      with page as materialized (
        select s.account_id from account_standings s where ${whereOf(sql, scope, filter, today)}
        order by ${by} limit ${limit} offset ${offset})
      select ${columns(sql, scope)} from page join account_standings s using (account_id)
        ${joins(sql)} where s.workspace_id = ${scope.workspaceId}::uuid order by ${by}`;
    return rows.map(toStanding);
  });
}

/** Whether the workspace has any scored account, former customers included. */
export async function hasStandings(scope: Scope): Promise<boolean> {
  const rows = await withScope(
    scope,
    ({ sql }) => sql`select 1 from account_standings where workspace_id = ${scope.workspaceId}::uuid limit 1`,
  );
  return rows.length > 0;
}

/** The ids of all accounts of a filter in order, for work in portions such as an export. */
export async function listStandingIds(
  scope: Scope,
  { filter, sort, order, today }: Question,
): Promise<string[]> {
  const rows = await withScope(scope, ({ sql }) => {
    const by = orderOf(sql, orderInForce({ sort, order }, may(scope.actor, "read_money")));
    return sql<{ id: string }[]>`select s.account_id as id from account_standings s
      where ${whereOf(sql, scope, filter, today)} order by ${by}`;
  });
  return rows.map((row) => row.id);
}

/** What figures add up, one entry an account; amounts in the workspace's currency, null without a rate or the right to read. */
export type StandingAmounts = {
  chi: number | null;
  band: Band;
  arrMinor: number | null;
  decidingMinor: number | null;
  lossMinor: number | null;
  atRiskMinor: number | null;
};

/** The amounts of every account of a filter, unordered: the rows that a sum is checked against. */
export async function listAmounts(
  scope: Scope,
  { filter, today }: { filter: PortfolioFilter; today: Day },
): Promise<StandingAmounts[]> {
  const hasMoney = may(scope.actor, "read_money");
  return withScope(scope, ({ sql }) => {
    const money = hasMoney
      ? sql`s.arr_reporting_minor as "arrMinor", s.deciding_reporting_minor as "decidingMinor",
          s.loss_reporting_minor as "lossMinor", s.at_risk_reporting_minor as "atRiskMinor"`
      : sql`null::bigint as "arrMinor", null::bigint as "decidingMinor", null::bigint as "lossMinor", null::bigint as "atRiskMinor"`;
    return sql<
      StandingAmounts[]
    >`select s.chi, s.effective_band as band, ${money} from account_standings s where ${whereOf(sql, scope, filter, today)}`;
  });
}

/** The accounts of these ids in the order of the ids; one that is not there is left out. */
export async function listStandingsOf(
  scope: Scope,
  { accountIds }: { accountIds: readonly string[] },
): Promise<Standing[]> {
  if (accountIds.length === 0) return [];
  const rows = await withScope(
    scope,
    ({ sql }) => sql<Row[]>`
      select ${columns(sql, scope)} from unnest(${[...accountIds]}::uuid[]) with ordinality as asked (account_id, place)
        join account_standings s using (account_id) ${joins(sql)}
      where s.workspace_id = ${scope.workspaceId}::uuid order by asked.place`,
  );
  return rows.map(toStanding);
}

/** One account, or null when this workspace has no such account. */
export async function getStanding(
  scope: Scope,
  { accountId }: { accountId: string },
): Promise<Standing | null> {
  const [standing] = await listStandingsOf(scope, { accountIds: [accountId] });
  return standing ?? null;
}

type Row = Omit<Standing, "money" | "seats"> & { seats: number | null } & Partial<StandingMoney>;

function columns(sql: TransactionSql, scope: Scope) {
  const money = sql`, s.arr_minor as "arrMinor", s.deciding_arr_minor as "decidingArrMinor", s.loss_minor as "lossMinor",
    s.arr_reporting_minor as "reportingArrMinor", s.deciding_reporting_minor as "reportingDecidingMinor",
    s.loss_reporting_minor as "reportingLossMinor", s.at_risk_reporting_minor as "reportingAtRiskMinor"`;
  return sql`s.account_id as "accountId", a.name, a.industry, s.segment_key as "segmentKey", s.stage_key as "stageKey",
    s.owner_id as "ownerId", u.name as "ownerName", s.customer_since as "customerSince", s.currency, s.chi, s.coverage,
    s.effective_band as band, s.computed_band as "computedBand", s.guardrail, s.chi_change_30d as "chiChange30d",
    s.churn_probability_90d as "churnProbability", s.churn_probability_90d_low as "churnProbabilityLow",
    s.churn_probability_90d_high as "churnProbabilityHigh", s.decision_on as "decisionOn",
    s.decides_monthly as "decidesMonthly", s.last_two_way_at as "lastTwoWayAt",
    s.last_two_way_channel as "lastTwoWayChannel", s.open_tickets as "openTickets", s.seats
    ${may(scope.actor, "read_money") ? money : sql``}`;
}

function joins(sql: TransactionSql) {
  return sql`join accounts a on a.workspace_id = s.workspace_id and a.id = s.account_id
    left join users u on u.id = s.owner_id`;
}

function toStanding(row: Row): Standing {
  const { arrMinor, decidingArrMinor, lossMinor, ...rest } = row;
  const { reportingArrMinor, reportingDecidingMinor, reportingLossMinor, reportingAtRiskMinor, ...shown } =
    rest;
  const lastTwoWayAt = shown.lastTwoWayAt === null ? null : new Date(shown.lastTwoWayAt).toISOString();
  if (arrMinor === undefined || decidingArrMinor === undefined) {
    return { ...shown, lastTwoWayAt, money: null };
  } else {
    const money = {
      arrMinor,
      decidingArrMinor,
      lossMinor: lossMinor ?? null,
      reportingArrMinor: reportingArrMinor ?? null,
      reportingDecidingMinor: reportingDecidingMinor ?? null,
      reportingLossMinor: reportingLossMinor ?? null,
      reportingAtRiskMinor: reportingAtRiskMinor ?? null,
    };
    return { ...shown, lastTwoWayAt, money };
  }
}
