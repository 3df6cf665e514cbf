import type { Standing } from "@/db/queries/standings";
import { may } from "@/lib/roles";
import type { FigureColumn, FigureContext, FigureKind, FigureRow } from "../../figures/registry-type";

const OPEN: readonly (readonly [key: string, kind: FigureKind])[] = [
  ["account", "text"],
  ["segment", "text"],
  ["owner", "text"],
  ["stage", "text"],
  ["health", "health"],
  ["change", "number"],
  ["coverage", "percent"],
  ["churn", "percent"],
  ["churnLow", "percent"],
  ["churnHigh", "percent"],
  ["decision", "day"],
  ["lastContact", "text"],
  ["tickets", "number"],
  ["seats", "number"],
];
const MONEY: typeof OPEN = [
  ["arr", "money"],
  ["deciding", "money"],
  ["loss", "money"],
];

/** The columns of an export, with amounts for who may read them. */
export function exportColumns({ role, t }: FigureContext): FigureColumn[] {
  const columns = may(role, "read_money") ? [...OPEN, ...MONEY] : OPEN;
  return columns.map(([key, kind]) => ({ key, label: t(`figures.columns.${key}`), kind }));
}

/** One account as a line of an export: raw values, amounts in the account's own currency. */
export function exportRow(
  standing: Standing,
  words: { segments: ReadonlyMap<string, string>; stage: string },
): FigureRow {
  const { money } = standing;
  return {
    id: standing.accountId,
    currency: standing.currency,
    cells: {
      account: standing.name,
      segment: words.segments.get(standing.segmentKey) ?? standing.segmentKey,
      owner: standing.ownerName,
      stage: words.stage,
      health: standing.chi,
      healthBand: standing.band,
      change: standing.chiChange30d,
      coverage: standing.coverage,
      churn: standing.churnProbability,
      churnLow: standing.churnProbabilityLow,
      churnHigh: standing.churnProbabilityHigh,
      decision: standing.decisionOn,
      lastContact: standing.lastTwoWayAt,
      tickets: standing.openTickets,
      seats: standing.seats,
      arr: money?.arrMinor ?? null,
      deciding: money?.decidingArrMinor ?? null,
      loss: money?.lossMinor ?? null,
    },
  };
}
