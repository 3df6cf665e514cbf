import { z } from "zod";
import { getAccount } from "@/db/queries/account";
import { listTimeline } from "@/db/queries/timeline";
import { readCursor, TIMELINE_CHANNELS, TIMELINE_PAGE, type TimelineEntry } from "@/lib/timeline";
import { figureContext, unauthorized } from "../../../figures/context";

/** What GET /api/accounts/[accountId]/timeline answers; `hasMore` when something lies before its last entry. */
export type TimelinePage = { entries: TimelineEntry[]; hasMore: boolean };

const channelOf = z.enum(TIMELINE_CHANNELS);

/**
 * GET /api/accounts/[accountId]/timeline: what happened with an account, newest first; `channel` limits it (comma-separated),
 * `before` goes on where a page ended. 404 for an account of another workspace as for none, 400 for a cursor that is none.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ accountId: string }> },
): Promise<Response> {
  const asked = await figureContext(0);
  if (asked === null) return unauthorized();
  const { scope, context } = asked;
  const id = z.uuid().safeParse((await params).accountId);
  const account = id.success ? await getAccount(scope, { accountId: id.data }) : null;
  if (account === null) return Response.json({ error: "not_found" }, { status: 404 });
  const query = new URL(request.url).searchParams;
  const text = query.get("before");
  const before = text === null ? null : readCursor(text);
  if (text !== null && before === null) return Response.json({ error: "wrong_cursor" }, { status: 400 });
  const channels = (query.get("channel") ?? "")
    .split(",")
    .flatMap((each) => channelOf.safeParse(each).data ?? []);
  const entries = await listTimeline(scope, {
    accountId: account.accountId,
    asOf: context.asOf,
    channels: channels.length > 0 ? channels : undefined,
    before,
    limit: TIMELINE_PAGE + 1,
  });
  const page: TimelinePage = {
    entries: entries.slice(0, TIMELINE_PAGE),
    hasMore: entries.length > TIMELINE_PAGE,
  };
  return Response.json(page, { headers: { "cache-control": "no-store" } });
}
