import type { Card } from "@/lib/metrics/health/card";
import type { PayingSpan, SegmentRate, Standing } from "@/lib/metrics/standing/portfolio";
import type { Day } from "@/lib/period";
import { withScope } from "../client";
import { bulkInsert, type Cell } from "../copy";
import type { Scope } from "../scope";

export type ActiveVersion = {
  segmentKey: string;
  id: string;
  number: number;
  card: Card;
  leftOut: string[];
  scorecardKey: string;
};

/** The scorecard version in force per segment at an instant; before the first version, the first one. */
export async function listActiveVersions(scope: Scope, params: { asOf: Date }): Promise<ActiveVersion[]> {
  return withScope(scope, async ({ sql }) => {
    const rows = await sql<
      {
        segment_key: string;
        id: string;
        number: number;
        card: Card;
        left_out: string[];
        scorecard_key: string;
      }[]
    >`
      select distinct on (g.key) g.key as segment_key, v.id, v.number, v.card, v.left_out, c.key as scorecard_key
      from segments g
      join scorecards c on c.workspace_id = g.workspace_id and c.key = g.scorecard_key
      join scorecard_versions v on v.workspace_id = c.workspace_id and v.scorecard_id = c.id
      order by g.key, (v.effective_from <= ${params.asOf.toISOString()}::timestamptz) desc,
        case when v.effective_from <= ${params.asOf.toISOString()}::timestamptz then -v.number else v.number end`;
    return rows.map((row) => ({
      segmentKey: row.segment_key,
      id: row.id,
      number: row.number,
      card: row.card,
      leftOut: row.left_out,
      scorecardKey: row.scorecard_key,
    }));
  });
}

/** Days paid and whether the account stopped paying within [from, to), from revenue steps known by an instant (P16). */
export async function listPayingSpans(
  scope: Scope,
  params: { from: Day; to: Day; knownAt: Date },
): Promise<Map<string, PayingSpan>> {
  const spans = new Map<string, PayingSpan>();
  await withScope(scope, async ({ sql }) => {
    await sql<{ account_id: string; paying_days: number; has_left: boolean }[]>`
      with steps as (
        select account_id, day, sum(sum(arr_delta_minor)) over (partition by account_id order by day) as arr,
          lead(day) over (partition by account_id order by day) as next_day
        from mrr_changes where day < ${params.to}::date and recorded_at <= ${params.knownAt.toISOString()}::timestamptz
        group by account_id, day
      )
      select account_id,
        coalesce(sum(least(coalesce(next_day, ${params.to}::date), ${params.to}::date) - greatest(day, ${params.from}::date))
          filter (where arr > 0 and coalesce(next_day, ${params.to}::date) > ${params.from}::date), 0)::int as paying_days,
        coalesce(bool_or(arr = 0 and day >= ${params.from}::date), false) as has_left
      from steps group by account_id`.forEach((row) => {
      spans.set(row.account_id, { payingDays: row.paying_days, hasLeft: row.has_left });
    });
  });
  return spans;
}

/** Keeps what P16 counted on a day, for the page that shows the arithmetic and for accounts judged in between. */
export async function saveSegmentRates(
  scope: Scope,
  params: { day: Day; rates: readonly SegmentRate[] },
): Promise<void> {
  await withScope(scope, async ({ sql }) => {
    await sql`delete from segment_rates where day = ${params.day}::date`;
    for (const rate of params.rates) {
      await sql`insert into segment_rates (workspace_id, day, segment_key, churned, account_years)
        values (${scope.workspaceId}, ${params.day}, ${rate.segment}, ${rate.churned}, ${rate.accountYears})`;
    }
  });
}

/** The churn counts of the newest day on or before `day`; empty before the first recompute. */
export async function listSegmentRates(scope: Scope, params: { day: Day }): Promise<SegmentRate[]> {
  const rows = await withScope(
    scope,
    ({ sql }) => sql<{ segment_key: string; churned: number; account_years: number }[]>`
      select segment_key, churned, account_years from segment_rates
      where day = (select max(day) from segment_rates where day <= ${params.day}::date) order by segment_key`,
  );
  return rows.map((row) => ({
    segment: row.segment_key,
    churned: row.churned,
    accountYears: row.account_years,
  }));
}

const JUDGEMENT = [
  "version_id",
  "as_of",
  "known_at",
  "raw",
  "age_days",
  "normalised",
  "decayed",
  "chi",
  "coverage",
  "computed_band",
  "guardrail",
  "effective_band",
  "segment_key",
  "stage_key",
] as const;

type Instant = { asOf: Date; knownAt: Date };

function judgementCells(standing: Standing, { asOf, knownAt }: Instant): Cell[] {
  const { score, placement } = standing;
  return [
    standing.versionId,
    asOf,
    knownAt,
    score.measures.map((measure) => measure.raw),
    score.measures.map((measure) => measure.ageDays),
    score.measures.map((measure) => measure.normalised),
    score.measures.map((measure) => measure.decayed),
    score.chi,
    score.coverage,
    standing.computedBand,
    standing.guardrail,
    standing.effectiveBand,
    placement.segment,
    placement.stage,
  ];
}

/** Writes snapshots of a day; one that is there already stays as it is (K6). Answers how many were new. */
export async function insertSnapshots(
  scope: Scope,
  params: Instant & { day: Day; standings: readonly Standing[] },
): Promise<number> {
  return withScope(scope, (tx) =>
    bulkInsert(
      tx,
      "health_snapshots",
      ["workspace_id", "day", "account_id", ...JUDGEMENT],
      params.standings.map((standing) => [
        scope.workspaceId,
        params.day,
        standing.signals.accountId,
        ...judgementCells(standing, params),
      ]),
      { onConflict: "do nothing" },
    ),
  );
}

const STANDING = [
  "name_folded",
  "owner_id",
  "stage_pace",
  "customer_since",
  "currency",
  "arr_minor",
  "deciding_arr_minor",
  "decision_on",
  "decides_monthly",
  "churn_probability_90d",
  "churn_probability_90d_low",
  "churn_probability_90d_high",
  "loss_minor",
  "arr_reporting_minor",
  "deciding_reporting_minor",
  "loss_reporting_minor",
  "loss_variance_reporting",
  "at_risk_reporting_minor",
  "chi_change_30d",
  "seats",
  "open_tickets",
  "last_two_way_at",
  "last_two_way_channel",
] as const;

function standingCells(standing: Standing): Cell[] {
  const { signals, placement } = standing;
  return [
    signals.nameFolded,
    signals.ownerId,
    placement.pace,
    signals.paidSince,
    signals.currency,
    signals.arrMinor,
    placement.decidingMinor,
    placement.decisionOn,
    placement.decidesMonthly,
    standing.probability,
    standing.probabilityLow,
    standing.probabilityHigh,
    standing.lossMinor,
    standing.arrReportingMinor,
    standing.decidingReportingMinor,
    standing.lossReportingMinor,
    standing.lossVarianceReporting,
    standing.atRiskReportingMinor,
    standing.chiChange30d,
    signals.seats,
    signals.openTickets,
    signals.lastTwoWayAtMs === null ? null : new Date(signals.lastTwoWayAtMs),
    signals.lastTwoWayChannel,
  ];
}

const RENEWED = [...JUDGEMENT, ...STANDING].map((column) => `${column} = excluded.${column}`).join(", ");

/** Replaces the standings of the given accounts; a judgement of an earlier instant never replaces a later one. */
export async function saveStandings(
  scope: Scope,
  params: Instant & { standings: readonly Standing[] },
): Promise<number> {
  return withScope(scope, (tx) =>
    bulkInsert(
      tx,
      "account_standings",
      ["workspace_id", "account_id", ...JUDGEMENT, ...STANDING],
      params.standings.map((standing) => [
        scope.workspaceId,
        standing.signals.accountId,
        ...judgementCells(standing, params),
        ...standingCells(standing),
      ]),
      {
        onConflict: `(workspace_id, account_id) do update set ${RENEWED} where account_standings.known_at <= excluded.known_at`,
      },
    ),
  );
}

/** Adds a dated fact for each account whose segment changed, so that the segment held at any instant is known. */
export async function insertHeldSegments(
  scope: Scope,
  params: {
    validFrom: Date;
    recordedAt: Date;
    rows: readonly { id: string; accountId: string; segment: string }[];
  },
): Promise<void> {
  if (params.rows.length === 0) return;
  await withScope(scope, (tx) =>
    bulkInsert(
      tx,
      "account_facts",
      [
        "workspace_id",
        "id",
        "account_id",
        "field",
        "value_text",
        "valid_from",
        "recorded_at",
        "is_assumed",
        "source",
      ],
      params.rows.map((row) => [
        scope.workspaceId,
        row.id,
        row.accountId,
        "segment",
        row.segment,
        params.validFrom,
        params.recordedAt,
        false,
        "vafa",
      ]),
      { onConflict: "do nothing" },
    ),
  );
}
