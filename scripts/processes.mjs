/** What other processes of this folder are doing: who lives, who uses the database, who holds a lock. */
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The command line of a live process; "" when it lives but cannot be read, null when there is none. */
export function commandOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code !== "EPERM") return null;
  }
  if (process.platform === "win32") return "";
  try {
    if (process.platform === "linux") {
      if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"))) return null;
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    }
    return execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/** Whether the process lives and is what we think it is: numbers are given out again after a restart. */
export function isAlive(pid, expected) {
  const command = Number.isInteger(pid) && pid > 0 ? commandOf(pid) : null;
  return command !== null && (command === "" || command.includes(expected));
}

/** Notes that this process uses what lives in `home`; answers a function that takes the note back. */
export function holdLease(home) {
  const folder = path.join(home, "running");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, String(process.pid));
  writeFileSync(file, "");
  return () => rmSync(file, { force: true });
}

/** Process ids of the others that still use what lives in `home`; forgets those that died. */
export function otherLeases(home) {
  const folder = path.join(home, "running");
  let names = [];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.map(Number).filter((pid) => {
    if (pid === process.pid) return false;
    if (isAlive(pid, "run.mjs")) return true;
    rmSync(path.join(folder, String(pid)), { force: true });
    return false;
  });
}

/** Runs `work` while no other process of this machine runs it for the same file. */
export async function withLock(file, work) {
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (holderIsGone(file)) rmSync(file, { force: true });
      else await sleep(200);
    }
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function holderIsGone(file) {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    return pid !== 0 && !isAlive(pid, "node");
  } catch {
    return false;
  }
}

/** Whether we may listen on this port of this machine; an address the machine does not have is no hindrance. */
export function isPortFree(port, host = "127.0.0.1") {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", ({ code }) => resolve(code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port nobody listens on, chosen by the system. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen({ port: 0, host: "127.0.0.1" }, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
