import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";
import { homeOf, type Role } from "@/lib/roles";
import type { Locale } from "@/lib/words/locale";

export { expect } from "@playwright/test";

export const BASE_URL = process.env.E2E_URL ?? "http://localhost:3000";

const DEMO: Record<Role, string> = {
  csm: "csm@demo.vafa",
  executive: "exec@demo.vafa",
  admin: "admin@demo.vafa",
  viewer: "viewer@demo.vafa",
};

type StorageState = Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>>;

type Options = {
  /** Who is signed in, by the demo person of the role; null for nobody. */
  role: Role | null;
  language: Locale;
  theme: "light" | "dark";
};

type Fixtures = {
  /** Fails a story whose pages break a security rule or throw, whatever else it looks at. */
  quietConsole: void;
};

type WorkerFixtures = {
  /** Signs in each role once a worker, through the page. */
  sessionOf: (role: Role) => Promise<StorageState>;
};

/** `page` is signed in as `role`, in `language` and `theme`; choose them with `test.use({ role: "admin", language: "fa" })`. */
export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  role: ["csm", { option: true }],
  language: ["en", { option: true }],
  theme: ["light", { option: true }],

  sessionOf: [
    async ({ browser }, provide) => {
      const known = new Map<Role, Promise<StorageState>>();
      await provide((role) => {
        const session = known.get(role) ?? signedIn(role);
        known.set(role, session);
        return session;
      });

      async function signedIn(role: Role): Promise<StorageState> {
        const context = await browser.newContext({ baseURL: BASE_URL, locale: "en-US" });
        const page = await context.newPage();
        await signInAs(page, role);
        const state = await context.storageState();
        await context.close();
        return state;
      }
    },
    { scope: "worker" },
  ],

  storageState: async ({ role, language, theme, sessionOf }, provide) => {
    const { cookies, origins } = role ? await sessionOf(role) : { cookies: [], origins: [] };
    const kept = cookies.filter((cookie) => cookie.name !== "vafa_locale" && cookie.name !== "vafa_theme");
    await provide({
      cookies: [...kept, cookieOf("vafa_locale", language), cookieOf("vafa_theme", theme)],
      origins,
    });
  },

  quietConsole: [
    async ({ page }, provide) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(error.message));
      page.on("console", (message) => {
        if (/Content Security Policy|MISSING_MESSAGE|Hydration|hydrat/i.test(message.text()))
          faults.push(message.text());
      });
      await provide();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

/** The password of the demo people of the server under test. */
export function demoPassword(): string {
  const password = process.env.VAFA_DEMO_PASSWORD;
  if (!password) throw new Error("Set VAFA_DEMO_PASSWORD to the password that start printed.");
  return password;
}

/** Signs in through the page and waits for the first page of the role. Works in every language. */
export async function signInAs(page: Page, role: Role): Promise<void> {
  await page.goto("/sign-in");
  await fillIn(page, DEMO[role], demoPassword());
  await page.waitForURL(`**${homeOf(role)}`);
}

/** Types both fields and sends the form. */
export async function fillIn(page: Page, email: string, password: string): Promise<void> {
  const form = page.locator("form").filter({ has: page.locator("input[name=password]") });
  await form.locator("input[name=email]").fill(email);
  await form.locator("input[name=password]").fill(password);
  await form.locator("button[type=submit]").click();
}

/** Nothing on the page breaks WCAG 2.2 AA as far as axe can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const found = violations.map(
    (each) => `${each.id}: ${each.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`,
  );
  expect(found).toEqual([]);
}

function cookieOf(name: string, value: string): StorageState["cookies"][number] {
  const { hostname } = new URL(BASE_URL);
  return {
    name,
    value,
    domain: hostname,
    path: "/",
    expires: -1,
    httpOnly: false,
    secure: false,
    sameSite: "Lax",
  };
}
