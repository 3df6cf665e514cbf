import type { ReactNode } from "react";
import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import { gate, type Gate } from "@/auth";
import { FormatProvider } from "@/components/format-context";
import { snapshotDay } from "@/lib/period";
import { messages } from "@/lib/words/catalogues";
import { fold } from "@/lib/words/fold";
import { DIGITS, digitsOf, localeOf, LOCALES } from "@/lib/words/locale";
import { PageWords } from "../page-words";
import { themeOf } from "../theme";
import { readFreshness } from "./shell/freshness";
import { pagesOf, type ShellPage } from "./shell/pages";
import { Shell } from "./shell/shell";
import type { ShellPreferences, ShellState } from "./shell/state";

/** Pages behind the sign-in read the database for their reader; none is made at build time. */
export const dynamic = "force-dynamic";

const WORDS = ["common", "errors", "nav", "shell", "palette", "keys", "states", "table", "figure"];

/** The signed-in frame: who reads, in which workspace, in which words, digits, calendar and money. */
export default async function AppLayout({ children }: { children: ReactNode }) {
  const { scope, person, workspace, role, memberships } = await gate();
  const now = new Date();
  const [preferences, freshness, pages] = await Promise.all([
    readPreferences(person),
    readFreshness(scope, workspace.asOf, now),
    withNames(pagesOf(role)),
  ]);
  const { id, slug, name, zone, calendar, currency, country } = workspace;
  const { locale, digits } = preferences;
  const settings = {
    locale,
    digits: digitsOf(locale, country, digits === "auto" ? null : digits),
    calendar,
    zone,
    currency,
    country,
  };
  const state: ShellState = {
    pages,
    person: { name: person.name, email: person.email, initials: person.initials },
    workspace: { id, slug, name },
    memberships: memberships.map((membership) => ({ slug: membership.slug, name: membership.name })),
    freshness,
    now,
    preferences,
  };
  return (
    <PageWords names={WORDS}>
      <FormatProvider settings={settings} today={snapshotDay(workspace.asOf ?? now, zone)}>
        <Shell state={state}>{children}</Shell>
      </FormatProvider>
    </PageWords>
  );
}

/** This browser's choice wins over what was saved with the person. */
async function readPreferences(person: Gate["person"]): Promise<ShellPreferences> {
  const jar = await cookies();
  const digits = jar.get("vafa_digits")?.value ?? person.digits;
  const keys = jar.get("vafa_keys")?.value;
  return {
    locale: localeOf(await getLocale()),
    theme: themeOf(jar.get("vafa_theme")?.value ?? person.theme),
    digits: DIGITS.find((known) => known === digits) ?? "auto",
    hasKeys: keys === undefined ? person.hasShortcuts : keys !== "off",
  };
}

/** A page is found by its name in any of the three languages. */
async function withNames(pages: ShellPage[]): Promise<ShellState["pages"]> {
  const catalogues = await Promise.all(LOCALES.map((locale) => messages(locale, ["nav"])));
  return pages.map((page) => ({
    ...page,
    names: catalogues.map(({ nav }) => fold(String(nav?.[page.key] ?? page.key))),
  }));
}
