/**
 * The PostgreSQL that comes with Vafa: made, started, found again and stopped.
 * It lives in one folder (`home`, usually .vafa), listens on 127.0.0.1 only and asks everyone for a password.
 */
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findPostgres } from "./postgres-program.mjs";
import { freePort, isAlive, isPortFree, withLock } from "./processes.mjs";
import { Refusal } from "./report.mjs";

const DATABASE = "vafa";
const START_SECONDS = 120;
const STOP_SECONDS = 60;
const LOG_BYTES = 5_000_000;
const SMALL_SHARED_MEMORY_BYTES = 512 * 1024 * 1024;

/**
 * Makes sure the database of `home` runs and answers
 * { started, ownerUrl, appUrl, superUrl }; `started` is false when another process had started it.
 */
export async function startDatabase(home) {
  mkdirSync(home, { recursive: true });
  return withLock(path.join(home, "database.lock"), async () => {
    const known = readSettings(home);
    const running = known ? await runningServer(dataFolder(home, known)) : null;
    if (running) return { started: false, ...urls(known, running.port) };

    const programs = findPostgres(home);
    const settings = known && existsSync(dataFolder(home, known)) ? known : createCluster(home, programs);
    if (settings.port === 0 || !(await isPortFree(settings.port))) settings.port = await freePort();
    saveSettings(home, settings);
    await startServer(home, settings, programs);
    return { started: true, ...urls(settings, settings.port) };
  });
}

/**
 * Stops the database of `home` if it runs: its clients are cut off, what they committed is kept.
 * `isNeeded` is asked under the lock, so that nobody who has just come finds it gone.
 */
export async function stopDatabase(home, isNeeded = () => false) {
  if (!existsSync(home)) return;
  await withLock(path.join(home, "database.lock"), async () => {
    if (isNeeded()) return;
    const settings = readSettings(home);
    const server = settings ? readServer(dataFolder(home, settings)) : null;
    if (!server) return;
    if (process.platform === "win32") {
      const { bin } = findPostgres(home);
      spawnSync(path.join(bin, "pg_ctl.exe"), ["stop", "-m", "fast", "-D", dataFolder(home, settings)]);
      return;
    }
    // SIGINT is PostgreSQL's fast stop; SIGTERM would wait until every client has left.
    process.kill(server.pid, "SIGINT");
    const deadline = Date.now() + STOP_SECONDS * 1000;
    while (isAlive(server.pid, "postgres")) {
      if (Date.now() > deadline) throw new Refusal(`PostgreSQL (process ${server.pid}) does not stop.`);
      await sleep(50);
    }
  });
}

function createCluster(home, programs) {
  const data = path.join(programs.store, "database");
  if (existsSync(data)) {
    throw new Refusal(
      `${data} holds a database, but ${settingsFile(home)} with its passwords is gone.`,
      `Put the file back, or remove ${data} to begin with an empty database.`,
    );
  }
  const password = () => randomBytes(18).toString("base64url");
  // Relative where it can be, so that the folder may be moved.
  const place = programs.store === home ? "database" : data;
  const settings = { data: place, port: 0, super: password(), owner: password(), app: password() };
  const part = `${data}.part`;
  const passwordFile = path.join(programs.store, "password.part");
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { mode: 0o700 });
  writeFileSync(passwordFile, settings.super, { mode: 0o600 });
  for (const file of [part, passwordFile]) giveTo(file, programs);
  const locale = ["--locale=C", "--locale-provider=icu", "--icu-locale=und"];
  const access = ["-A", "scram-sha-256", "-U", DATABASE, `--pwfile=${passwordFile}`];
  runProgram(programs, "initdb", ["-D", part, ...access, "-E", "UTF8", ...locale, "--no-sync"]);
  rmSync(passwordFile);
  // One-user mode needs neither a port nor a client library. Each line is a statement.
  runProgram(programs, "postgres", ["--single", "-D", part, "postgres"], rolesSql(settings));
  saveSettings(home, settings);
  renameSync(part, data);
  return settings;
}

function rolesSql({ owner, app }) {
  return [
    `CREATE ROLE vafa_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${owner}';`,
    `CREATE ROLE vafa_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD '${app}';`,
    `CREATE DATABASE ${DATABASE} OWNER vafa_owner;`,
    `REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC;`,
    `GRANT CONNECT, TEMPORARY ON DATABASE ${DATABASE} TO vafa_app;`,
    "",
  ].join("\n");
}

function runProgram(programs, name, args, input) {
  const command = path.join(programs.bin, process.platform === "win32" ? `${name}.exe` : name);
  const result = spawnSync(command, args, { ...programs.spawnOptions, input, encoding: "utf8" });
  if (result.status !== 0 || /^.*(ERROR|FATAL|PANIC):/m.test(result.stderr)) {
    throw new Refusal(
      `${name} failed: ${(result.stderr || result.error?.message || "").trim()}`,
      "Is the disk full? Otherwise set DATABASE_URL and DATABASE_OWNER_URL in .env to another PostgreSQL.",
    );
  }
}

async function startServer(home, settings, programs) {
  const data = dataFolder(home, settings);
  forgetDeadServer(data);
  const log = openLog(home);
  const child = spawn(path.join(programs.bin, "postgres"), serverArguments(data, settings.port), {
    ...programs.spawnOptions,
    // Its own process group, so that Ctrl-C reaches our own processes first and the database last.
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let failure = null;
  child.once("error", (error) => (failure = error.message));
  child.once("exit", (code) => (failure = `it ended with code ${code}`));
  const deadline = Date.now() + START_SECONDS * 1000;
  while (readServer(data)?.status !== "ready") {
    if (failure || Date.now() > deadline) {
      throw new Refusal(
        `PostgreSQL did not start: ${failure ?? `not ready after ${START_SECONDS} s`}.`,
        `Its last words are in ${path.join(home, "database.log")}:\n${lastLines(home)}`,
      );
    }
    await sleep(30);
  }
  child.removeAllListeners();
  child.unref();
}

function serverArguments(data, port) {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    jit: "off",
    shared_buffers: "256MB",
    work_mem: "32MB",
    max_wal_size: "2GB",
    max_connections: "200",
    shared_preload_libraries: "pg_stat_statements",
    ...(hasSmallSharedMemory() ? { dynamic_shared_memory_type: "mmap" } : {}),
  };
  const flags = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", data, "-p", String(port), ...flags];
}

// Containers often have 64 MB, too little for parallel queries.
function hasSmallSharedMemory() {
  if (process.platform !== "linux") return false;
  try {
    const { bsize, bavail } = statfsSync("/dev/shm");
    return bsize * bavail < SMALL_SHARED_MEMORY_BYTES;
  } catch {
    return true;
  }
}

async function runningServer(data) {
  const deadline = Date.now() + START_SECONDS * 1000;
  for (;;) {
    const server = readServer(data);
    if (!server || server.status === "ready") return server;
    if (Date.now() > deadline)
      throw new Refusal(`PostgreSQL (process ${server.pid}) is neither up nor down.`);
    await sleep(100);
  }
}

// After a crash the process number may belong to something else, which PostgreSQL would take for itself.
function forgetDeadServer(data) {
  const file = path.join(data, "postmaster.pid");
  if (existsSync(file) && !isAlive(Number.parseInt(readFileSync(file, "utf8"), 10), "postgres")) rmSync(file);
}

// The file PostgreSQL itself keeps: line 1 process, line 2 data folder, line 4 port, line 8 state.
function readServer(data) {
  try {
    const lines = readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
    const pid = Number(lines[0]);
    const isOurs = path.resolve(lines[1]) === path.resolve(data) && isAlive(pid, "postgres");
    return isOurs ? { pid, port: Number(lines[3]), status: lines[7]?.trim() ?? "" } : null;
  } catch {
    return null;
  }
}

function dataFolder(home, { data }) {
  return path.resolve(home, data);
}

function settingsFile(home) {
  return path.join(home, "database.json");
}

function readSettings(home) {
  try {
    return JSON.parse(readFileSync(settingsFile(home), "utf8"));
  } catch {
    return null;
  }
}

function saveSettings(home, settings) {
  const file = settingsFile(home);
  writeFileSync(`${file}.part`, JSON.stringify(settings, null, 2), { mode: 0o600 });
  chmodSync(`${file}.part`, 0o600);
  renameSync(`${file}.part`, file);
}

function openLog(home) {
  const file = path.join(home, "database.log");
  const isLarge = existsSync(file) && statSync(file).size > LOG_BYTES;
  return openSync(file, isLarge ? "w" : "a", 0o600);
}

function lastLines(home) {
  const lines = readFileSync(path.join(home, "database.log"), "utf8").trim().split("\n");
  return lines.slice(-8).join("\n");
}

function giveTo(file, { spawnOptions }) {
  if (spawnOptions.uid !== undefined) chownSync(file, spawnOptions.uid, spawnOptions.gid);
}

function urls({ super: superuser, owner, app }, port) {
  const url = (role, password) => `postgres://${role}:${password}@127.0.0.1:${port}/${DATABASE}`;
  return {
    superUrl: url("vafa", superuser),
    ownerUrl: url("vafa_owner", owner),
    appUrl: url("vafa_app", app),
  };
}
