import {
  bigint,
  boolean,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import type { Band, Card } from "../../lib/metrics/health/card";
import { accounts } from "./accounts";
import { instant, tenantPolicy, workspaceId, type Names } from "./tenant";

export const scorecards = pgTable(
  "scorecards",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    key: text("key").notNull(),
    names: jsonb("names").$type<Names>().notNull(),
  },
  (t) => [
    primaryKey({ name: "scorecards_pk", columns: [t.workspaceId, t.id] }),
    unique("scorecards_key_key").on(t.workspaceId, t.key),
    tenantPolicy("scorecards"),
  ],
);

/** Immutable once written; an edit is a new version. `leftOut` names measures whose source was not connected. */
export const scorecardVersions = pgTable(
  "scorecard_versions",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    scorecardId: uuid("scorecard_id").notNull(),
    number: integer("number").notNull(),
    card: jsonb("card").$type<Card>().notNull(),
    leftOut: text("left_out").array().notNull(),
    effectiveFrom: instant("effective_from").notNull(),
    isShipped: boolean("is_shipped").notNull(),
    note: text("note").notNull(),
    authorId: uuid("author_id"),
    createdAt: instant("created_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "scorecard_versions_pk", columns: [t.workspaceId, t.id] }),
    unique("scorecard_versions_number_key").on(t.workspaceId, t.scorecardId, t.number),
    foreignKey({
      name: "scorecard_versions_scorecard_fk",
      columns: [t.workspaceId, t.scorecardId],
      foreignColumns: [scorecards.workspaceId, scorecards.id],
    }).onDelete("cascade"),
    tenantPolicy("scorecard_versions"),
  ],
);

/** What H14 keeps of a judgement; arrays are in the key-ascending measure order of the version. */
const judgement = () => ({
  versionId: uuid("version_id").notNull(),
  asOf: instant("as_of").notNull(),
  knownAt: instant("known_at").notNull(),
  raw: doublePrecision("raw").array().$type<(number | null)[]>().notNull(),
  ageDays: doublePrecision("age_days").array().$type<(number | null)[]>().notNull(),
  normalised: doublePrecision("normalised").array().$type<(number | null)[]>().notNull(),
  decayed: doublePrecision("decayed").array().$type<(number | null)[]>().notNull(),
  chi: doublePrecision("chi"),
  coverage: doublePrecision("coverage").notNull(),
  computedBand: text("computed_band").$type<Band>().notNull(),
  guardrail: text("guardrail"),
  effectiveBand: text("effective_band").$type<Band>().notNull(),
  segmentKey: text("segment_key").notNull(),
  stageKey: text("stage_key").notNull(),
});

/** State at the end of a local day (K6), partitioned by month of `day`; written once, immutable. */
export const healthSnapshots = pgTable(
  "health_snapshots",
  {
    workspaceId: workspaceId(),
    day: date("day", { mode: "string" }).notNull(),
    accountId: uuid("account_id").notNull(),
    ...judgement(),
  },
  (t) => [
    primaryKey({ name: "health_snapshots_pk", columns: [t.workspaceId, t.day, t.accountId] }),
    // History of one account; the primary key serves a day of the whole portfolio.
    index("health_snapshots_account_idx").on(t.workspaceId, t.accountId, t.day),
    tenantPolicy("health_snapshots"),
  ],
);

/**
 * The newest judgement of each account with the money behind it: what Today and Accounts list. Live: it follows new facts
 * within seconds, while snapshots are history. Amounts `...ReportingMinor` are in the workspace's currency at the rate of
 * the as-of day; null when there is no rate (the account sorts last and stays out of totals).
 */
export const accountStandings = pgTable(
  "account_standings",
  {
    workspaceId: workspaceId(),
    accountId: uuid("account_id").notNull(),
    ...judgement(),
    nameFolded: text("name_folded").notNull(),
    ownerId: uuid("owner_id"),
    stagePace: text("stage_pace").$type<"on_track" | "behind" | "stuck">(),
    customerSince: date("customer_since", { mode: "string" }),
    currency: text("currency").notNull(),
    arrMinor: bigint("arr_minor", { mode: "number" }).notNull(),
    decidingArrMinor: bigint("deciding_arr_minor", { mode: "number" }).notNull(),
    decisionOn: date("decision_on", { mode: "string" }),
    decidesMonthly: boolean("decides_monthly").notNull(),
    churnProbability90d: doublePrecision("churn_probability_90d"),
    churnProbability90dLow: doublePrecision("churn_probability_90d_low"),
    churnProbability90dHigh: doublePrecision("churn_probability_90d_high"),
    lossMinor: bigint("loss_minor", { mode: "number" }),
    arrReportingMinor: bigint("arr_reporting_minor", { mode: "number" }),
    decidingReportingMinor: bigint("deciding_reporting_minor", { mode: "number" }),
    lossReportingMinor: bigint("loss_reporting_minor", { mode: "number" }),
    lossVarianceReporting: doublePrecision("loss_variance_reporting"),
    atRiskReportingMinor: bigint("at_risk_reporting_minor", { mode: "number" }),
    chiChange30d: doublePrecision("chi_change_30d"),
    seats: doublePrecision("seats"),
    openTickets: integer("open_tickets").notNull(),
    lastTwoWayAt: instant("last_two_way_at"),
    lastTwoWayChannel: text("last_two_way_channel"),
  },
  (t) => [
    primaryKey({ name: "account_standings_pk", columns: [t.workspaceId, t.accountId] }),
    // Today and Accounts are ranked by money at stake.
    index("account_standings_loss_idx").on(
      t.workspaceId,
      t.lossReportingMinor.desc().nullsLast(),
      t.accountId,
    ),
    index("account_standings_band_idx").on(
      t.workspaceId,
      t.effectiveBand,
      t.lossReportingMinor.desc().nullsLast(),
      t.accountId,
    ),
    index("account_standings_decision_idx").on(t.workspaceId, t.decisionOn, t.accountId),
    index("account_standings_name_idx").on(t.workspaceId, t.nameFolded, t.accountId),
    index("account_standings_arr_idx").on(t.workspaceId, t.arrReportingMinor.desc().nullsLast(), t.accountId),
    index("account_standings_chi_idx").on(t.workspaceId, t.chi, t.accountId),
    foreignKey({
      name: "account_standings_account_fk",
      columns: [t.workspaceId, t.accountId],
      foreignColumns: [accounts.workspaceId, accounts.id],
    }).onDelete("cascade"),
    tenantPolicy("account_standings"),
  ],
);

export const overrides = pgTable(
  "overrides",
  {
    workspaceId: workspaceId(),
    id: uuid("id").notNull(),
    accountId: uuid("account_id").notNull(),
    band: text("band").$type<Exclude<Band, "unknown">>().notNull(),
    reason: text("reason").notNull(),
    authorId: uuid("author_id").notNull(),
    setAt: instant("set_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [
    primaryKey({ name: "overrides_pk", columns: [t.workspaceId, t.id] }),
    index("overrides_account_idx").on(t.workspaceId, t.accountId, t.setAt),
    foreignKey({
      name: "overrides_account_fk",
      columns: [t.workspaceId, t.accountId],
      foreignColumns: [accounts.workspaceId, accounts.id],
    }).onDelete("cascade"),
    tenantPolicy("overrides"),
  ],
);

export type Scorecard = typeof scorecards.$inferSelect;
export type ScorecardVersion = typeof scorecardVersions.$inferSelect;
export type HealthSnapshot = typeof healthSnapshots.$inferSelect;
export type AccountStanding = typeof accountStandings.$inferSelect;
