import type { Locale } from "./locale";

/** Messages of a namespace: ICU texts under nested camelCase keys. */
export type Messages = { [key: string]: string | Messages };

/**
 * The catalogues of a language for next-intl, one entry a namespace. A namespace is a file
 * `lib/words/<language>/<namespace>.json` in each language; there is no list of them. A missing file throws.
 */
export async function messages(
  locale: Locale,
  namespaces: readonly string[],
): Promise<Record<string, Messages>> {
  const entries = namespaces.map(async (namespace) => [namespace, await load(locale, namespace)] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function load(locale: Locale, namespace: string): Promise<Messages> {
  const file = (await import(`./${locale}/${namespace}.json`)) as { default: Messages };
  return file.default;
}
