/** What a fresh machine lacks: the packages, and a browser for the tests. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ended, run, start } from "./children.mjs";
import { withLock } from "./processes.mjs";
import { Refusal, say, step } from "./report.mjs";
import { HOME } from "./surroundings.mjs";

const LOCK = "package-lock.json";
const DONE = path.join("node_modules", ".package-lock.json");
const MARK = path.join("node_modules", ".vafa-lock");
const SYSTEM_CHROMIUM = "/usr/bin/chromium";

/** Installs the packages of the lock file unless exactly those are there already. */
export async function ensureInstalled() {
  mkdirSync(HOME, { recursive: true });
  await withLock(path.join(HOME, "install.lock"), async () => {
    if (isInstalled()) return;
    await step("install packages (npm ci)", installPackages);
    writeFileSync(MARK, lockHash());
  });
}

function isInstalled() {
  if (!existsSync(DONE)) return false;
  if (existsSync(MARK)) return readFileSync(MARK, "utf8") === lockHash();
  return statSync(LOCK).mtimeMs <= statSync(DONE).mtimeMs;
}

function lockHash() {
  return createHash("sha256").update(readFileSync(LOCK)).digest("hex");
}

// The build needs the development packages too, whatever NODE_ENV says.
async function installPackages() {
  const refusal = new Refusal(
    "npm ci failed; its own words are above.",
    "Is the network there, and the disk not full? `npm config get registry` shows where npm asks.",
  );
  await npm(["ci", "--include=dev", "--no-audit", "--no-fund"], refusal);
}

function npm(args, refusal) {
  const cli = process.env.npm_execpath;
  if (cli && /npm-cli\.c?js$/.test(cli)) return run(process.execPath, [cli, ...args], refusal);
  return process.platform === "win32"
    ? run("cmd", ["/c", "npm", ...args], refusal)
    : run("npm", args, refusal);
}

/** Makes sure there is a Chromium; answers its path, or "" for the one Playwright keeps itself. */
export async function ensureChromium() {
  if (existsSync(SYSTEM_CHROMIUM)) return SYSTEM_CHROMIUM;
  let found = "";
  await step("install a browser", async () => {
    found = (await installDebianChromium()) ? SYSTEM_CHROMIUM : await installPlaywrightChromium();
  });
  return found;
}

async function installDebianChromium() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return false;
  const environment = { DEBIAN_FRONTEND: "noninteractive" };
  await ended(start("apt-get", ["update", "-q"], { environment }));
  const install = ["install", "-y", "-q", "--no-install-recommends", "chromium"];
  return (await ended(start("apt-get", install, { environment }))) === 0 && existsSync(SYSTEM_CHROMIUM);
}

async function installPlaywrightChromium() {
  const cli = path.join("node_modules", "@playwright", "test", "cli.js");
  if ((await ended(start(process.execPath, [cli, "install", "--with-deps", "chromium"]))) === 0) return "";
  say("  without the system packages, which need an administrator:");
  const refusal = new Refusal(
    "No browser for the tests could be installed.",
    "Install Chromium as /usr/bin/chromium (Debian: apt-get install chromium), or run `npm test -- --only unit`.",
  );
  await run(process.execPath, [cli, "install", "chromium"], refusal);
  return "";
}
