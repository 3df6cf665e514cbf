/** The programs we start: each is waited for, and none outlives us. */
import { spawn } from "node:child_process";
import { Refusal } from "./report.mjs";

const PATIENCE_MS = 10_000;
const live = new Set();

/**
 * Starts a program in this folder. Options: `environment` (added to ours), `output` ("show", "keep" for stderr kept
 * to be told on failure, or "pipe").
 */
export function start(command, args, { environment = {}, output = "show" } = {}) {
  const stdio = {
    show: ["ignore", "inherit", "inherit"],
    keep: ["ignore", "pipe", "pipe"],
    pipe: ["ignore", "pipe", "inherit"],
  };
  const child = spawn(command, args, { env: { ...process.env, ...environment }, stdio: stdio[output] });
  live.add(child);
  child.once("exit", () => live.delete(child));
  child.once("error", () => live.delete(child));
  return child;
}

/** Waits for a program's end; answers its exit code (128 when a signal ended it). */
export function ended(child) {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 128));
  });
}

/** Runs a program with its output shown; throws `refusal` when it fails. */
export async function run(command, args, refusal, options = {}) {
  const code = await ended(start(command, args, options));
  if (code !== 0) throw refusal;
}

/**
 * Runs a TypeScript file of ours; answers its output. Exit code 2 is its way to say "the reader can put this right":
 * its words are then shown without a stack.
 */
export async function runQuietly(file, args, environment) {
  const child = start(process.execPath, ["--import", "tsx", file, ...args], { environment, output: "keep" });
  let out = "";
  let err = "";
  child.stdout.on("data", (data) => (out += data));
  child.stderr.on("data", (data) => (err += data));
  const code = await ended(child);
  if (code === 0) return out.trim();
  const [fault, ...remedy] = err.trim().split("\n");
  if (code === 2) throw new Refusal(fault, remedy.join("\n  "));
  throw new Refusal(`${file} failed (exit code ${code}).`, err.trim() || out.trim());
}

/** Asks every program that still runs to stop, and makes it stop when it does not. */
export async function stopAll() {
  await Promise.all([...live].map(stop));
}

/** Stops one program: politely, then by force after ten seconds. */
export async function stop(child) {
  if (!live.has(child) || child.exitCode !== null) return;
  const end = ended(child).catch(() => 128);
  child.kill("SIGTERM");
  const force = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
  await end;
  clearTimeout(force);
}
