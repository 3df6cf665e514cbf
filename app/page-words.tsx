import type { ReactNode } from "react";
import { getLocale } from "next-intl/server";
import { WordsProvider } from "@/components/words-provider";
import { messages } from "@/lib/words/catalogues";
import { localeOf } from "@/lib/words/locale";

/** Sends the words of a page to its client components; those of the shell are already there. */
export async function PageWords({ names, children }: { names: string[]; children: ReactNode }) {
  const words = await messages(localeOf(await getLocale()), names);
  return <WordsProvider messages={words}>{children}</WordsProvider>;
}
