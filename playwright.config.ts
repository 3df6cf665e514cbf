import { defineConfig } from "@playwright/test";

const STORY_MS = 60_000;
const EXPECT_MS = 10_000;
const QUIET = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const LOCAL = ["--disable-component-update", "--disable-sync"];
const isRoot = process.getuid?.() === 0;

/** `npm test` starts the pages, names them in E2E_URL and the browser in E2E_CHROMIUM. */
export default defineConfig({
  testDir: "e2e",
  timeout: STORY_MS,
  expect: { timeout: EXPECT_MS },
  forbidOnly: true,
  workers: 2,
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/report.json" }],
  ],
  use: {
    baseURL: process.env.E2E_URL ?? "http://localhost:3000",
    browserName: "chromium",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.E2E_CHROMIUM || undefined,
      args: [...QUIET, ...LOCAL, ...(isRoot ? ["--no-sandbox"] : [])],
    },
  },
});
