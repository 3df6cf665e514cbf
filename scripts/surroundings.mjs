/** What a start finds around it: .env, the settings in force, and the secrets kept in .vafa. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { SETTING_KEYS, faultSentence, parseSettings } from "../lib/settings.mjs";
import { Refusal } from "./report.mjs";

/** Where everything lives that a checkout makes for itself. */
export const HOME = path.resolve(".vafa");
const TEST_KEYS = ["TEST_DATABASE_URL", "TEST_DATABASE_OWNER_URL"];
// No letters that look alike: the demo password is read from a screen.
const READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
const DEMO_PASSWORD_LENGTH = 14;

/**
 * Puts .env into the environment (what is set there already wins) and answers the settings.
 * Refuses with every fault found: key, what is wrong, what to write.
 */
export function readSurroundings() {
  const file = readEnvFile();
  for (const [key, value] of Object.entries(file)) process.env[key] ??= value;
  const { settings, faults } = parseSettings(process.env);
  const unknown = Object.keys(file).filter((key) => key.startsWith("VAFA_") && !SETTING_KEYS.includes(key));
  const sentences = [
    ...faults.map(faultSentence),
    ...unknown.map((key) => `${key} is not a setting. Known are: ${SETTING_KEYS.join(", ")}.`),
  ];
  if (sentences.length > 0) {
    const place = Object.keys(file).length > 0 ? ".env or the environment" : "the environment";
    throw new Refusal(`A setting in ${place} is wrong:`, sentences.join("\n  "));
  }
  return settings;
}

/** The two addresses tests may use instead of a database of their own; null when not set. */
export function readTestDatabase() {
  const [appUrl, ownerUrl] = TEST_KEYS.map((key) => process.env[key]);
  const { settings, faults } = parseSettings({ DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl });
  if (faults.length > 0) {
    const sentences = faults.map((fault) => faultSentence({ ...fault, key: `TEST_${fault.key}` }));
    throw new Refusal("The test database is set wrongly:", sentences.join("\n  "));
  }
  return settings.databaseUrl ? { appUrl, ownerUrl } : null;
}

/** The secret that signs sessions: the one set, or one made once and kept. */
export function authSecret(settings) {
  return settings.authSecret ?? keep("auth-secret", () => randomBytes(33).toString("base64url"));
}

/** The password of the demo people: the one set, or one made once and kept. */
export function demoPassword(settings) {
  return settings.demoPassword ?? keep("demo-password", readablePassword);
}

function readablePassword() {
  const bytes = [...randomBytes(DEMO_PASSWORD_LENGTH * 4)];
  const fair = bytes.filter((byte) => byte < READABLE.length * Math.floor(256 / READABLE.length));
  const letters = fair.slice(0, DEMO_PASSWORD_LENGTH).map((byte) => READABLE[byte % READABLE.length]);
  return letters.join("");
}

/** A secret kept in .vafa, readable by its owner only; made on first use, by whichever process comes first. */
function keep(name, make) {
  const file = path.join(HOME, name);
  mkdirSync(HOME, { recursive: true });
  try {
    writeFileSync(file, make(), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  }
  return readFileSync(file, "utf8").trim();
}

function readEnvFile() {
  let text = "";
  try {
    text = readFileSync(".env", "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return {};
    throw new Refusal(`.env cannot be read: ${error.message}`, "Make it readable, or remove it.");
  }
  return Object.fromEntries(
    text
      .replace(/^\uFEFF/, "")
      .split(/\r?\n/)
      .flatMap(readLine),
  );
}

function readLine(line, index) {
  const text = line.trim();
  if (text === "" || text.startsWith("#")) return [];
  const found = /^(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/.exec(text);
  if (!found)
    throw new Refusal(`.env, line ${index + 1} is not a setting.`, "Write KEY=value, or begin it with #.");
  const [, key, rest] = found;
  const quoted = /^(["'])(.*?)\1\s*(?:#.*)?$/.exec(rest);
  return [[key, quoted ? quoted[2] : rest.replace(/(^|\s)#.*$/, "").trim()]];
}
