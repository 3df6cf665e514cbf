import { expect, expectAccessible, test } from "./fixtures";
import { openList } from "./lists";

const ROW = "tr[data-line]";

test.describe("a customer success manager begins the day", () => {
  test.use({ role: "csm" });

  test("the worklist is ranked by expected loss, and its first account shows why in the preview", async ({
    page,
  }) => {
    await openList(page, "/today");
    const table = page.getByRole("table", { name: "Accounts by expected loss" });
    await expect(table.getByRole("columnheader", { name: /Expected loss/ })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
    const answer = (await (await page.request.get("/api/accounts?band=critical,at_risk")).json()) as {
      rows: { name: string; money: { reportingLossMinor: number } }[];
    };
    const losses = answer.rows.map((row) => row.money.reportingLossMinor);
    expect(losses).toEqual(losses.toSorted((a, b) => b - a));
    await expect(table.getByRole("link").first()).toHaveText(answer.rows[0]?.name ?? "");

    await table.locator(ROW).first().click();
    const peek = page.getByRole("complementary", { name: `Preview of ${answer.rows[0]?.name}` });
    await expect(peek.getByRole("heading", { name: /^Why/ })).toBeVisible();
    await expect(peek.getByRole("heading", { name: "Who to call" })).toBeVisible();
    await expect(page).toHaveURL(/peek=/);
    await page.keyboard.press("Escape");
    await expect(peek).toHaveCount(0);
    await expect(page).not.toHaveURL(/peek=/);
  });

  test("everything is done by keyboard: move, preview, select, extend, clear, open", async ({ page }) => {
    await openList(page, "/today");
    const links = page.getByRole("table").locator(ROW).getByRole("link");
    await page.keyboard.press("j");
    await expect(links.nth(0)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(links.nth(1)).toBeFocused();
    await page.keyboard.press("k");
    await expect(links.nth(0)).toBeFocused();

    await page.keyboard.press("x");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("Shift+X");
    await expect(page.getByText("3 selected")).toBeVisible();
    await expect(page.getByText(/expected loss$/)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByText("3 selected")).toHaveCount(0);

    await page.keyboard.press("Space");
    const peek = page.getByRole("complementary", { name: /^Preview of/ });
    await expect(peek).toBeVisible();
    const third = await links.nth(2).innerText();
    await expect(peek).toHaveAccessibleName(`Preview of ${third}`);
    await page.keyboard.press("k");
    await expect(peek).toHaveAccessibleName(`Preview of ${await links.nth(1).innerText()}`);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/accounts\/[0-9a-f-]{36}/);
  });

  test("filters stand in the address, survive a reload, and the last one can be taken away when nothing is left", async ({
    page,
  }) => {
    await openList(page, "/today");
    await page.keyboard.press("f");
    await page.getByRole("menuitemradio", { name: "8% and up" }).click();
    await expect(page).toHaveURL(/churn=8/);
    await openList(page, page.url());
    await expect(page.getByRole("button", { name: "Remove the filter Churn, next 90 d" })).toBeVisible();

    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox", { name: "Search accounts" })).toBeFocused();
    await page.keyboard.type("no such account anywhere");
    await expect(page).toHaveURL(/q=no/);
    await expect(page.getByRole("heading", { name: "No row matches the filters." })).toBeVisible();
    await page.getByRole("button", { name: /^Remove the filter Search/ }).click();
    await expect(page).not.toHaveURL(/q=/);
    await expect(page.getByRole("searchbox", { name: "Search accounts" })).toHaveValue("");
  });

  test("the list is exported as it is filtered", async ({ page }) => {
    await openList(page, "/today");
    const download = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export", exact: true }).click();
    expect((await download).suggestedFilename()).toMatch(/^vafa-accounts-\d{4}-\d\d-\d\d\.csv$/);
    const href = await page.getByRole("link", { name: "Export", exact: true }).getAttribute("href");
    expect(href).toContain("band=critical,at_risk");
  });

  test("the ranking explains itself with the arithmetic of the first account", async ({ page }) => {
    await openList(page, "/today");
    await page.getByRole("button", { name: "How ranking works" }).click();
    const box = page.getByRole("dialog", { name: "How ranking works" });
    await expect(box).toContainText("probability of leaving");
    await expect(box).toContainText(/×/);
  });
});

for (const language of ["en", "fa", "ar"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test.describe(`Today in ${language}, ${theme}`, () => {
      test.use({ role: "csm", language, theme });

      test("has nothing that axe finds, preview and selection open", async ({ page }) => {
        await openList(page, "/today");
        await expect(page.locator("html")).toHaveAttribute("dir", language === "en" ? "ltr" : "rtl");
        await page.getByRole("table").locator(ROW).first().getByRole("checkbox").check();
        await page.getByRole("table").locator(ROW).first().getByRole("link").focus();
        await page.keyboard.press("Space");
        await expect(page.getByRole("complementary").getByRole("table")).toBeVisible();
        await expectAccessible(page);
      });
    });
  }
}

test.describe("on a phone", () => {
  test.use({ role: "csm", viewport: { width: 390, height: 844 }, hasTouch: true });

  test("the worklist is a list of cards without sideways scrolling", async ({ page }) => {
    await openList(page, "/today");
    await expect(page.getByRole("table").getByRole("link").first()).toBeVisible();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });
});

test.describe("a viewer", () => {
  test.use({ role: "viewer" });

  test("is told that Today is not open to the role", async ({ page }) => {
    await page.goto("/today");
    await expect(page).not.toHaveURL(/\/today/);
  });
});
