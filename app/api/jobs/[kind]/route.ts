import { gateApi } from "@/auth";
import { getNewestJob } from "@/db/queries/jobs";

export const dynamic = "force-dynamic";

/** The newest job of a kind as pages show it: state, done of total, since when; null before the first. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ kind: string }> },
): Promise<Response> {
  const gate = await gateApi({ may: "recompute" });
  if (gate === null) return new Response(null, { status: 401 });
  const job = await getNewestJob(gate.scope, { kind: (await params).kind });
  const shown = job && {
    id: job.id,
    state: job.state,
    done: job.done,
    total: job.total,
    createdAt: job.createdAt,
    updatedAt: job.updatedAt,
  };
  return Response.json({ job: shown }, { headers: { "cache-control": "no-store" } });
}
