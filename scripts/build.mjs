/** Builds the pages when their sources have changed since the last build, and only then. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ended, start } from "./children.mjs";
import { otherLeases, withLock } from "./processes.mjs";
import { Refusal, say, step } from "./report.mjs";
import { HOME } from "./surroundings.mjs";

export const NEXT = path.join("node_modules", "next", "dist", "bin", "next");
const MARK = path.join(".next", "vafa-build-hash");
const FOLDERS = ["app", "components", "db", "flows", "lib", "public"];
const FILES = ["package.json", "package-lock.json", "postcss.config.mjs", "tsconfig.json"];
const NOT_BUILT = /\.test\.tsx?$|^(drizzle|playwright|vitest)\.config\.ts$/;

/** Makes sure .next is built from the sources as they are; answers the build's name. */
export async function ensureBuilt(environment) {
  mkdirSync(HOME, { recursive: true });
  return withLock(path.join(HOME, "build.lock"), async () => {
    const hash = sourceHash();
    const isBuilt = existsSync(MARK) && readFileSync(MARK, "utf8") === hash;
    if (!isBuilt) await step("build", () => build(hash, environment));
    return buildName(hash);
  });
}

async function build(hash, environment) {
  if (otherLeases(HOME).length > 0)
    say("  (pages already served from this folder must be restarted after it)");
  rmSync(MARK, { force: true });
  const child = start(process.execPath, [NEXT, "build"], {
    environment: { ...environment, NEXT_DEPLOYMENT_ID: buildName(hash), NODE_ENV: "production" },
    output: "keep",
  });
  let words = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (words += data));
  if ((await ended(child)) !== 0) throw new Refusal("The build failed.", words.trim());
  writeFileSync(MARK, hash);
}

/** A short name for a build: a tab opened before an upgrade notices by it that it is stale. */
function buildName(hash) {
  return hash.slice(0, 12);
}

function sourceHash() {
  const hash = createHash("sha256");
  for (const file of sources()) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  return hash.digest("hex");
}

function sources() {
  const top = readdirSync(".").filter((name) => name.endsWith(".ts") || FILES.includes(name));
  const inside = FOLDERS.filter((folder) => existsSync(folder)).flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      // Node renamed `path` to `parentPath`; 20.9 knows only the former.
      .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name)),
  );
  const files = [...top, ...inside].map((file) => file.split(path.sep).join("/"));
  return files.filter((file) => !NOT_BUILT.test(file) && file !== "next-env.d.ts").sort();
}
