import { readChange } from "@/app/(app)/accounts/[accountId]/subject";
import { listHistory } from "@/db/queries/account-history";
import { listSegmentRates } from "@/db/queries/health";
import { coverageParts } from "@/lib/metrics/account-coverage";
import { healthTrend, TREND_DAYS } from "@/lib/metrics/health/trend";
import { HORIZON_DAYS } from "@/lib/metrics/forecast/loss";
import { explainStored } from "@/lib/metrics/portfolio";
import { rulePrior } from "@/lib/metrics/risk/prior";
import { churnHistory } from "@/lib/metrics/standing/portfolio";
import { addDays } from "@/lib/period";
import { messageKey } from "@/lib/words/message-key";
import { accountFigure, measureName } from "./account-table";
import type { FigureRegistry } from "./registry-type";

/** Points of the possible: their sum is the score (H12). */
const health = accountFigure(async (_scope, { standing }, { t }) => {
  const { card, stored, chi } = standing;
  const { score, parts } = explainStored(card, stored);
  const decayed = new Map(score.measures.map((measure) => [measure.key, measure.decayed]));
  const rows = parts.map(({ key, group, points, possible }) => ({
    id: key,
    cells: {
      measure: measureName(t, key),
      group: t(`common.groups.${messageKey(group)}`),
      score: decayed.get(key) ?? null,
      points,
      possible,
    },
  }));
  const sum = parts.reduce((total, part) => total + (part.points ?? 0), 0);
  return {
    columns: [["measure", "text"], ["group", "text"], ["score", "decimal"], ["points", "decimal"], ["possible", "decimal"]], // prettier-ignore
    rows,
    total: { label: t("account.totals.health"), kind: "decimal", value: chi === null ? null : sum },
    shown: chi,
  };
});

/** Parts of the change against 30 days ago, per measure (H12b). */
const change = accountFigure(async (scope, subject, { t }) => {
  const measures = (await readChange(scope, subject))?.change.measures ?? [];
  return {
    columns: [["measure", "text"], ["behaviour", "decimal"], ["missing", "decimal"], ["configuration", "decimal"], ["change", "decimal"]], // prettier-ignore
    rows: measures.map(({ key, behaviour, missing, configuration, delta }) => ({
      id: key,
      cells: { measure: measureName(t, key), behaviour, missing, configuration, change: delta },
    })),
    total: {
      label: t("account.totals.change"),
      kind: "decimal",
      value: measures.length === 0 ? null : measures.reduce((sum, measure) => sum + measure.delta, 0),
    },
    shown: measures.length === 0 ? null : subject.standing.chiChange30d,
  };
});

/** Which part of the card's weight has a score behind it (H7, H8). */
const coverage = accountFigure(async (_scope, { standing }, { t }) => {
  const { score } = explainStored(standing.card, standing.stored);
  const parts = coverageParts(standing.card, score);
  return {
    columns: [["measure", "text"], ["group", "text"], ["weight", "percent"], ["counted", "percent"]], // prettier-ignore
    rows: parts.map(({ key, group, share, counted }) => ({
      id: key,
      cells: {
        measure: measureName(t, key),
        group: t(`common.groups.${messageKey(group)}`),
        weight: share,
        counted,
      },
    })),
    total: {
      label: t("account.totals.coverage"),
      kind: "percent",
      value: parts.reduce((sum, part) => sum + part.counted, 0),
    },
    shown: standing.coverage,
  };
});

/** The snapshots that the trend runs through: those of the version in force, without today (H10). */
const trend = accountFigure(async (scope, { standing, question }, { t }) => {
  const from = addDays(question.day, -TREND_DAYS);
  const history = await listHistory(scope, { accountId: question.accountId, from, to: question.day });
  const own = history.filter(({ versionId, chi }) => versionId === standing.versionId && chi !== null);
  const { value } = healthTrend(own, question.day);
  return {
    columns: [
      ["day", "day"],
      ["score", "decimal"],
    ],
    rows: own.map(({ day, chi }) => ({ id: day, cells: { day, score: chi } })).reverse(),
    total: { label: t("account.totals.trend"), kind: "decimal", value },
    shown: value,
  };
});

/** Churned accounts and account-years of every segment: what the rule-based estimate is made of (P16). */
const churn = accountFigure(async (scope, { standing, question }, { t, workspace }) => {
  const rates = await listSegmentRates(scope, { day: question.day });
  const prior = rulePrior(churnHistory(rates, standing.segmentKey), HORIZON_DAYS, standing.band);
  return {
    columns: [
      ["segment", "text"],
      ["churned", "number"],
      ["accountYears", "decimal"],
    ],
    rows: rates.map(({ segment, churned, accountYears }) => ({
      id: segment,
      cells: { segment: t(`common.segments.${messageKey(segment)}`), churned, accountYears },
      currency: workspace.currency,
    })),
    total: {
      label: t("account.totals.churn"),
      kind: "percent",
      value: standing.churn === null ? null : prior.probability,
    },
    shown: standing.churn,
  };
});

export const accountScoreFigures: FigureRegistry = {
  "account-health": health,
  "account-change": change,
  "account-coverage": coverage,
  "account-trend": trend,
  "account-churn": churn,
};
