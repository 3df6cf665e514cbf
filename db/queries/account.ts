import type { Band, BandKey, Card, GuardrailKey, MeasureKey } from "@/lib/metrics/health/card";
import type { Pace, Stage } from "@/lib/metrics/lifecycle/stage";
import type { StoredJudgement } from "@/lib/metrics/portfolio";
import type { Day } from "@/lib/period";
import { may } from "@/lib/roles";
import { withScope, type TransactionSql } from "../client";
import type { Names } from "../schema/tenant";
import type { Scope } from "../scope";

/** The scorecard version behind a judgement. `leftOut` names measures whose source was not connected. */
export type JudgedBy = {
  versionId: string;
  version: number;
  card: Card;
  cardKey: string;
  cardNames: Names;
  leftOut: MeasureKey[];
};

/** A person's judgement in force over the computed one (H11). */
export type OverrideInForce = {
  band: BandKey;
  reason: string;
  author: string | null;
  setAt: Date;
  expiresAt: Date;
};

/** Amounts in the account's own currency, minor units. */
export type AccountMoney = { arrMinor: number; decidingMinor: number; lossMinor: number | null };

/** The newest judgement of an account: what stands in its head. Probabilities are fractions over 90 days. */
export type AccountStanding = JudgedBy & {
  stored: StoredJudgement;
  asOf: Date;
  knownAt: Date;
  chi: number | null;
  coverage: number;
  computedBand: Band;
  band: Band;
  guardrail: GuardrailKey | null;
  override: OverrideInForce | null;
  segmentKey: string;
  segmentNames: Names | null;
  stageKey: Stage;
  pace: Pace | null;
  chiChange30d: number | null;
  churn: number | null;
  churnLow: number | null;
  churnHigh: number | null;
  decisionOn: Day | null;
  decidesMonthly: boolean;
  customerSince: Day | null;
  ownerId: string | null;
  ownerName: string | null;
  seats: number | null;
  openTickets: number;
  /** Null for who may not read money. */
  money: AccountMoney | null;
};

/** One account with its standing; `standing` is null before it was judged for the first time. */
export type AccountHead = {
  accountId: string;
  name: string;
  industry: string | null;
  currency: string;
  standing: AccountStanding | null;
};

/** One account by id; null when this workspace has no such account, as for one that does not exist. */
export async function getAccount(
  scope: Scope,
  { accountId }: { accountId: string },
): Promise<AccountHead | null> {
  const hasMoney = may(scope.actor, "read_money");
  const [row] = await withScope(
    scope,
    ({ sql }) => sql<Row[]>`
      select a.id as "accountId", a.name, a.industry, a.currency, s.as_of as "asOf", s.known_at as "knownAt", ${judgement(sql)},
        s.computed_band as "computedBand", s.effective_band as band, s.guardrail, s.segment_key as "segmentKey",
        g.names as "segmentNames", s.stage_key as "stageKey", s.stage_pace as pace, s.chi_change_30d as "chiChange30d",
        s.churn_probability_90d as churn, s.churn_probability_90d_low as "churnLow", s.churn_probability_90d_high as "churnHigh",
        s.decision_on as "decisionOn", s.decides_monthly as "decidesMonthly", s.customer_since as "customerSince",
        s.owner_id as "ownerId", u.name as "ownerName", s.seats, s.open_tickets as "openTickets", o.band as "overrideBand", o.reason as "overrideReason",
        o.author as "overrideAuthor", o.set_at as "overrideSetAt", o.expires_at as "overrideExpiresAt"
        ${hasMoney ? sql`, s.arr_minor as "arrMinor", s.deciding_arr_minor as "decidingMinor", s.loss_minor as "lossMinor"` : sql``}
      from accounts a
      left join account_standings s on s.workspace_id = a.workspace_id and s.account_id = a.id
      ${joins(sql)}
      left join segments g on g.workspace_id = a.workspace_id and g.key = s.segment_key
      left join users u on u.id = s.owner_id
      left join lateral (select o.band, o.reason, w.name as author, o.set_at, o.expires_at
        from overrides o left join users w on w.id = o.author_id
        where o.workspace_id = a.workspace_id and o.account_id = a.id and o.set_at <= s.as_of and o.expires_at > s.as_of
        order by o.set_at desc, o.id desc limit 1) o on true
      where a.workspace_id = ${scope.workspaceId}::uuid and a.id = ${accountId}::uuid`,
  );
  return row === undefined ? null : toHead(row);
}

/** A snapshot as it explains itself later: the card it was made under and what H14 keeps. */
export type AccountSnapshot = JudgedBy & { day: Day; chi: number | null; stored: StoredJudgement };

/** The snapshot of one local day; null when none was written or the account was not scored then. */
export async function getSnapshot(
  scope: Scope,
  { accountId, day }: { accountId: string; day: Day },
): Promise<AccountSnapshot | null> {
  const [row] = await withScope(
    scope,
    ({ sql }) => sql<(Judged & { day: Day })[]>`
      select s.day, ${judgement(sql)} from health_snapshots s ${joins(sql)}
      where s.workspace_id = ${scope.workspaceId}::uuid and s.account_id = ${accountId}::uuid and s.day = ${day}::date`,
  );
  return row === undefined ? null : { day: row.day, chi: row.chi, stored: storedOf(row), ...judgedBy(row) };
}

type Judged = JudgedBy & StoredJudgement & { chi: number | null; coverage: number };

type Row = Omit<AccountHead, "standing"> &
  Judged &
  Omit<AccountStanding, "stored" | "override" | "money" | "asOf" | "knownAt"> & {
    asOf: string | null;
    knownAt: string;
    overrideBand: BandKey | null;
    overrideReason: string;
    overrideAuthor: string | null;
    overrideSetAt: string;
    overrideExpiresAt: string;
  } & Partial<AccountMoney>;

function judgement(sql: TransactionSql) {
  return sql`s.raw, s.age_days as "ageDays", s.normalised, s.chi, s.coverage, v.id as "versionId", v.number as version, v.card,
    v.left_out as "leftOut", k.key as "cardKey", k.names as "cardNames"`;
}

function joins(sql: TransactionSql) {
  return sql`left join scorecard_versions v on v.workspace_id = s.workspace_id and v.id = s.version_id
    left join scorecards k on k.workspace_id = v.workspace_id and k.id = v.scorecard_id`;
}

function toHead({ accountId, name, industry, currency, ...row }: Row): AccountHead {
  return {
    accountId,
    name,
    industry,
    currency,
    standing: row.asOf === null ? null : toStanding(row, row.asOf),
  };
}

function toStanding(row: Omit<Row, keyof Omit<AccountHead, "standing">>, asOf: string): AccountStanding {
  const { arrMinor, decidingMinor, lossMinor } = row;
  return {
    ...judgedBy(row),
    stored: storedOf(row),
    asOf: new Date(asOf),
    knownAt: new Date(row.knownAt),
    chi: row.chi,
    coverage: row.coverage,
    computedBand: row.computedBand,
    band: row.band,
    guardrail: row.guardrail,
    override: overrideOf(row),
    segmentKey: row.segmentKey,
    segmentNames: row.segmentNames,
    stageKey: row.stageKey,
    pace: row.pace,
    chiChange30d: row.chiChange30d,
    churn: row.churn,
    churnLow: row.churnLow,
    churnHigh: row.churnHigh,
    decisionOn: row.decisionOn,
    decidesMonthly: row.decidesMonthly,
    customerSince: row.customerSince,
    ownerId: row.ownerId,
    ownerName: row.ownerName,
    seats: row.seats,
    openTickets: row.openTickets,
    money:
      arrMinor === undefined || decidingMinor === undefined
        ? null
        : { arrMinor, decidingMinor, lossMinor: lossMinor ?? null },
  };
}

function overrideOf(
  row: Pick<Row, `override${"Band" | "Reason" | "Author" | "SetAt" | "ExpiresAt"}`>,
): OverrideInForce | null {
  if (row.overrideBand === null) return null;
  return {
    band: row.overrideBand,
    reason: row.overrideReason,
    author: row.overrideAuthor,
    setAt: new Date(row.overrideSetAt),
    expiresAt: new Date(row.overrideExpiresAt),
  };
}

function judgedBy({ versionId, version, card, cardKey, cardNames, leftOut }: JudgedBy): JudgedBy {
  return { versionId, version, card, cardKey, cardNames, leftOut };
}

function storedOf({ raw, ageDays, normalised }: StoredJudgement): StoredJudgement {
  return { raw: raw.map(known), ageDays: ageDays.map(known), normalised: normalised.map(known) };
}

/** The driver reads a null inside an array of numbers as NaN. */
function known(value: number | null): number | null {
  return Number.isNaN(value) ? null : value;
}
