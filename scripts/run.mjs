/**
 * The one door behind `npm run demo`, `npm test` and their siblings. Plain Node with imports from node: and from
 * beside it only, because on a fresh machine nothing is installed when it starts.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { stopAll } from "./children.mjs";
import { stopDatabase } from "./database.mjs";
import { holdLease, otherLeases } from "./processes.mjs";
import { Refusal, explain, say } from "./report.mjs";
import { HOME, readSurroundings } from "./surroundings.mjs";

const OLDEST_NODE = [20, 9];
const COMMANDS = ["demo", "start", "dev", "worker", "test", "seed", "import", "bench"];
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

const PARENT_CHECK_MS = 500;

let isStopping = false;
/** What must be put away at the end, last first. */
const endings = [];

function refuseOldNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Refusal(
    `This is Node.js ${process.versions.node}.`,
    `Vafa needs ${OLDEST_NODE.join(".")} or newer: https://nodejs.org`,
  );
}

async function main([command, ...args]) {
  refuseOldNode();
  if (!COMMANDS.includes(command)) {
    throw new Refusal(`"${command ?? ""}" is not a command.`, `Known are: ${COMMANDS.join(", ")}.`);
  }
  const settings = readSurroundings();
  const release = holdLease(HOME);
  endings.push(async () => {
    release();
    await stopDatabase(HOME, () => otherLeases(HOME).length > 0);
  });
  const home = command === "test" ? await import("./test.mjs") : await import("./commands.mjs");
  return home[command]({ args, settings, atEnd: (work) => endings.push(work) });
}

async function finish(code) {
  if (isStopping) return;
  isStopping = true;
  await stopAll();
  for (const end of endings.reverse()) {
    try {
      await end();
    } catch (error) {
      explain(error);
      code ||= 1;
    }
  }
  process.exit(code);
}

process.chdir(path.resolve(path.dirname(fileURLToPath(import.meta.url)), ".."));
for (const [signal, code] of Object.entries(EXIT_CODES)) {
  process.on(signal, () => {
    if (!isStopping) say("\n… stopping");
    void finish(code);
  });
}
// npm passes a signal to its shell, which may die without telling us.
if (process.env.npm_lifecycle_event) {
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && void finish(EXIT_CODES.SIGTERM), PARENT_CHECK_MS).unref();
}
try {
  await finish((await main(process.argv.slice(2))) ?? 0);
} catch (error) {
  // What a signal interrupted fails too; that is no news.
  if (!isStopping) {
    explain(error);
    await finish(1);
  }
}
