import { readiness } from "@/flows/readiness";

export const dynamic = "force-dynamic";

/** Whether pages can be served: database reachable, migrations applied, background work alive. 503 while not. */
export async function GET(): Promise<Response> {
  const { isReady, ...parts } = await readiness(new Date());
  return Response.json(parts, { status: isReady ? 200 : 503 });
}
