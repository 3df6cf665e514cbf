import type { ReactNode } from "react";
import { cookies } from "next/headers";
import { gate } from "@/auth";
import { FormatProvider } from "@/components/format-context";
import { getFreshness } from "@/db/queries/sources";
import { localDay } from "@/lib/period";
import { messages } from "@/lib/words/catalogues";
import { fold } from "@/lib/words/fold";
import { DIGITS, digitsOf, isLocale, LOCALES, type Digits } from "@/lib/words/locale";
import { PageWords } from "../page-words";
import { pagesOf, type ShellPage } from "./shell/pages";
import { Shell } from "./shell/shell";
import type { ShellPreferences, ShellState } from "./shell/state";

const WORDS = ["common", "nav", "shell", "palette", "keys", "states", "table", "figure"];

/** The signed-in frame: who reads, in which workspace, in which words, digits, calendar and money. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const { scope, person, workspace, role, memberships } = await gate();
  const now = new Date();
  const [preferences, freshness, pages] = await Promise.all([
    readPreferences(),
    getFreshness(scope),
    withNames(pagesOf(role)),
  ]);
  const { zone, calendar, currency, country } = workspace;
  const { locale, digits } = preferences;
  const chosen = isDigits(digits) ? digits : null;
  const settings = { locale, digits: digitsOf(locale, country, chosen), calendar, zone, currency, country };
  const state: ShellState = { pages, person, workspace, memberships, freshness, now, preferences };
  return (
    <PageWords names={WORDS}>
      <FormatProvider settings={settings} today={localDay(workspace.asOf ?? now, zone)}>
        <Shell state={state}>{children}</Shell>
      </FormatProvider>
    </PageWords>
  );
}

async function readPreferences(): Promise<ShellPreferences> {
  const jar = await cookies();
  const read = (name: string) => jar.get(name)?.value;
  const locale = read("vafa_locale");
  const theme = read("vafa_theme");
  const digits = read("vafa_digits");
  return {
    locale: isLocale(locale) ? locale : "en",
    theme: theme === "light" || theme === "dark" ? theme : "system",
    digits: isDigits(digits) ? digits : "auto",
    hasKeys: read("vafa_keys") !== "off",
  };
}

function isDigits(text: string | undefined): text is Digits {
  return DIGITS.some((digits) => digits === text);
}

/** A page is found by its name in any of the three languages. */
async function withNames(pages: ShellPage[]): Promise<ShellState["pages"]> {
  const catalogues = await Promise.all(LOCALES.map((locale) => messages(locale, ["nav"])));
  return pages.map((page) => ({
    ...page,
    names: catalogues.map(({ nav }) => fold(String(nav?.[page.key] ?? page.key))),
  }));
}
