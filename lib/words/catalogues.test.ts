import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isPluralElement, isSelectElement, isTagElement, parse } from "@formatjs/icu-messageformat-parser";
import { describe, expect, test } from "vitest";
import { messages, type Messages } from "./catalogues";
import { LOCALES, type Locale } from "./locale";

type Element = ReturnType<typeof parse>[number];
type Plural = { forms: string[]; isOrdinal: boolean };
type Shape = { arguments: Set<string>; plurals: Plural[] };

const NEEDED: Record<Locale, string[]> = {
  en: ["one", "other"],
  fa: ["other"],
  ar: ["few", "many", "one", "other", "two", "zero"],
};
const LITERAL = 0;
const POUND = 7;

const namespaces = new Set(LOCALES.flatMap((locale) => filesOf(locale)));

function filesOf(locale: Locale): string[] {
  return readdirSync(path.join(import.meta.dirname, locale)).map((file) => file.replace(/\.json$/, ""));
}

function textsOf(locale: Locale, namespace: string): Map<string, string> {
  const file = path.join(import.meta.dirname, locale, `${namespace}.json`);
  return new Map(flat(JSON.parse(readFileSync(file, "utf8")) as Messages, ""));
}

function flat(tree: Messages, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
  );
}

function shapeOf(text: string): Shape {
  const shape: Shape = { arguments: new Set(), plurals: [] };
  collect(parse(text), shape);
  return shape;
}

function collect(elements: Element[], shape: Shape): void {
  for (const element of elements) {
    if (element.type === LITERAL || element.type === POUND) continue;
    shape.arguments.add(isTagElement(element) ? `<${element.value}>` : element.value);
    if (isTagElement(element)) collect(element.children, shape);
    if (!isPluralElement(element) && !isSelectElement(element)) continue;
    if (isPluralElement(element)) {
      const forms = Object.keys(element.options).filter((form) => !form.startsWith("="));
      shape.plurals.push({ forms, isOrdinal: element.pluralType === "ordinal" });
    }
    for (const option of Object.values(element.options)) collect(option.value, shape);
  }
}

describe.each([...namespaces].sort())("catalogue %s", (namespace) => {
  test("has a file in every language", () => {
    for (const locale of LOCALES)
      expect([locale, filesOf(locale).includes(namespace)]).toEqual([locale, true]);
  });

  test("has the same keys in every language, and no empty text", () => {
    const keys = [...textsOf("en", namespace).keys()].sort();
    for (const locale of LOCALES) {
      const texts = textsOf(locale, namespace);
      expect([locale, ...[...texts.keys()].sort()]).toEqual([locale, ...keys]);
      expect([...texts].filter(([, text]) => text.trim() === "")).toEqual([]);
    }
  });

  test("writes keys in camelCase", () => {
    for (const key of textsOf("en", namespace).keys())
      expect(key).toMatch(/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*$/);
  });

  test("asks for the same values in every language", () => {
    for (const [key, english] of textsOf("en", namespace)) {
      const wanted = [...shapeOf(english).arguments].sort();
      for (const locale of LOCALES) {
        const own = [...shapeOf(textsOf(locale, namespace).get(key) ?? "").arguments].sort();
        expect([locale, key, own]).toEqual([locale, key, wanted]);
      }
    }
  });

  test("gives every plural the forms its language needs: six in Arabic, one and other in English, other in Persian", () => {
    for (const locale of LOCALES) {
      for (const [key, text] of textsOf(locale, namespace)) {
        for (const { forms, isOrdinal } of shapeOf(text).plurals) {
          const missing = isOrdinal ? [] : NEEDED[locale].filter((form) => !forms.includes(form));
          expect([locale, key, missing]).toEqual([locale, key, []]);
        }
      }
    }
  });
});

describe("messages", () => {
  test("loads the asked namespaces of a language", async () => {
    const fa = await messages("fa", ["common"]);
    expect(Object.keys(fa)).toEqual(["common"]);
    expect(fa.common?.bands).toMatchObject({ atRisk: "در معرض خطر", unknown: "نامشخص" });
  });

  test("a namespace that has no file is an error, not an empty page", async () => {
    await expect(messages("en", ["nonesuch"])).rejects.toThrow();
  });
});
