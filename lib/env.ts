import { faultSentence, parseSettings, type Settings } from "./settings.mjs";

/** What a running Vafa must know; the database and the secret are no longer optional. */
export type Env = Settings & { databaseUrl: string; databaseOwnerUrl: string; authSecret: string };

let read: Env | null = null;

/**
 * The settings of this process, read once: the only place that reads the environment. `npm run …` fills in the
 * database and the secret before it starts anything, so they are missing only when started by hand.
 * Throws with one sentence per fault: key, what is wrong, what to write instead.
 */
export function env(): Env {
  read ??= envFrom(process.env);
  return read;
}

/** Settings of a given environment; throws as `env` does. */
export function envFrom(environment: Record<string, string | undefined>): Env {
  const { settings, faults } = parseSettings(environment);
  const { databaseUrl, databaseOwnerUrl, authSecret } = settings;
  const sentences = faults.map(faultSentence);
  const missing = {
    DATABASE_URL: databaseUrl,
    DATABASE_OWNER_URL: databaseOwnerUrl,
    AUTH_SECRET: authSecret,
  };
  for (const [key, value] of Object.entries(missing)) {
    const isNamed = faults.some((fault) => fault.key === key);
    if (value === null && !isNamed) {
      sentences.push(`${key} is not set. Start with npm run start, which fills it in, or set it in .env.`);
    }
  }
  if (sentences.length > 0 || databaseUrl === null || databaseOwnerUrl === null || authSecret === null) {
    throw new Error(sentences.join("\n"));
  }
  return Object.freeze({ ...settings, databaseUrl, databaseOwnerUrl, authSecret });
}
