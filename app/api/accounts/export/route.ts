import { z } from "zod";
import { filterOf, loadAccounts, orderOf } from "@/app/(app)/accounts/search-params";
import { listSegments } from "@/db/queries/segments";
import { listStandingIds, listStandingsOf } from "@/db/queries/standings";
import type { Scope } from "@/db/scope";
import { messageKey } from "@/lib/words/message-key";
import { csvResponse } from "../../figures/csv";
import { figureContext, unauthorized } from "../../figures/context";
import type { FigureContext, FigureRow } from "../../figures/registry-type";
import { exportColumns, exportRow } from "./columns";

const PORTION = 1_000;
const CHOSEN_MAX = 20_000;
const chosenIds = z.array(z.uuid()).min(1).max(CHOSEN_MAX);

/** GET /api/accounts/export: all accounts of a view as CSV, in its order, streamed in portions. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const asked = await figureContext(Infinity);
  if (asked === null) return unauthorized();
  const { scope, context } = asked;
  const view = loadAccounts(query);
  const question = { filter: filterOf(view, context.userId), ...orderOf(view), today: context.today };
  return answer(scope, context, await listStandingIds(scope, question));
}

/** POST /api/accounts/export: the chosen accounts, field `id` repeated; a form, because an address cannot hold thousands. */
export async function POST(request: Request): Promise<Response> {
  const asked = await figureContext(Infinity);
  if (asked === null) return unauthorized();
  const { scope, context } = asked;
  const ids = chosenIds.safeParse((await request.formData()).getAll("id"));
  return ids.success
    ? answer(scope, context, ids.data)
    : Response.json({ error: "bad_selection" }, { status: 400 });
}

async function answer(scope: Scope, context: FigureContext, ids: readonly string[]): Promise<Response> {
  const { t, today, locale } = context;
  const segments = new Map(
    (await listSegments(scope)).map((segment) => [segment.key, segment.names[locale]]),
  );
  const words = { currency: t("figures.columns.currency"), band: t("figures.columns.band") };
  return csvResponse(`vafa-accounts-${today}`, exportColumns(context), portions(), words);

  async function* portions(): AsyncGenerator<FigureRow[]> {
    for (let start = 0; start < ids.length; start += PORTION) {
      const standings = await listStandingsOf(scope, { accountIds: ids.slice(start, start + PORTION) });
      yield standings.map((standing) =>
        exportRow(standing, { segments, stage: t(`common.stages.${messageKey(standing.stageKey)}`) }),
      );
    }
  }
}
