import { getLocale, getTranslations } from "next-intl/server";
import { gate } from "@/auth";
import { snapshotDay } from "@/lib/period";
import { isLocale } from "@/lib/words/locale";
import type { FigureContext } from "./registry-type";

/** Who asks, of which workspace, at which instant and in which words; redirects to sign-in without a session. */
export async function figureContext(limit: number): Promise<{ scope: Awaited<ReturnType<typeof gate>>["scope"]; context: FigureContext }> {
  const [{ scope, person, workspace, role }, tag, t] = await Promise.all([gate(), getLocale(), getTranslations()]);
  const language = tag.split("-")[0];
  const asOf = workspace.asOf ?? new Date();
  const context: FigureContext = {
    role,
    userId: person.id,
    workspace,
    asOf,
    today: snapshotDay(asOf, workspace.zone),
    locale: isLocale(language) ? language : "en",
    t: (key, values) => t(key, values),
    limit,
  };
  return { scope, context };
}
