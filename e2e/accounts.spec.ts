import { expect, expectAccessible, test } from "./fixtures";
import { openList } from "./lists";

const ROW = "tr[data-index]";

type Answer = { rows: { name: string; chi: number | null; accountId: string }[] };

test.use({ role: "csm" });

test("a click on a head sorts, a second one turns it round, and the address keeps it", async ({ page }) => {
  await openList(page, "/accounts");
  const table = page.getByRole("table", { name: "Accounts" });
  await table.getByRole("button", { name: /^Health, 12 wk/ }).click();
  await expect(page).toHaveURL(/sort=chi/);
  const head = table.getByRole("columnheader", { name: /Health, 12 wk/ });
  await expect(head).toHaveAttribute("aria-sort", "ascending");
  await head.getByRole("button").click();
  await expect(head).toHaveAttribute("aria-sort", "descending");
  const best = (await (await page.request.get("/api/accounts?sort=chi&order=desc")).json()) as Answer;
  await expect(table.locator(ROW).first().getByRole("link")).toHaveText(best.rows[0]?.name ?? "");
  await page.reload();
  await expect(head).toHaveAttribute("aria-sort", "descending");
});

test("groups say how many accounts they hold and close", async ({ page }) => {
  await openList(page, "/accounts");
  await page.getByRole("button", { name: "Group by None" }).click();
  await page.getByRole("menuitemradio", { name: "Health band" }).click();
  await expect(page).toHaveURL(/group=band/);
  const group = page.getByRole("button", { name: "At risk", exact: true });
  await expect(group).toHaveAttribute("aria-expanded", "true");
  const before = Number(await page.getByRole("table").getAttribute("aria-rowcount"));
  await group.click();
  await expect(group).toHaveAttribute("aria-expanded", "false");
  await expect(page).toHaveURL(/closed=at_risk/);
  expect(Number(await page.getByRole("table").getAttribute("aria-rowcount"))).toBeLessThan(before);
});

test("the search finds a Persian name typed with Arabic letters", async ({ page }) => {
  const all = (await (await page.request.get("/api/accounts?q=ی")).json()) as Answer;
  const account = all.rows.find((row) => /[یک]/.test(row.name));
  expect(account, "the demo company has Persian names").toBeTruthy();
  const name = account?.name ?? "";
  await openList(page, "/accounts");
  await page.getByRole("searchbox").fill(name.replaceAll("ی", "ي").replaceAll("ک", "ك"));
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByRole("table").locator(ROW).first().getByRole("link")).toHaveText(name);
});

test("scrolling brings the last account, while few rows are in the document", async ({ page }) => {
  await openList(page, "/accounts?sort=name");
  const table = page.getByRole("table", { name: "Accounts" });
  const count = Number(await table.getAttribute("aria-rowcount")) - 1;
  expect(count).toBeGreaterThan(60);
  await table.locator(ROW).first().hover();
  for (let step = 0; step < 40; step += 1) await page.mouse.wheel(0, 2_000);
  await expect(table.locator(`tr[aria-rowindex="${count + 1}"]`).getByRole("link")).toBeVisible();
  expect(await table.getByRole("row").count()).toBeLessThan(80);
});

test("Shift+X extends the selection and the chosen rows are exported", async ({ page }) => {
  await openList(page, "/accounts");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("j");
  await page.keyboard.press("Shift+X");
  await expect(page.getByText("5 selected")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export selected" }).click();
  const stream = await (await download).createReadStream();
  let text = "";
  for await (const part of stream) text += String(part);
  expect(text.trim().split("\r\n")).toHaveLength(6);
});

test("the export holds every account of the filter", async ({ page }) => {
  await openList(page, "/accounts");
  const answer = await page.request.get("/api/accounts/export");
  const count = Number(await page.getByRole("table").getAttribute("aria-rowcount")) - 1;
  expect((await answer.text()).trim().split("\r\n")).toHaveLength(count + 1);
});

test("another workspace's account and one that does not exist answer alike", async ({ page }) => {
  const unknown = await page.request.get("/api/accounts/01900000-0000-7000-8000-000000000000/peek");
  const malformed = await page.request.get("/api/accounts/nonsense/peek");
  expect([unknown.status(), malformed.status()]).toEqual([404, 404]);
  expect(await unknown.text()).toBe(await malformed.text());
});

test("the palette finds an account by part of its name", async ({ page }) => {
  const all = (await (await page.request.get("/api/accounts")).json()) as Answer;
  const name = all.rows[0]?.name ?? "";
  await openList(page, "/accounts");
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("combobox")).toBeFocused();
  await page.keyboard.type(name.slice(0, 6));
  await page
    .getByRole("option", { name: new RegExp(name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")) })
    .first()
    .click();
  await expect(page).toHaveURL(/\/accounts\/[0-9a-f-]{36}/);
});

for (const language of ["en", "fa", "ar"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test.describe(`Accounts in ${language}, ${theme}`, () => {
      test.use({ language, theme });

      test("has nothing that axe finds, grouped and with the preview open", async ({ page }) => {
        await openList(page, "/accounts?group=band");
        await page.getByRole("table").locator(ROW).first().click();
        await expect(page.getByRole("complementary").getByRole("table")).toBeVisible();
        await expectAccessible(page);
      });
    });
  }
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, language: "fa" });

  test("the table is a list of cards without sideways scrolling", async ({ page }) => {
    await openList(page, "/accounts");
    await expect(page.getByRole("table").getByRole("link").first()).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expectAccessible(page);
  });
});
