import { readdir } from "node:fs/promises";
import path from "node:path";
import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { currentSession } from "@/auth";
import { messages, type Messages } from "@/lib/words/catalogues";
import { DIGITS, digitsOf, isLocale, languageTag, type Digits, type Locale } from "@/lib/words/locale";

/** A namespace is a file; server components may use any of them, browsers get those a page sends with PageWords. */
const FOLDER = path.join(process.cwd(), "lib", "words", "en");
let namespaces: Promise<string[]> | null = null;

/** The language of a request, with the digits and calendar its numbers and dates are written in. */
export default getRequestConfig(async () => {
  // A dead database must not keep the page from saying so.
  const session = await currentSession().catch(() => null);
  const jar = await cookies();
  const locale = await chosenLocale(jar.get("vafa_locale")?.value, session?.person.locale ?? null);
  const country = session?.workspace.country ?? "";
  const chosen = jar.get("vafa_digits")?.value ?? session?.person.digits ?? null;
  const calendar = session?.workspace.calendar ?? (locale === "fa" ? "persian" : "gregory");
  const digits = digitsOf(locale, country, isDigits(chosen) ? chosen : null);
  return {
    locale: languageTag({ locale, digits, calendar, country }),
    messages: await allMessages(locale),
    timeZone: session?.workspace.zone ?? "UTC",
  };
});

async function allMessages(locale: Locale): Promise<Record<string, Messages>> {
  // A file that came after the build is not in it yet; its words are missing, not every page.
  const loads = (await listNamespaces()).map((name) => messages(locale, [name]).catch(() => ({})));
  return Object.assign({}, ...(await Promise.all(loads))) as Record<string, Messages>;
}

function listNamespaces(): Promise<string[]> {
  const isFixed = process.env.NODE_ENV === "production";
  if (namespaces === null || !isFixed) {
    namespaces = readdir(FOLDER).then((files) => files.map((file) => path.basename(file, ".json")));
  }
  return namespaces;
}

/** This browser's choice, else the person's, else the first of the browser's languages that Vafa speaks, else English. */
async function chosenLocale(cookie: string | undefined, person: Locale | null): Promise<Locale> {
  if (isLocale(cookie)) return cookie;
  if (person !== null) return person;
  const accepted = (await headers()).get("accept-language") ?? "";
  const wanted = accepted
    .split(",")
    .map((part) => /^\s*([a-z]{2,3})\b[^;]*(?:;\s*q=([\d.]+))?/i.exec(part))
    .flatMap((hit) => (hit?.[1] ? [{ language: hit[1].toLowerCase(), weight: Number(hit[2] ?? 1) }] : []))
    .sort((a, b) => b.weight - a.weight)
    .map((each) => each.language);
  return wanted.find(isLocale) ?? "en";
}

function isDigits(text: string | null): text is Digits {
  return DIGITS.some((digits) => digits === text);
}
