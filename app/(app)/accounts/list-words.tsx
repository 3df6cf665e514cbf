import type { ReactNode } from "react";
import { getLocale } from "next-intl/server";
import { WordsProvider } from "@/components/words-provider";
import { messages, type Messages } from "@/lib/words/catalogues";
import { localeOf } from "@/lib/words/locale";

/** Of the words of the Account page, those that the preview of an account needs. */
const PREVIEW_WORDS = ["timeline", "contacts"];

/** Sends the words of a list to its client components: its own namespaces, and what the preview borrows from Account. */
export async function ListWords({ names, children }: { names: readonly string[]; children: ReactNode }) {
  const { account, ...own } = await messages(localeOf(await getLocale()), [...names, "account"]);
  const borrowed: Messages = Object.fromEntries(PREVIEW_WORDS.map((key) => [key, account?.[key] ?? {}]));
  return <WordsProvider messages={{ ...own, account: borrowed }}>{children}</WordsProvider>;
}
