import { listCards, listJudgements, listWeeklyHealth } from "@/db/queries/standings-history";
import { listStandings, type Standing } from "@/db/queries/standings";
import type { Scope } from "@/db/scope";
import { mainReasons, type ReasonFact } from "@/lib/metrics/portfolio";
import type { Day } from "@/lib/period";
import type { PortfolioFilter, PortfolioSort, SortOrder } from "@/lib/portfolio";

/** Rows of one request; the list asks for the next ones as the reader comes near them. */
export const PAGE_ROWS = 60;

/** Weeks of the small line before the live score, so that it has thirteen points. */
const HISTORY_WEEKS = 12;
const REASONS_SHOWN = 2;

/** One row of Today or Accounts: the standing, its score over twelve weeks and now, and what lowers it most. */
export type ListRow = Standing & { history: (number | null)[]; reasons: ReasonFact[] };

type Question = {
  filter: PortfolioFilter;
  sort: PortfolioSort;
  order: SortOrder;
  today: Day;
  offset: number;
  /** Only Today shows reasons. */
  hasReasons: boolean;
};

/** A page of rows with everything they show. */
export async function listRows(scope: Scope, { hasReasons, ...question }: Question): Promise<ListRow[]> {
  const standings = await listStandings(scope, { ...question, limit: PAGE_ROWS });
  const accountIds = standings.map((standing) => standing.accountId);
  const [history, reasons] = await Promise.all([
    listWeeklyHealth(scope, { accountIds, today: question.today, weeks: HISTORY_WEEKS }),
    hasReasons ? listReasons(scope, accountIds) : new Map<string, ReasonFact[]>(),
  ]);
  return standings.map((standing) => ({
    ...standing,
    history: [...(history.get(standing.accountId) ?? []), standing.chi],
    reasons: reasons.get(standing.accountId) ?? [],
  }));
}

async function listReasons(scope: Scope, accountIds: string[]): Promise<Map<string, ReasonFact[]>> {
  const judgements = await listJudgements(scope, { accountIds });
  const cards = await listCards(scope, {
    versionIds: [...new Set(judgements.map((judgement) => judgement.versionId))],
  });
  return new Map(
    judgements.map((judgement) => {
      const card = cards.get(judgement.versionId);
      return [judgement.accountId, card ? mainReasons(card, judgement, REASONS_SHOWN) : []];
    }),
  );
}
