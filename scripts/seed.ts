import { parseArgs } from "node:util";
import { closeConnection } from "@/db/client";
import { seedDemo, WorkspaceNotEmpty, type SeedResult, type SeedStep } from "@/flows/demo";

const REFUSED = 2;
const MOST_ACCOUNTS = 1_000_000;
const TALK_EVERY_MS = 5_000;

const { values } = parseArgs({
  options: {
    accounts: { type: "string" },
    workspace: { type: "string" },
    seed: { type: "string" },
    country: { type: "string" },
    "if-empty": { type: "boolean", default: false },
  },
});

try {
  const begin = performance.now();
  const result = await seedDemo({
    accounts: wholeNumber("accounts", values.accounts, MOST_ACCOUNTS),
    seed: wholeNumber("seed", values.seed, Number.MAX_SAFE_INTEGER),
    slug: slug(values.workspace),
    country: country(values.country),
    ifEmpty: values["if-empty"],
    now: new Date(),
    onProgress: talk(),
  });
  console.log(sentence(result, (performance.now() - begin) / 1000));
} catch (error) {
  if (!(error instanceof WorkspaceNotEmpty)) throw error;
  refuse(error.message, `Choose another name: npm run seed -- --workspace ${error.slug}-2`);
} finally {
  await closeConnection();
}

/** A whole number of the command line; anything else ends the program with a sentence. */
function wholeNumber(name: string, text: string | undefined, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  return refuse(`--${name} is "${text}".`, `Use a whole number from 1 to ${most}.`);
}

function slug(text: string | undefined): string | undefined {
  if (text === undefined || /^[a-z0-9][a-z0-9-]{0,62}$/.test(text)) return text;
  return refuse(`--workspace is "${text}".`, "Use small letters, digits and hyphens, for example demo-2.");
}

function country(text: string | undefined): string | undefined {
  if (text === undefined || /^[A-Z]{2}$/.test(text)) return text;
  return refuse(
    `--country is "${text}".`,
    "Use the two capital letters of ISO 3166, for example IR, SA or AE.",
  );
}

function refuse(fault: string, remedy: string): never {
  console.error(`${fault}\n${remedy}`);
  process.exit(REFUSED);
}

/** Says now and then how far a long seed has come. */
function talk(): (step: SeedStep, done: number, total: number) => void {
  let last = performance.now();
  return (step, done, total) => {
    if (performance.now() - last < TALK_EVERY_MS) return;
    last = performance.now();
    console.log(`${step}: ${done} of ${total}`);
  };
}

function sentence(result: SeedResult, seconds: number): string {
  if (!result.isSeeded) return `The workspace "${result.slug}" is there already; nothing was changed.`;
  const bound =
    result.aucBound === null
      ? ""
      : ` No model can foretell leaving better than with an AUC of about ${result.aucBound.toFixed(2)}.`;
  return (
    `${result.accounts} accounts, ${result.customers} of them customers on ${result.lastDay}, ${result.usageRows} usage days and ` +
    `${result.tickets} tickets, scored on ${result.days} days, in ${seconds.toFixed(0)} s.${bound}`
  );
}
