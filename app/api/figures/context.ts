import { gateApi, type Gate } from "@/auth";
import { serverWords } from "@/app/server-words";
import { snapshotDay } from "@/lib/period";
import type { FigureContext } from "./registry-type";

/** The namespaces that labels of rows and exports come from, beside those that a figure names itself. */
const WORDS = ["common", "figures"];

/**
 * Who asks, of which workspace, at which instant and in which words; null when nobody is signed in, which a door answers
 * with 401.
 */
export async function figureContext(
  limit: number,
  words: readonly string[] = [],
): Promise<{ scope: Gate["scope"]; context: FigureContext } | null> {
  const [gate, { locale, t }] = await Promise.all([gateApi(), serverWords([...WORDS, ...words])]);
  if (gate === null) return null;
  const { scope, person, workspace, role } = gate;
  const asOf = workspace.asOf ?? new Date();
  const today = snapshotDay(asOf, workspace.zone);
  return {
    scope,
    context: {
      role,
      userId: person.id,
      workspace,
      asOf,
      today,
      locale,
      t: (key, values) => t(key, values),
      limit,
    },
  };
}

/** What a door answers to somebody who is not signed in. */
export function unauthorized(): Response {
  return Response.json({ error: "unauthorized" }, { status: 401 });
}
