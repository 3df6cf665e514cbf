import { parseArgs } from "node:util";
import { closeConnection } from "@/db/client";
import { seedDemo } from "@/db/seed";

const REFUSED = 2;
const DEFAULT_ACCOUNTS = 2000;
const DEFAULT_SEED = 1;
const MOST_ACCOUNTS = 1_000_000;

/** A whole number of the command line; anything else ends the program with a sentence. */
function wholeNumber(name: string, text: string | undefined, otherwise: number, most: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= 1 && value <= most) return value;
  console.error(
    `--${name} is "${text}".\nUse a whole number from 1 to ${most}: npm run seed -- --${name} ${otherwise}`,
  );
  process.exit(REFUSED);
}

const { values } = parseArgs({
  options: {
    accounts: { type: "string" },
    workspace: { type: "string" },
    seed: { type: "string" },
    "if-empty": { type: "boolean", default: false },
  },
});

const summary = await seedDemo({
  accounts: wholeNumber("accounts", values.accounts, DEFAULT_ACCOUNTS, MOST_ACCOUNTS),
  seed: wholeNumber("seed", values.seed, DEFAULT_SEED, Number.MAX_SAFE_INTEGER),
  workspace: values.workspace,
  ifEmpty: values["if-empty"],
  now: new Date(),
});
if (typeof summary === "string") console.log(summary);
await closeConnection();
