import { listSegments } from "@/db/queries/segments";
import { listStandings } from "@/db/queries/standings";
import type { Band } from "@/lib/metrics/health/card";
import { NATURAL_ORDER, WHOLE_PORTFOLIO } from "@/lib/portfolio";
import type { Scope } from "@/db/scope";
import { fold } from "@/lib/words/fold";
import { figureContext, unauthorized } from "../../figures/context";
import type { FigureContext } from "../../figures/registry-type";

const FOUND_MAX = 8;
const TYPED_MAX = 100;

/** One account as the palette shows it; the segment in words. */
type Found = { id: string; name: string; segment: string | null; band: Band };

/** GET /api/accounts/search?q=: accounts whose folded name holds the folded words, for the command palette. */
export async function GET(request: Request): Promise<Response> {
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  const search = fold(typed.slice(0, TYPED_MAX));
  const asked = await figureContext(FOUND_MAX);
  if (asked === null) return unauthorized();
  const { scope, context } = asked;
  const accounts = search === "" ? [] : await findAccounts(scope, search, context);
  return Response.json({ accounts }, { headers: { "cache-control": "no-store" } });
}

/** Current customers first, then former ones, each by name. */
async function findAccounts(
  scope: Scope,
  search: string,
  { today, locale }: FigureContext,
): Promise<Found[]> {
  const question = { sort: "name", order: NATURAL_ORDER.name, today, offset: 0, limit: FOUND_MAX } as const;
  const [current, former, segments] = await Promise.all([
    listStandings(scope, { ...question, filter: { ...WHOLE_PORTFOLIO, search } }),
    listStandings(scope, { ...question, filter: { ...WHOLE_PORTFOLIO, search, stage: "former" } }),
    listSegments(scope),
  ]);
  const names = new Map(segments.map((segment) => [segment.key, segment.names[locale]]));
  return [...current, ...former].slice(0, FOUND_MAX).map((standing) => ({
    id: standing.accountId,
    name: standing.name,
    segment: names.get(standing.segmentKey) ?? null,
    band: standing.band,
  }));
}
