export const dynamic = "force-dynamic";

/** Whether the process answers at all; says nothing of the database. */
export function GET(): Response {
  return Response.json({ ok: true });
}
