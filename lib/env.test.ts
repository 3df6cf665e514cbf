import { describe, expect, it } from "vitest";
import { envFrom } from "./env";
import { faultSentence, parseSettings } from "./settings.mjs";

const complete = {
  DATABASE_URL: "postgres://vafa_app:secret@localhost:5432/vafa",
  DATABASE_OWNER_URL: "postgres://vafa_owner:secret@localhost:5432/vafa",
  AUTH_SECRET: "x".repeat(32),
};

function sentences(environment: Record<string, string>) {
  return parseSettings({ ...complete, ...environment }).faults.map(faultSentence);
}

describe("settings", () => {
  it("are complete with two database addresses and a secret of 32 characters, the rest by default", () => {
    expect(envFrom(complete)).toEqual({
      databaseUrl: complete.DATABASE_URL,
      databaseOwnerUrl: complete.DATABASE_OWNER_URL,
      authSecret: complete.AUTH_SECRET,
      host: "127.0.0.1",
      port: null,
      publicUrl: null,
      demoPassword: null,
      jobs: "here",
    });
  });

  it("take an empty value for one that is not set", () => {
    expect(parseSettings({ PORT: "", VAFA_JOBS: " ", DATABASE_URL: "" }).faults).toEqual([]);
  });

  it("may leave out both database addresses, but not one of them", () => {
    expect(parseSettings({}).faults).toEqual([]);
    expect(sentences({ DATABASE_OWNER_URL: "" })).toEqual([
      "DATABASE_OWNER_URL is not set, but DATABASE_URL is. Set both, or neither to use the database that comes with Vafa.",
    ]);
    expect(sentences({ DATABASE_URL: "" })[0]).toMatch(
      /^DATABASE_URL is not set, but DATABASE_OWNER_URL is\./,
    );
  });

  it("refuse the owner's address for the pages", () => {
    expect(sentences({ DATABASE_URL: complete.DATABASE_OWNER_URL })[0]).toMatch(
      /is the same as DATABASE_OWNER_URL/,
    );
  });

  it.each([
    ["DATABASE_URL", "mysql://a:b@host/db", 'begins with "mysql://", not with "postgres://"'],
    ["DATABASE_URL", "localhost 5432", "is not an address"],
    ["DATABASE_URL", "postgres://host/db", "names no role"],
    ["DATABASE_OWNER_URL", "postgres://owner:pw@host", "names no database"],
    ["AUTH_SECRET", "short", "has 5 characters"],
    ["PORT", "70000", 'is "70000", which is not a port'],
    ["PORT", "30a", 'is "30a", which is not a port'],
    ["VAFA_URL", "vafa.example.com", 'is "vafa.example.com", which is not a web address'],
    ["VAFA_URL", "https://example.com/vafa", "has a path"],
    ["VAFA_DEMO_PASSWORD", "1234567", "has 7 characters"],
    ["VAFA_JOBS", "elsewhere", 'is "elsewhere"'],
  ])("name the key, the fault and the fix: %s=%s", (key, value, fault) => {
    const found = sentences({ [key]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(`${key} ${fault}`);
    expect(found[0]).toMatch(/\. \S.+\.$/);
  });

  it("never repeat a secret or a password in a fault", () => {
    const told = sentences({
      AUTH_SECRET: "hunter2",
      VAFA_DEMO_PASSWORD: "abc",
      DATABASE_URL: "http://a:pa55@h/d",
    });
    expect(told).toHaveLength(3);
    expect(told.join()).not.toMatch(/hunter2|abc|pa55/);
  });

  it("stop a process that was started without them, naming each", () => {
    expect(() => envFrom({})).toThrow(
      /DATABASE_URL is not set.*\nDATABASE_OWNER_URL is not set.*\nAUTH_SECRET is not set/,
    );
  });
});
