import type { APIRequestContext, Page } from "@playwright/test";
import { v7 } from "uuid";
import type { FigureRowsAnswer } from "@/components/figure/rows-answer";
import { withScope } from "@/db/client";
import { accounts } from "@/db/schema";
import { testWorkspace } from "@/db/test-workspace";
import type { TimelineEntry } from "@/lib/timeline";
import { expect, expectAccessible, test } from "./fixtures";
import { openList } from "./lists";

const WORDS = {
  en: { today: "Today", next: "Next account", previous: "Previous account", filter: "Channel" },
  fa: {
    today: "امروز",
    next: "مشتری بعدی در فهرست",
    previous: "مشتری پیشین در فهرست",
    filter: "کانال",
  },
};

/** Opens the first account of the worklist from Today; answers its id. */
async function openFirst(page: Page): Promise<string> {
  await openList(page, "/today");
  await page.getByRole("table").getByRole("link").first().click();
  await page.waitForURL(/\/accounts\/[0-9a-f-]{36}/);
  return accountOf(page);
}

function accountOf(page: Page): string {
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

/** All sections have arrived. */
async function settled(page: Page) {
  await expect(page.locator("[data-card]").first()).toBeVisible();
  await expect(page.locator("[data-waiting]")).toHaveCount(0);
}

/** Keys are heard a moment after the link that shows them is drawn; pressed again they lead to the same place. */
async function pressUntil(page: Page, key: string, isThere: () => boolean) {
  await expect(async () => {
    if (!isThere()) await page.keyboard.press(key);
    await expect.poll(isThere, { timeout: 8_000 }).toBe(true);
  }).toPass();
}

async function rowsOf(
  request: APIRequestContext,
  figure: string,
  account: string,
): Promise<FigureRowsAnswer> {
  const answer = await request.get(`/api/figures/${figure}?account=${account}`);
  expect(answer.status(), figure).toBe(200);
  return (await answer.json()) as FigureRowsAnswer;
}

function sumOf({ rows }: FigureRowsAnswer, column: string): number {
  return rows.reduce((sum, row) => sum + Number(row.cells[column] ?? 0), 0);
}

for (const language of ["en", "fa"] as const) {
  test.describe(`an account (${language})`, () => {
    test.use({ role: "csm", language });

    test("opens from Today, shows where it stands there, and has nothing that axe finds", async ({
      page,
    }) => {
      await openFirst(page);
      await settled(page);
      await expect(page.getByRole("link", { name: WORDS[language].today }).first()).toHaveAttribute(
        "href",
        /^\/today/,
      );
      await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
      await expectAccessible(page);
    });

    test("J goes to the next account of the list, K back, Escape to the list itself", async ({ page }) => {
      const first = await openFirst(page);
      await settled(page);
      await expect(page.getByRole("link", { name: WORDS[language].next })).toBeVisible();
      await pressUntil(page, "j", () => accountOf(page) !== first);
      await expect(page).toHaveURL(/from=today/);
      await expect(page.getByRole("link", { name: WORDS[language].previous })).toBeVisible();
      await pressUntil(page, "k", () => accountOf(page) === first);
      await pressUntil(page, "Escape", () => new URL(page.url()).pathname === "/today");
    });

    test("the timeline shows one channel, and the address keeps it", async ({ page }) => {
      const account = await openFirst(page);
      await settled(page);
      const whole = await page.request.get(`/api/accounts/${account}/timeline`);
      const { entries } = (await whole.json()) as { entries: TimelineEntry[] };
      expect(entries.map((entry) => entry.at)).toEqual(
        entries
          .map((entry) => entry.at)
          .toSorted()
          .toReversed(),
      );
      const channels = page.getByRole("group", { name: WORDS[language].filter });
      await channels.getByRole("button").nth(1).click();
      await expect(page).toHaveURL(/channel=[a-z]+/);
      await expect(channels.getByRole("button").nth(1)).toHaveAttribute("aria-pressed", "true");
      const channel = new URL(page.url()).searchParams.get("channel");
      await page.reload();
      await expect(channels.getByRole("button").nth(1)).toHaveAttribute("aria-pressed", "true");
      const some = await page.request.get(`/api/accounts/${account}/timeline?channel=${channel}`);
      const filtered = (await some.json()) as { entries: TimelineEntry[] };
      expect(new Set(filtered.entries.map((entry) => entry.channel))).toEqual(new Set([channel]));
      expect(filtered.entries.length).toBeGreaterThan(0);
    });
  });
}

test.describe("the figures of an account", () => {
  test.use({ role: "csm" });

  test("add up: points to the score, parts to the change, subscriptions to ARR, parts to the expected loss", async ({
    page,
  }) => {
    const account = await openFirst(page);
    await settled(page);
    const { request } = page;
    const health = await rowsOf(request, "account-health", account);
    expect(sumOf(health, "points")).toBeCloseTo(health.total?.value ?? NaN, 6);
    expect(sumOf(health, "possible")).toBeCloseTo(100, 6);
    const change = await rowsOf(request, "account-change", account);
    const parts = ["behaviour", "missing", "configuration"].map((part) => sumOf(change, part));
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(change.total?.value ?? 0, 6);
    const arr = await rowsOf(request, "account-arr", account);
    expect(sumOf(arr, "arr")).toBe(arr.total?.value);
    const loss = await rowsOf(request, "account-expected-loss", account);
    expect(sumOf(loss, "loss")).toBe(loss.total?.value);
    const coverage = await rowsOf(request, "account-coverage", account);
    expect(sumOf(coverage, "counted")).toBeCloseTo(coverage.total?.value ?? NaN, 6);
    expect([health, change, arr, loss, coverage].map((figure) => figure.equals)).toEqual([
      true,
      true,
      true,
      true,
      true,
    ]);
  });

  test("on the page: the points in the table are the total, and as many subscriptions are listed as make up ARR", async ({
    page,
  }) => {
    const account = await openFirst(page);
    await settled(page);
    const table = page.getByRole("table", { name: "What the score is made of, by group and measure" });
    const rows = table.getByRole("row").filter({ has: page.locator("[data-figure=account-measure]") });
    const points = await rows.locator("td:nth-of-type(3)").allInnerTexts();
    const shown = points.map((text) => parseFloat(text)).filter((value) => !Number.isNaN(value));
    const total = parseFloat(
      await table
        .getByRole("row", { name: /^Total/ })
        .locator("td:nth-of-type(3)")
        .innerText(),
    );
    const sum = shown.reduce((all, value) => all + value, 0);
    expect(Math.abs(sum - total)).toBeLessThanOrEqual(0.05 * (shown.length + 1));
    const arr = await rowsOf(page.request, "account-arr", account);
    const listed = page
      .getByRole("table", { name: "Running subscriptions of this account" })
      .getByRole("row");
    await expect(listed).toHaveCount(arr.count + 2);
  });

  test("every raw value is made once more from its rows", async ({ page }) => {
    const account = await openFirst(page);
    await settled(page);
    const measures = await page.locator("[data-figure=account-measure]").evaluateAll((nodes) => nodes.length);
    expect(measures).toBeGreaterThan(5);
    const health = await rowsOf(page.request, "account-health", account);
    for (const { id } of health.rows) {
      const answer = await page.request.get(`/api/figures/account-measure?account=${account}&measure=${id}`);
      expect(((await answer.json()) as FigureRowsAnswer).equals, id).toBe(true);
    }
  });
});

test("an account of another workspace, an unknown and a malformed id are the same 404", async ({ page }) => {
  const other = await strangeAccount();
  const answers = [];
  for (const id of [other, v7(), "nonsense"]) {
    const answer = await page.request.get(`/accounts/${id}`);
    const timeline = await page.request.get(`/api/accounts/${id}/timeline`);
    const figure = await page.request.get(`/api/figures/account-health?account=${id}`);
    answers.push([answer.status(), timeline.status(), figure.status()]);
  }
  expect(answers).toEqual([
    [404, 404, 404],
    [404, 404, 404],
    [404, 404, 404],
  ]);
  await page.goto(`/accounts/${other}`);
  await expect(page.getByRole("heading", { level: 1, name: "There is no such page." })).toBeVisible();
});

test("a cursor that is none is refused and changes nothing", async ({ page }) => {
  const account = await openFirst(page);
  const answer = await page.request.get(`/api/accounts/${account}/timeline?before=yesterday`);
  expect(answer.status()).toBe(400);
});

test.describe("somebody who may not read money", () => {
  test.use({ role: "viewer" });

  test("sees the account without any amount, and money figures are not there", async ({ page }) => {
    const list = (await (await page.request.get("/api/accounts")).json()) as {
      rows: { accountId: string }[];
    };
    const account = list.rows[0]?.accountId ?? "";
    await page.goto(`/accounts/${account}`);
    await settled(page);
    await expect(page.locator("[data-figure=account-health]").first()).toBeVisible();
    await expect(page.locator("[data-figure=account-arr], [data-figure=account-expected-loss]")).toHaveCount(
      0,
    );
    expect(await page.locator("main").innerText()).not.toMatch(/\$\s?\d/);
    for (const figure of ["account-arr", "account-expected-loss", "account-past-due"]) {
      expect((await page.request.get(`/api/figures/${figure}?account=${account}`)).status()).toBe(404);
    }
    const timeline = await page.request.get(`/api/accounts/${account}/timeline?channel=invoice`);
    const { entries } = (await timeline.json()) as { entries: TimelineEntry[] };
    expect(entries.map((entry) => entry.amountMinor)).toEqual(entries.map(() => null));
  });
});

test.describe("on a phone", () => {
  test.use({ role: "csm", viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the account fits its width", async ({ page }) => {
    await openFirst(page);
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });
});

/** An account in a workspace that the demo people do not belong to. */
async function strangeAccount(): Promise<string> {
  const { scope, workspaceId } = await testWorkspace();
  const id = v7();
  const now = new Date();
  await withScope(scope, ({ db }) =>
    db.insert(accounts).values({
      workspaceId,
      id,
      source: "test",
      externalId: "1",
      name: "Elsewhere",
      nameFolded: "elsewhere",
      currency: "USD",
      custom: {},
      contentHash: new Uint8Array([0]),
      occurredAt: now,
      recordedAt: now,
    }),
  );
  return id;
}
