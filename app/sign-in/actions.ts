"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { signIn } from "@/auth";
import { isDatabaseDown } from "@/db/down";
import type { Person } from "@/db/queries/people";
import { isLocale } from "@/lib/words/locale";
import { fieldsOf, refusedFields } from "../action";
import type { SignInAttempt } from "./attempt";
import { returnPath } from "./return-path";

const YEAR_S = 365 * 24 * 60 * 60;
const MINUTES_FROM_S = 120;

const Credentials = z.object({
  email: z
    .string()
    .trim()
    .min(1, { error: "signIn.emailMissing" })
    .pipe(z.email({ error: "signIn.emailInvalid" }).max(254, { error: "signIn.emailInvalid" })),
  password: z
    .string()
    .min(1, { error: "signIn.passwordMissing" })
    .max(1000, { error: "signIn.passwordTooLong" }),
  to: z.string().optional(),
});

/** Signs in and goes on to the page asked for, or to the first page of the role. */
export async function signInAction(_previous: SignInAttempt, form: FormData): Promise<SignInAttempt> {
  const fields = fieldsOf(form);
  const email = typeof fields.email === "string" ? fields.email.slice(0, 254) : "";
  const refused = (message: string | null, rest: Partial<SignInAttempt> = {}): SignInAttempt => {
    return { email, message, params: {}, fields: {}, ...rest };
  };
  const parsed = Credentials.safeParse(fields);
  if (!parsed.success) return refused(null, { fields: refusedFields(parsed.error).fields });
  let answer;
  try {
    answer = await signIn({ ...parsed.data, locale: await cookieLocale() });
  } catch (error) {
    if (isDatabaseDown(error)) return refused("errors.databaseDown");
    throw error;
  }
  if (answer.ok) {
    await keepPreferences(answer.person);
    redirect(returnPath(parsed.data.to) ?? answer.home);
  } else if (answer.reason === "no_workspace") {
    return refused("signIn.noWorkspace");
  } else {
    return answer.waitSeconds > 0 ? refused(...waitMessage(answer.waitSeconds)) : refused("signIn.wrong");
  }
}

function waitMessage(seconds: number): [string, Partial<SignInAttempt>] {
  const minutes = Math.ceil(seconds / 60);
  return seconds < MINUTES_FROM_S
    ? ["signIn.waitSeconds", { params: { seconds } }]
    : ["signIn.waitMinutes", { params: { minutes } }];
}

/** Changes the language before anybody has signed in; what is typed in the form stays. */
export async function chooseLocaleAction(form: FormData): Promise<void> {
  const locale = form.get("locale");
  if (isLocale(locale)) await keep("vafa_locale", locale);
}

async function cookieLocale() {
  const locale = (await cookies()).get("vafa_locale")?.value;
  return isLocale(locale) ? locale : null;
}

/** What the person chose elsewhere, in this browser too; what was chosen here already wins. */
async function keepPreferences({ locale, theme, digits, hasShortcuts }: Person): Promise<void> {
  const jar = await cookies();
  const chosen = {
    vafa_locale: locale,
    vafa_theme: theme,
    vafa_digits: digits,
    vafa_keys: hasShortcuts ? null : "off",
  };
  for (const [name, value] of Object.entries(chosen)) {
    if (value !== null && !jar.has(name)) await keep(name, value);
  }
}

async function keep(name: string, value: string): Promise<void> {
  (await cookies()).set(name, value, { maxAge: YEAR_S, sameSite: "lax", path: "/" });
}
