/**
 * `npm test`: lint, types, unit, database and browser tests on databases of their own, in one go. The first failure
 * ends it; the last line says how many tests passed and failed.
 */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureBuilt } from "./build.mjs";
import { run, runQuietly, stop } from "./children.mjs";
import { migrate } from "./commands.mjs";
import { startDatabase, stopDatabase } from "./database.mjs";
import { ensureChromium, ensureInstalled } from "./install.mjs";
import { freePort, isAlive, withLock } from "./processes.mjs";
import { Refusal, explain, say, step } from "./report.mjs";
import { flag, serve } from "./serve.mjs";
import { HOME, readTestDatabase } from "./surroundings.mjs";

const PARTS = ["lint", "unit", "database", "browser"];
const BROWSER_ACCOUNTS = 300;
const TEST_HOME = path.join(HOME, "test");
const HOST = "127.0.0.1";
// What .env says is for the pages in use; tests begin from the defaults.
const SETTINGS = { NEXT_TELEMETRY_DISABLED: "1", VAFA_JOBS: "", VAFA_URL: "" };

/** Runs all parts, or those named by `--only lint,unit,database,browser`; answers the exit code. */
export async function test({ args, atEnd }) {
  const parts = chooseParts(args);
  mkdirSync(TEST_HOME, { recursive: true });
  const lock = path.join(HOME, "test.lock");
  if (existsSync(lock) && isAlive(Number(readFileSync(lock, "utf8")), "run.mjs")) {
    throw new Refusal("Another npm test runs in this folder.", "Wait for it, or stop it first.");
  }
  return withLock(lock, () => runParts(parts, atEnd));
}

function chooseParts(args) {
  const only = flag(args, "--only");
  if (only === null) return PARTS;
  const wanted = only.split(",");
  const unknown = wanted.find((part) => !PARTS.includes(part));
  if (unknown !== undefined)
    throw new Refusal(`"${unknown}" is not a part.`, `Known are: ${PARTS.join(", ")}.`);
  return PARTS.filter((part) => wanted.includes(part));
}

async function runParts(parts, atEnd) {
  const begin = performance.now();
  const totals = { passed: 0, failed: 0 };
  const secrets = { AUTH_SECRET: secret(), VAFA_DEMO_PASSWORD: secret(), ...SETTINGS };
  const tell = { lint: lintAndTypes, unit: unitTests, database: databaseTests, browser: browserTests };
  try {
    await ensureInstalled();
    for (const part of parts) await tell[part]({ totals, secrets, atEnd });
  } catch (error) {
    explain(error);
    totals.failed ||= 1;
  }
  say(`\n${((performance.now() - begin) / 1000).toFixed(0)} s in all`);
  say(`${totals.passed} passed, ${totals.failed} failed`);
  return totals.failed === 0 ? 0 : 1;
}

async function lintAndTypes() {
  await step("lint", () =>
    runTool("eslint/bin/eslint.js", [".", "--max-warnings", "0"], "Lint found faults"),
  );
  await step("format", () => {
    const args = ["--check", ".", "--log-level", "warn"];
    return runTool("prettier/bin/prettier.cjs", args, "Files are not formatted; run `npm run format`");
  });
  await step("types", async () => {
    await runTool("next/dist/bin/next", ["typegen"], "The types of the routes could not be written");
    await runTool("typescript/bin/tsc", ["--noEmit"], "The types do not fit");
  });
}

async function unitTests({ totals, secrets }) {
  await step("unit tests", () => vitest("unit", totals, secrets));
}

async function databaseTests({ totals, secrets, atEnd }) {
  const { environment, close } = await ensureTestDatabase("flows", atEnd);
  await step("database tests", () => vitest("database", totals, { ...secrets, ...environment }));
  await close();
}

async function browserTests({ totals, secrets, atEnd }) {
  const chromium = await ensureChromium();
  const { environment: urls, close } = await ensureTestDatabase("browser", atEnd);
  const environment = { ...secrets, ...urls };
  await step("demo company for the browser", () =>
    runQuietly("scripts/seed.ts", ["--accounts", String(BROWSER_ACCOUNTS), "--if-empty"], environment),
  );
  const build = await ensureBuilt(environment);
  let server = null;
  await step("start the pages", async () => {
    const all = { ...environment, NEXT_DEPLOYMENT_ID: build };
    server = await serve("start", { port: await freePort(), host: HOST, environment: all });
  });
  const address = server.address;
  await step("browser tests", () =>
    playwright(totals, { ...environment, E2E_URL: address, E2E_CHROMIUM: chromium }),
  );
  await stop(server.child);
  await close();
}

/** An empty database with the schema in it: the one set by TEST_DATABASE_URL and its owner, or one of our own. */
async function ensureTestDatabase(name, atEnd) {
  const given = readTestDatabase();
  const home = path.join(TEST_HOME, name);
  const close = () => (given ? undefined : stopDatabase(home));
  let urls = given;
  if (!given) {
    await stopDatabase(home);
    removeDatabase(home);
    atEnd(close);
    await step(`start PostgreSQL (${name})`, async () => {
      urls = await startDatabase(home);
    });
  }
  const environment = { DATABASE_URL: urls.appUrl, DATABASE_OWNER_URL: urls.ownerUrl };
  // One test makes a database; with a server given, TEST_ADMIN_URL names who may, or the owner does.
  if (urls.superUrl) environment.TEST_ADMIN_URL = urls.superUrl;
  // The test of the migrations makes a database; an owner given by TEST_DATABASE_OWNER_URL must be allowed to itself.
  if (urls.superUrl) environment.TEST_ADMIN_URL = urls.superUrl;
  await migrate({ ...environment, AUTH_SECRET: secret() });
  return { environment, close };
}

// The data may lie elsewhere (see postgres-program.mjs); the settings say where.
function removeDatabase(home) {
  const settings = path.join(home, "database.json");
  if (existsSync(settings)) {
    const { data } = JSON.parse(readFileSync(settings, "utf8"));
    rmSync(path.resolve(home, data), { recursive: true, force: true });
  }
  rmSync(home, { recursive: true, force: true });
}

async function vitest(project, totals, environment) {
  const report = path.join(TEST_HOME, `vitest-${project}.json`);
  rmSync(report, { force: true });
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  try {
    await runTool(
      "vitest/vitest.mjs",
      ["run", "--project", project, ...reporters],
      `Tests failed (${project})`,
      environment,
    );
  } finally {
    const { numPassedTests = 0, numFailedTests = 0 } = readReport(report);
    totals.passed += numPassedTests;
    totals.failed += numFailedTests;
  }
  return `${readReport(report).numPassedTests} passed`;
}

async function playwright(totals, environment) {
  const report = path.join(TEST_HOME, "playwright.json");
  rmSync(report, { force: true });
  const all = { ...environment, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  try {
    await runTool("@playwright/test/cli.js", ["test"], "Tests failed (browser)", all);
  } finally {
    const { expected = 0, unexpected = 0, flaky = 0 } = readReport(report).stats ?? {};
    totals.passed += expected + flaky;
    totals.failed += unexpected;
  }
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

function runTool(program, args, fault, environment = {}) {
  const refusal = new Refusal(`${fault}; what and where is above.`);
  return run(process.execPath, [path.join("node_modules", program), ...args], refusal, { environment });
}

function secret() {
  return randomBytes(24).toString("base64url");
}
