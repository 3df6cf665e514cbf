import { listSegments } from "@/db/queries/segments";
import { listStandings } from "@/db/queries/standings";
import type { Band } from "@/lib/metrics/health/card";
import { NATURAL_ORDER, WHOLE_PORTFOLIO } from "@/lib/portfolio";
import { fold } from "@/lib/words/fold";
import { figureContext } from "../../figures/context";

const FOUND_MAX = 8;
const TYPED_MAX = 100;

/** GET /api/accounts/search?q=: accounts whose folded name holds the folded words, for the command palette. */
export async function GET(request: Request): Promise<Response> {
  const typed = new URL(request.url).searchParams.get("q") ?? "";
  const search = fold(typed.slice(0, TYPED_MAX));
  const { scope, context } = await figureContext(FOUND_MAX);
  return Response.json({ accounts: search === "" ? [] : await find() }, { headers: { "cache-control": "no-store" } });

  async function find(): Promise<{ id: string; name: string; segment: string | null; band: Band }[]> {
    const question = { sort: "name", order: NATURAL_ORDER.name, today: context.today, offset: 0, limit: FOUND_MAX } as const;
    const [current, former, segments] = await Promise.all([
      listStandings(scope, { ...question, filter: { ...WHOLE_PORTFOLIO, search } }),
      listStandings(scope, { ...question, filter: { ...WHOLE_PORTFOLIO, search, stage: "former" } }),
      listSegments(scope),
    ]);
    const names = new Map(segments.map((segment) => [segment.key, segment.names[context.locale]]));
    return [...current, ...former].slice(0, FOUND_MAX).map((standing) => ({
      id: standing.accountId,
      name: standing.name,
      segment: names.get(standing.segmentKey) ?? null,
      band: standing.band,
    }));
  }
}
