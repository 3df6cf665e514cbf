import { z } from "zod";
import { listCallableContacts, type CallableContact } from "@/db/queries/standings-contacts";
import { listCards, listJudgements } from "@/db/queries/standings-history";
import { getStanding, type Standing } from "@/db/queries/standings";
import { listTimeline } from "@/db/queries/timeline";
import type { Scope } from "@/db/scope";
import type { MeasureKey } from "@/lib/metrics/health/card";
import { explainStored } from "@/lib/metrics/portfolio";
import type { TimelineEntry } from "@/lib/timeline";
import { figureContext, unauthorized } from "../../../figures/context";

const CONTACTS_SHOWN = 3;
const HAPPENINGS_SHOWN = 5;

/** One measure of the preview: its raw value and what it adds to the score, counted from neutral (H12). */
export type PeekPart = { key: MeasureKey; raw: number | null; contribution: number };

/** What the preview of an account shows beyond its row. */
export type Peek = {
  standing: Standing;
  timeline: TimelineEntry[];
  parts: PeekPart[];
  contacts: CallableContact[];
};

/** GET /api/accounts/[accountId]/peek: the preview of one account; 404 for an account of another workspace as for none. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ accountId: string }> },
): Promise<Response> {
  const accountId = z.uuid().safeParse((await params).accountId);
  const asked = await figureContext(0);
  if (asked === null) return unauthorized();
  const { scope, context } = asked;
  const standing = accountId.success ? await getStanding(scope, { accountId: accountId.data }) : null;
  if (standing === null) return Response.json({ error: "not_found" }, { status: 404 });
  const [parts, timeline, contacts] = await Promise.all([
    listParts(scope, standing.accountId),
    listTimeline(scope, { accountId: standing.accountId, asOf: context.asOf, limit: HAPPENINGS_SHOWN }),
    listCallableContacts(scope, { accountId: standing.accountId, asOf: context.asOf, limit: CONTACTS_SHOWN }),
  ]);
  return Response.json({ standing, parts, timeline, contacts } satisfies Peek, {
    headers: { "cache-control": "no-store" },
  });
}

async function listParts(scope: Scope, accountId: string): Promise<PeekPart[]> {
  const [judgement] = await listJudgements(scope, { accountIds: [accountId] });
  if (!judgement) return [];
  const card = (await listCards(scope, { versionIds: [judgement.versionId] })).get(judgement.versionId);
  if (!card) return [];
  const { score, parts } = explainStored(card, judgement);
  const rawOf = new Map(score.measures.map((measure) => [measure.key, measure.raw]));
  return parts
    .filter(({ possible }) => possible > 0)
    .flatMap(({ key, contribution }) =>
      contribution === null ? [] : [{ key, raw: rawOf.get(key) ?? null, contribution }],
    )
    .sort((a, b) => a.contribution - b.contribution);
}
