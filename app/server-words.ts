import { createTranslator, type Messages } from "next-intl";
import { getLocale } from "next-intl/server";
import { messages } from "@/lib/words/catalogues";
import { localeOf } from "@/lib/words/locale";

/** Words of a few namespaces on the server, keys beginning with the namespace: t("today.title"). */
export type ServerWords = Awaited<ReturnType<typeof serverWords>>["t"];

/** The reader's language and the words of the given namespaces, for server components and route handlers. */
export async function serverWords(names: readonly string[]) {
  const tag = await getLocale();
  const locale = localeOf(tag);
  const words: Messages = await messages(locale, names);
  return { locale, t: createTranslator({ locale: tag, messages: words }) };
}
