"use server";

import { cookies } from "next/headers";
import { gate, signOut, switchWorkspace } from "@/auth";
import { savePreferences } from "@/flows/people";
import { refuse, type Answer } from "@/lib/answer";
import { z } from "zod";

const YEAR_S = 365 * 24 * 60 * 60;

const Preferences = z.object({
  locale: z.enum(["en", "fa", "ar"]).optional(),
  theme: z.enum(["light", "dark", "system"]).optional(),
  digits: z.enum(["auto", "latn", "arabext", "arab"]).optional(),
  hasKeys: z.boolean().optional(),
});

/** Keeps a choice of language, theme, digits or keys: in this browser's cookies and with the person. */
export async function setPreferencesAction(input: z.infer<typeof Preferences>): Promise<Answer> {
  const { scope } = await gate();
  const parsed = Preferences.safeParse(input);
  if (!parsed.success) return refuse("errors.badRequest");
  const { locale, theme, digits, hasKeys } = parsed.data;
  const saved = await savePreferences(scope, {
    locale,
    theme,
    digits: digits === "auto" ? null : digits,
    hasShortcuts: hasKeys,
  });
  if (!saved.ok) return saved;
  const jar = await cookies();
  const keep = (name: string, value: string | undefined) =>
    value === undefined ? undefined : jar.set(name, value, { maxAge: YEAR_S, sameSite: "lax", path: "/" });
  keep("vafa_locale", locale);
  keep("vafa_theme", theme);
  keep("vafa_digits", digits);
  keep("vafa_keys", hasKeys === undefined ? undefined : hasKeys ? "on" : "off");
  return { ok: true };
}

/** Makes another of the person's workspaces the current one. */
export async function switchWorkspaceAction(slug: string): Promise<Answer> {
  await gate();
  return switchWorkspace(z.string().max(200).parse(slug));
}

/** Ends the session of this browser. */
export async function signOutAction(): Promise<void> {
  await signOut({ redirectTo: "/sign-in" });
}
