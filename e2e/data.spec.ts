import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { testWorkspace } from "@/db/test-workspace";
import { runImport } from "@/flows/imports/run";
import { twinMapping, twinTables, writeTables } from "@/flows/imports/testdata/twin";
import { joinPeople } from "@/flows/people";
import { expect, expectAccessible, fillIn, test } from "./fixtures";

const PASSWORD = "a password of these stories";

test.use({
  role: null,
  // Each story is a sender of its own: failures of one must not slow down another.
  extraHTTPHeaders: async ({}, run) => run({ "x-forwarded-for": `story-${randomUUID()}` }),
});

const newAdmin = () => ({
  email: `${randomUUID()}@test.vafa`,
  name: "Leila Haddad",
  role: "admin" as const,
  password: PASSWORD,
});

/** A workspace made by an import in which five rows were refused, for three reasons; answers who may see it. */
async function importedWorkspace() {
  const tables = twinTables();
  tables["losses.csv"]?.push(
    ["L2", "nobody", "2024-12-20", "budget"],
    ["L3", "A", "2024-12-32", "budget"],
    ["L4", "A", "2025-06-01", "price"],
    ["L5", "B", "2025-06-02", "price"],
    ["L1", "C", "2024-12-20", "=HYPERLINK(1)"],
  );
  const admin = newAdmin();
  const order = {
    slug: `story-${randomUUID()}`,
    mapping: twinMapping(),
    dir: await writeTables(tables),
    people: [admin],
  };
  const { importId } = await runImport({ ...order, clock: () => new Date() });
  return { ...admin, slug: order.slug, importId };
}

async function openAs(page: Page, email: string): Promise<void> {
  await page.goto("/sign-in");
  await fillIn(page, email, PASSWORD);
  await page.waitForURL("**/settings/data");
}

const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

test("an admin sees where data comes from, what came in, what was refused and why", async ({ page }) => {
  const { email, slug } = await importedWorkspace();
  await openAs(page, email);
  await expect(page.getByRole("heading", { level: 1, name: "Data & imports" })).toBeVisible();
  const usage = region(page, "Sources").getByRole("row").filter({ hasText: "logins" });
  await expect(usage).toContainText("380");
  await expect(usage).toContainText("31 Dec 2024");
  const counts = region(page, "What came in").getByRole("row").filter({ hasText: "losses.csv" });
  await expect(counts.getByRole("cell")).toHaveText(["stated losses", "6", "1", "0", "0", "5", "0"]);
  await expect(region(page, "Imports").getByRole("row").filter({ hasText: "Twin" })).toContainText("Done");
  const refused = region(page, "Refused rows");
  await expect(refused.getByRole("row").filter({ hasText: "2024-12-32" })).toContainText(
    "not a date written as yyyy-MM-dd",
  );
  await expect(refused.getByRole("row").filter({ hasText: "nobody" })).toContainText(
    "no account has this id",
  );
  await expect(page.getByText(`--workspace ${slug} `)).toBeVisible();
  await expectAccessible(page);
});

test("refused rows are filtered by reason and downloaded as they are shown", async ({ page }) => {
  const { email } = await importedWorkspace();
  await openAs(page, email);
  const refused = region(page, "Refused rows");
  await expect(refused.getByRole("row")).toHaveCount(6);
  await refused.getByRole("link", { name: /future date/ }).click();
  await expect(page).toHaveURL(/reason=future_date/);
  await expect(refused.getByRole("row")).toHaveCount(3);
  const download = page.waitForEvent("download");
  await refused.getByRole("link", { name: "CSV" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text.startsWith("\ufeffFile,Line,Column,Value,Reason")).toBe(true);
  expect(text.trim().split("\r\n")).toHaveLength(3);
  await refused.getByRole("link", { name: /future date/ }).click();
  await expect(refused.getByRole("row")).toHaveCount(6);
});

test.describe("in Persian", () => {
  test.use({ language: "fa" });

  test("reasons, digits and days are those of the reader", async ({ page }) => {
    const { email } = await importedWorkspace();
    await openAs(page, email);
    const refused = region(page, "ردیف‌های ردشده");
    await expect(refused.getByRole("row").filter({ hasText: "nobody" })).toContainText(
      "هیچ مشتری این شناسه را ندارد",
    );
    await expect(refused.getByRole("row").filter({ hasText: "2025-06-01" })).toContainText("در آینده است");
    await expect(refused.getByRole("link", { name: /تاریخ آینده/ })).toContainText("۲");
    await expectAccessible(page);
  });
});

test("another workspace's import is not there: the newest own one is shown, and its download is empty", async ({
  page,
}) => {
  const [other, own] = [await importedWorkspace(), newAdmin()];
  const { scope } = await testWorkspace();
  await joinPeople(scope, [own], new Date());
  await openAs(page, own.email);
  await page.goto(`/settings/data?import=${other.importId}`);
  await expect(page.getByText("nobody")).toHaveCount(0);
  const answer = await page.request.get(`/api/imports/remarks?import=${other.importId}`);
  expect((await answer.text()).trim().split("\r\n")).toHaveLength(1);
});

test("an empty workspace says how to begin, and the command can be copied", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const admin = newAdmin();
  const { scope, slug } = await testWorkspace();
  await joinPeople(scope, [admin], new Date());
  await openAs(page, admin.email);
  await expect(page.getByRole("heading", { name: "No data yet" })).toBeVisible();
  await page.getByRole("button", { name: "Copy the command" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    `npm run import -- --workspace ${slug} --mapping`,
  );
  await expectAccessible(page);
});
