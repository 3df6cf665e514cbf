import { randomUUID } from "node:crypto";
import { DEMO_PEOPLE, endSessions, joinPeople } from "@/flows/people";
import { testWorkspace } from "@/db/test-workspace";
import { homeOf } from "@/lib/roles";
import { demoPassword, expect, expectAccessible, fillIn, test } from "./fixtures";

const PASSWORD = "a password of these stories";

test.use({
  role: null,
  // Each story is a sender of its own: failures of one must not slow down another.
  extraHTTPHeaders: async ({}, provide) => provide({ "x-forwarded-for": `story-${randomUUID()}` }),
});

/** A person nobody else signs in as, alone in a workspace. */
async function newPerson() {
  const { scope } = await testWorkspace();
  const email = `${randomUUID()}@test.vafa`;
  const { userIds } = await joinPeople(
    scope,
    [{ email, name: "Zahra Noori", role: "viewer", password: PASSWORD }],
    new Date(),
  );
  return { scope, email, userId: userIds.get(email) ?? "" };
}

for (const { email, role } of DEMO_PEOPLE) {
  test(`${role} signs in and lands on ${homeOf(role)}`, async ({ page }) => {
    await page.goto("/");
    await expect(page).toHaveURL(/\/sign-in$/);
    await page.getByLabel("Work email").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(demoPassword());
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(new RegExp(`${homeOf(role)}$`));
    await page.goto("/sign-in");
    await expect(page).toHaveURL(new RegExp(`${homeOf(role)}$`));
  });
}

test("a wrong password and an unknown address get the same words, and the address stays", async ({
  page,
}) => {
  const { email } = await newPerson();
  await page.goto("/sign-in");
  for (const tried of [email, `${randomUUID()}@test.vafa`]) {
    await fillIn(page, tried, "wrong");
    await expect(page.getByRole("alert").filter({ hasText: "Email or password is wrong." })).toBeVisible();
    await expect(page.getByLabel("Work email")).toHaveValue(tried);
    await expect(page.getByLabel("Work email")).toHaveAccessibleDescription("Email or password is wrong.");
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  }
});

test("an empty form says at each field what is missing", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByLabel("Work email")).toHaveAccessibleDescription("Enter your work email.");
  await expect(page.getByLabel("Password", { exact: true })).toHaveAccessibleDescription(
    /^Enter your password\./,
  );
});

test("after five wrong tries says how long to wait, in the reader's language and digits", async ({
  page,
  context,
  baseURL,
}) => {
  await context.addCookies([{ name: "vafa_locale", value: "fa", url: baseURL ?? "" }]);
  const { email } = await newPerson();
  await page.goto("/sign-in");
  for (let i = 0; i < 5; i++) {
    await fillIn(page, email, "wrong");
    await expect(
      page.getByRole("alert").filter({ hasText: i < 4 ? "درست نیست" : "بیش از حد" }),
    ).toBeVisible();
    await expect(page.locator("input[name=password]")).toHaveValue("");
  }
  await expect(page.getByRole("alert").filter({ hasText: "۱ ثانیه" })).toBeVisible();
});

test("the language changes without a reload and keeps what is typed", async ({ page }) => {
  await page.goto("/sign-in");
  await page.evaluate(() => Object.assign(window, { isSameDocument: true }));
  await page.getByLabel("Work email").fill("sara@simorgh.example");
  await page.getByRole("button", { name: "فارسی" }).click();
  await expect(page.getByRole("heading", { name: "ورود" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.getByLabel("ایمیل کاری")).toHaveValue("sara@simorgh.example");
  await page.getByRole("button", { name: "العربية" }).click();
  await expect(page.getByRole("heading", { name: "تسجيل الدخول" })).toBeVisible();
  expect(await page.evaluate(() => "isSameDocument" in window)).toBe(true);
});

test("the password can be shown", async ({ page }) => {
  await page.goto("/sign-in");
  const password = page.getByLabel("Password", { exact: true });
  await password.fill("secret");
  await page.getByRole("button", { name: "Show password" }).click();
  await expect(password).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Hide password" }).click();
  await expect(password).toHaveAttribute("type", "password");
});

test("a link to a page leads there after sign-in, a link elsewhere does not", async ({ page, context }) => {
  const { email } = await newPerson();
  await page.goto("/accounts?sort=arr");
  await expect(page).toHaveURL(/\/sign-in\?to=/);
  await fillIn(page, email, PASSWORD);
  await expect(page).toHaveURL(/\/accounts\?sort=arr$/);
  await context.clearCookies();
  await page.goto("/sign-in?to=//evil.example/");
  await fillIn(page, email, PASSWORD);
  await expect(page).toHaveURL(new RegExp(`${homeOf("viewer")}$`));
});

test("a session that was ended is over at the next page", async ({ page }) => {
  const { scope, email, userId } = await newPerson();
  await page.goto("/sign-in");
  await fillIn(page, email, PASSWORD);
  await expect(page).toHaveURL(new RegExp(`${homeOf("viewer")}$`));
  await endSessions(scope, userId, new Date());
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
  await fillIn(page, email, PASSWORD);
  await expect(page).toHaveURL(new RegExp(`${homeOf("viewer")}$`));
});

test("whoever may not open a page is told whom to ask", async ({ page }) => {
  const { scope, email } = await newPerson();
  await joinPeople(
    scope,
    [{ email: `${randomUUID()}@test.vafa`, name: "Leila Haddad", role: "admin" }],
    new Date(),
  );
  await page.goto("/sign-in");
  await fillIn(page, email, PASSWORD);
  await expect(page).toHaveURL(new RegExp(`${homeOf("viewer")}$`));
  await page.goto("/settings/data");
  await expect(page.getByText("Leila Haddad")).toBeVisible();
  await expectAccessible(page);
});

test("every page is sent with strict security headers", async ({ request }) => {
  const headers = (await request.get("/sign-in")).headers();
  const policy = headers["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic'(;|$)/);
  for (const rule of [
    "default-src 'self'",
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
  ]) {
    expect(policy).toContain(rule);
  }
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
  });
  expect(headers["permissions-policy"]).toContain("camera=()");
  expect(headers).not.toHaveProperty("strict-transport-security");
  const behindTls = await request.get("/sign-in", { headers: { "x-forwarded-proto": "https" } });
  expect(behindTls.headers()["strict-transport-security"]).toMatch(/^max-age=\d{8}$/);
});

for (const language of ["en", "fa"] as const) {
  for (const theme of ["light", "dark"] as const) {
    test.describe(`in ${language}, ${theme}`, () => {
      test.use({ language, theme });

      test("axe finds nothing, before and after a refusal", async ({ page }) => {
        await page.goto("/sign-in");
        await expectAccessible(page);
        await page.locator("button[type=submit]").last().click();
        await expect(page.locator("input[name=email]")).toHaveAttribute("aria-invalid", "true");
        await expectAccessible(page);
      });
    });
  }
}

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("language and sign-in work", async ({ page }) => {
    const { email } = await newPerson();
    await page.goto("/sign-in");
    await page.getByRole("button", { name: "فارسی" }).click();
    await expect(page.getByRole("heading", { name: "ورود" })).toBeVisible();
    await fillIn(page, email, "wrong");
    await expect(page.getByRole("alert").filter({ hasText: "درست نیست" })).toBeVisible();
    await expect(page.locator("input[name=email]")).toHaveValue(email);
    await fillIn(page, email, PASSWORD);
    await expect(page).toHaveURL(new RegExp(`${homeOf("viewer")}$`));
  });
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, language: "fa" });

  test("the form fits and its targets are large enough", async ({ page }) => {
    await page.goto("/sign-in");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    for (const field of [
      page.locator("input[name=email]"),
      page.locator("input[name=password]"),
      page.getByRole("button", { name: "ورود" }),
    ]) {
      expect((await field.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    }
  });
});
