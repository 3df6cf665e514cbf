import { expect, type Page } from "@playwright/test";

/** Opens a page with a list and waits until the browser has taken the list over, so that keys and clicks are heard. */
export async function openList(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const table = page.getByRole("table").first();
  await expect(table).toBeVisible();
  await expect
    .poll(() =>
      table.evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps"))),
    )
    .toBe(true);
}
