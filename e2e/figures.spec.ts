import type { Locator, Page } from "@playwright/test";
import type { FigureRowsAnswer } from "@/components/figure/rows-answer";
import { expect, test } from "./fixtures";
import { openList } from "./lists";

const STORY_MS = 300_000;
test.setTimeout(STORY_MS);

/** The words around every figure, from the catalogue of the language of the story. */
const WORDS = {
  en: {
    computed: "is computed",
    show: /^Show the (\d|rows|row)/,
    close: "Close",
    equals: /equals the figure/,
  },
  fa: { computed: "محاسبه", show: /^نمایش/, close: "بستن", equals: /رقم برابر/ },
};

/** Opens one figure by keyboard (a resting pointer would show other figures), checks its definition, its count and that its rows give it; answers how many rows there were. */
async function openFigure(page: Page, figure: Locator, language: keyof typeof WORDS): Promise<number> {
  const words = WORDS[language];
  const name = await figure.getAttribute("data-figure");
  await figure.scrollIntoViewIfNeeded();
  await figure.focus();
  await page.keyboard.press("Enter");
  const definition = page.getByRole("dialog");
  await expect(definition, `${name} opens its definition`).toBeVisible();
  expect((await definition.innerText()).length, `${name} says what it means`).toBeGreaterThan(60);

  const answered = page.waitForResponse((response) => response.url().includes(`/api/figures/${name}?`));
  await definition.getByRole("button", { name: words.show }).press("Enter");
  const response = await answered;
  expect(response.status(), `${name} has rows`).toBe(200);
  const rows = (await response.json()) as FigureRowsAnswer;
  checkSum(name ?? "", rows);

  const drawer = page.getByRole("dialog");
  if (rows.count > 0)
    await expect(drawer.getByText(words.equals), `${name} adds up on the page`).toBeVisible();
  await expect(drawer.getByRole("link", { name: /CSV/ })).toHaveAttribute("href", /format=csv/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  return rows.count;
}

function checkSum(name: string, { rows, total, count, equals, truncated, columns }: FigureRowsAnswer): void {
  expect(equals, `${name}: the rows give the figure`).toBe(true);
  if (truncated) expect(rows.length, `${name} is cut`).toBeLessThan(count);
  else expect(rows.length, `${name} lists all its rows`).toBe(count);
  if (truncated || total === null || total.kind !== "money" || total.value === null) return;
  const sums = columns
    .filter((column) => column.kind === "money")
    .map((column) => rows.reduce((sum, row) => sum + Number(row.cells[column.key] ?? 0), 0));
  expect(sums, `${name}: a column of its rows sums to it`).toContain(total.value);
}

/** Every figure of a page, found by its mark; those inside the list are the same as in its preview. */
async function openAll(page: Page, language: keyof typeof WORDS): Promise<string[]> {
  const figures = page.locator("[data-figure]");
  await expect(figures.first()).toBeVisible();
  const count = await figures.count();
  const names: string[] = [];
  for (let place = 0; place < count; place += 1) {
    const figure = figures.nth(place);
    if (!(await figure.isVisible())) continue;
    names.push((await figure.getAttribute("data-figure")) ?? "");
    await openFigure(page, figure, language);
  }
  return names;
}

for (const language of ["en", "fa"] as const) {
  test.describe(`every number opens (${language})`, () => {
    test.use({ role: "csm", language });

    test("Today: four headline figures and the three of a preview", async ({ page }) => {
      await openList(page, "/today");
      await page.getByRole("table").getByRole("link").first().focus();
      await page.keyboard.press("Space");
      await expect(page.getByRole("complementary").locator("[data-figure]")).toHaveCount(3);
      expect(await openAll(page, language)).toEqual([
        "expected-loss",
        "revenue-at-risk",
        "decisions-60",
        "accounts-at-risk",
        "account-health",
        "account-churn",
        "account-expected-loss",
      ]);
    });

    test("Accounts: the totals of the list and of each group", async ({ page }) => {
      await openList(page, "/accounts?group=band&closed=critical,at_risk,watch,healthy,unknown");
      const names = await openAll(page, language);
      for (const figure of ["accounts", "deciding-arr", "expected-loss", "revenue-at-risk", "mean-health"])
        expect(names).toContain(figure);
    });

    test("Account: all figures of the first account of the worklist", async ({ page }) => {
      await openList(page, "/today");
      await page.getByRole("table").getByRole("link").first().press("Enter");
      await page.waitForURL(/\/accounts\/[0-9a-f-]{36}/);
      await expect(page.locator("[data-card]").first()).toBeVisible();
      await expect(page.locator("[data-waiting]")).toHaveCount(0);
      const names = await openAll(page, language);
      for (const figure of ["account-health", "account-churn", "account-expected-loss", "account-arr"])
        expect(names).toContain(figure);
    });
  });
}

test("the rows of a figure are exported as CSV with a head in the reader's language", async ({ page }) => {
  await page.goto("/today");
  const answer = await page.request.get("/api/figures/expected-loss?band=critical,at_risk&format=csv");
  expect(answer.headers()["content-type"]).toContain("text/csv");
  const bytes = await answer.body();
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.toString("utf8").trim().split("\r\n");
  expect(lines[0]).toContain("Expected loss, 90 days");
  const json = (await (
    await page.request.get("/api/figures/expected-loss?band=critical,at_risk")
  ).json()) as FigureRowsAnswer;
  expect(lines.length - 1).toBe(json.count);
});

test.describe("somebody who may not read money", () => {
  test.use({ role: "viewer" });

  test("gets no amount: neither a figure of money nor a column of it", async ({ page }) => {
    expect((await page.request.get("/api/figures/expected-loss")).status()).toBe(404);
    const rows = (await (await page.request.get("/api/accounts")).json()) as { rows: { money: unknown }[] };
    expect(rows.rows.map((row) => row.money)).toEqual(rows.rows.map(() => null));
    const csv = await (await page.request.get("/api/accounts/export")).text();
    expect(csv.split("\r\n")[0]).not.toContain("ARR");
    await page.goto("/accounts");
    await expect(page.getByRole("columnheader", { name: "ARR" })).toHaveCount(0);
  });
});
