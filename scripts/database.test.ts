import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startDatabase, stopDatabase } from "./database.mjs";

let home = "";
beforeAll(() => {
  home = mkdtempSync(path.join(os.tmpdir(), "vafa-database-"));
});
afterAll(async () => {
  await stopDatabase(home);
  rmSync(home, { recursive: true, force: true });
});

async function ask(url: string, statement: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    const [row] = await sql.unsafe(statement);
    return row ? Object.values(row)[0] : null;
  } finally {
    await sql.end();
  }
}

function serverProcess(): number {
  return Number.parseInt(readFileSync(path.join(home, "database", "postmaster.pid"), "utf8"), 10);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("the database that comes with Vafa", () => {
  it("is started once by two that start together, and asks for a password", async () => {
    const [one, two] = await Promise.all([startDatabase(home), startDatabase(home)]);
    expect([one.started, two.started].sort()).toEqual([false, true]);
    expect(one.appUrl).toBe(two.appUrl);
    const stranger = new URL(one.appUrl);
    stranger.password = "guessed";
    await expect(ask(stranger.href, "select 1")).rejects.toThrow(/password authentication failed/);
    expect(statSync(path.join(home, "database.json")).mode & 0o777).toBe(0o600);
  });

  it("has an owner and a runtime role, neither a superuser nor above row-level security", async () => {
    const { ownerUrl, appUrl } = await startDatabase(home);
    const rights =
      "select rolsuper or rolbypassrls or rolcreaterole from pg_roles where rolname = current_user";
    expect(await ask(ownerUrl, rights)).toBe(false);
    expect(await ask(appUrl, rights)).toBe(false);
    await expect(ask(appUrl, "create table mine (a int)")).rejects.toThrow(/permission denied/);
  });

  it("keeps what was committed when it is killed, and starts again at the same address", async () => {
    const before = await startDatabase(home);
    await ask(before.ownerUrl, "create table kept as select 7 as a");
    process.kill(serverProcess(), "SIGKILL");
    await expect.poll(() => ask(before.ownerUrl, "select 1").catch(() => "gone")).toBe("gone");
    const after = await startDatabase(home);
    expect(after).toEqual({ ...before, started: true });
    expect(await ask(after.ownerUrl, "select a from kept")).toBe(7);
  });

  it("stops when nobody needs it, and leaves no process", async () => {
    await startDatabase(home);
    const pid = serverProcess();
    await stopDatabase(home, () => true);
    expect(isRunning(pid)).toBe(true);
    await stopDatabase(home);
    expect(isRunning(pid)).toBe(false);
  });
});
