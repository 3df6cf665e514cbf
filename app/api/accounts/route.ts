import { z } from "zod";
import { listRows, type ListRow } from "@/app/(app)/accounts/list-rows";
import { filterOf, loadAccounts, orderOf } from "@/app/(app)/accounts/search-params";
import { withinGroup } from "@/lib/portfolio";
import { figureContext, unauthorized } from "../figures/context";

const pageOf = z.object({
  offset: z.coerce.number().int().min(0).max(10_000_000).catch(0),
  within: z.string().max(40).nullable(),
  reasons: z.literal("1").nullable().catch(null),
});

/** What GET /api/accounts answers. */
export type AccountsPage = { rows: ListRow[] };

/** GET /api/accounts: rows of a view from `offset` on, `within` one group when the list is grouped. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const asked = await figureContext(0);
  if (asked === null) return unauthorized();
  const { scope, context } = asked;
  const view = loadAccounts(query);
  const { offset, within, reasons } = pageOf.parse({
    offset: query.get("offset"),
    within: query.get("within"),
    reasons: query.get("reasons"),
  });
  const whole = filterOf(view, context.userId);
  const filter = within === null || view.group === "none" ? whole : withinGroup(whole, view.group, within);
  const rows = await listRows(scope, {
    filter,
    ...orderOf(view),
    today: context.today,
    offset,
    hasReasons: reasons !== null,
  });
  return Response.json({ rows } satisfies AccountsPage, { headers: { "cache-control": "no-store" } });
}
