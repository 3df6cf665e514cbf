/**
 * The rules for every setting Vafa reads from its environment: the one list behind `lib/env.ts`, the start-up
 * check and the table in README.md. Plain JavaScript without imports, because the check runs before anything
 * is installed.
 */

/**
 * @typedef {{ key: string, fault: string, fix: string }} SettingFault
 * @typedef {{
 *   databaseUrl: string | null,
 *   databaseOwnerUrl: string | null,
 *   authSecret: string | null,
 *   host: string,
 *   port: number | null,
 *   publicUrl: string | null,
 *   demoPassword: string | null,
 *   jobs: "here" | "apart",
 * }} Settings
 */

const DEFAULT_HOST = "127.0.0.1";
const SECRET_LENGTH = 32;
const PASSWORD_LENGTH = 8;

/** Every key there is, in the order of the README. */
export const SETTING_KEYS = Object.freeze([
  "DATABASE_URL",
  "DATABASE_OWNER_URL",
  "AUTH_SECRET",
  "HOST",
  "PORT",
  "VAFA_URL",
  "VAFA_DEMO_PASSWORD",
  "VAFA_JOBS",
]);

/**
 * Reads settings from an environment. An empty value counts as not set. Never throws: answers the settings and
 * every fault found, each with the key, what is wrong with its value (never the value of a secret) and the fix.
 * @param {Record<string, string | undefined>} environment
 * @returns {{ settings: Settings, faults: SettingFault[] }}
 */
export function parseSettings(environment) {
  /** @type {SettingFault[]} */
  const faults = [];
  /** @param {string} key */
  const text = (key) => environment[key]?.trim() || null;
  /** @param {string} key @param {string} fault @param {string} fix */
  const refuse = (key, fault, fix) => void faults.push({ key, fault, fix });

  const settings = /** @type {Settings} */ ({
    databaseUrl: databaseUrl(text, refuse, "DATABASE_URL"),
    databaseOwnerUrl: databaseUrl(text, refuse, "DATABASE_OWNER_URL"),
    authSecret: secret(
      text,
      refuse,
      "AUTH_SECRET",
      SECRET_LENGTH,
      "openssl rand -base64 33 makes a good one",
    ),
    host: text("HOST") ?? DEFAULT_HOST,
    port: port(text, refuse),
    publicUrl: publicUrl(text, refuse),
    demoPassword: secret(
      text,
      refuse,
      "VAFA_DEMO_PASSWORD",
      PASSWORD_LENGTH,
      "or remove the line: one is made",
    ),
    jobs: jobs(text, refuse),
  });
  refuseHalfDatabase(text, refuse);
  return { settings, faults };
}

/**
 * One fault as a sentence for a terminal or a log.
 * @param {SettingFault} fault
 */
export function faultSentence({ key, fault, fix }) {
  return `${key} ${fault}. ${fix}.`;
}

/** @typedef {(key: string) => string | null} Text */
/** @typedef {(key: string, fault: string, fix: string) => void} Refuse */

/** @param {Text} text @param {Refuse} refuse @param {string} key */
function databaseUrl(text, refuse, key) {
  const value = text(key);
  if (value === null) return null;
  const example = `Write it as ${key}=postgres://role:password@host:5432/database`;
  const url = parseUrl(value);
  if (!url) {
    refuse(key, "is not an address (a password with signs such as @ : / # must be percent-encoded)", example);
  } else if (url.protocol !== "postgres:" && url.protocol !== "postgresql:") {
    refuse(key, `begins with "${url.protocol}//", not with "postgres://"`, example);
  } else if (url.username === "" || url.pathname.length < 2) {
    refuse(key, `names no ${url.username === "" ? "role" : "database"}`, example);
  }
  return value;
}

/** @param {Text} text @param {Refuse} refuse */
function refuseHalfDatabase(text, refuse) {
  const has = { app: text("DATABASE_URL") !== null, owner: text("DATABASE_OWNER_URL") !== null };
  if (has.app === has.owner) {
    if (has.app && text("DATABASE_URL") === text("DATABASE_OWNER_URL")) {
      const fix = "Give the pages a role of their own that owns nothing; README.md shows the statements";
      refuse("DATABASE_URL", "is the same as DATABASE_OWNER_URL", fix);
    }
    return;
  }
  const [missing, present] = has.app
    ? ["DATABASE_OWNER_URL", "DATABASE_URL"]
    : ["DATABASE_URL", "DATABASE_OWNER_URL"];
  refuse(
    missing,
    `is not set, but ${present} is`,
    "Set both, or neither to use the database that comes with Vafa",
  );
}

/** @param {Text} text @param {Refuse} refuse @param {string} key @param {number} length @param {string} hint */
function secret(text, refuse, key, length, hint) {
  const value = text(key);
  if (value !== null && value.length < length) {
    refuse(key, `has ${value.length} characters`, `Use at least ${length}; ${hint}`);
  }
  return value;
}

/** @param {Text} text @param {Refuse} refuse */
function port(text, refuse) {
  const value = text("PORT");
  if (value === null) return null;
  const fault = portFault(value);
  if (fault) refuse("PORT", fault, "Use a whole number from 1 to 65535, for example PORT=3000");
  return Number(value);
}

/**
 * What is wrong with a port as text, or null when nothing is.
 * @param {string} value
 */
export function portFault(value) {
  const isPort = /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= 65535;
  return isPort ? null : `is "${value}", which is not a port`;
}

/** @param {Text} text @param {Refuse} refuse */
function publicUrl(text, refuse) {
  const value = text("VAFA_URL");
  if (value === null) return null;
  const url = parseUrl(value);
  const fix = "Write the address people type, for example VAFA_URL=https://vafa.example.com";
  if (!url || (url.protocol !== "http:" && url.protocol !== "https:")) {
    refuse("VAFA_URL", `is "${value}", which is not a web address`, fix);
  } else if (url.pathname !== "/" || url.search !== "" || url.hash !== "") {
    refuse("VAFA_URL", "has a path; Vafa answers at the root of its host", fix);
  }
  return url ? url.origin : value;
}

/** @param {Text} text @param {Refuse} refuse */
function jobs(text, refuse) {
  const value = text("VAFA_JOBS") ?? "here";
  if (value !== "here" && value !== "apart") {
    const fix = "Use here (the web process does them) or apart (npm run worker does)";
    refuse("VAFA_JOBS", `is "${value}"`, fix);
  }
  return value;
}

/** @param {string} value */
function parseUrl(value) {
  try {
    return new URL(value);
  } catch {
    return null;
  }
}
