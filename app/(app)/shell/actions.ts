"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { signOut, switchWorkspace } from "@/auth";
import { savePreferences } from "@/flows/people";
import { DIGITS, LOCALES } from "@/lib/words/locale";
import { action } from "../../action";
import { THEMES } from "../../theme";

const YEAR_S = 365 * 24 * 60 * 60;

const Preferences = z.object({
  locale: z.enum(LOCALES).optional(),
  theme: z.enum(THEMES).optional(),
  digits: z.enum(["auto", ...DIGITS]).optional(),
  hasKeys: z.boolean().optional(),
});

/** Keeps a choice of language, theme, digits or keys: with the person and in this browser's cookies. */
export const setPreferencesAction = action({
  may: null,
  form: Preferences,
  flow: async ({ scope }, { locale, theme, digits, hasKeys }) => {
    const kept = digits === "auto" ? null : digits;
    const answer = await savePreferences(scope, { locale, theme, digits: kept, hasShortcuts: hasKeys });
    if (answer.ok) {
      await keepCookies({
        vafa_locale: locale,
        vafa_theme: theme,
        vafa_digits: digits,
        vafa_keys: hasKeys === undefined ? undefined : hasKeys ? "on" : "off",
      });
    }
    return answer;
  },
});

/** Makes another of the person's workspaces the current one. */
export const switchWorkspaceAction = action({
  may: null,
  form: z.object({ slug: z.string().max(200) }),
  flow: (_gate, { slug }) => switchWorkspace(slug),
});

/** Ends the session of this browser. */
export const signOutAction = action({
  may: null,
  form: z.object({}),
  flow: async () => {
    await signOut();
    return { ok: true };
  },
});

async function keepCookies(values: Record<string, string | undefined>): Promise<void> {
  const jar = await cookies();
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) jar.set(name, value, { maxAge: YEAR_S, sameSite: "lax", path: "/" });
  }
}
