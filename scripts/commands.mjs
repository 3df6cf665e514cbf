/** What each npm script does, step by step. Every one may be repeated: a step that is done already is skipped. */
import { ensureBuilt } from "./build.mjs";
import { ended, runQuietly, start as startProgram } from "./children.mjs";
import { startDatabase } from "./database.mjs";
import { ensureInstalled } from "./install.mjs";
import { say, step } from "./report.mjs";
import { choosePort, serve } from "./serve.mjs";
import { HOME, authSecret, demoPassword } from "./surroundings.mjs";

const DEMO_ACCOUNTS = 2000;
const DEMO_PEOPLE = [
  ["csm@demo.vafa", "customer success: Today and her accounts"],
  ["exec@demo.vafa", "executive: the whole portfolio"],
  ["admin@demo.vafa", "administrator: data and settings"],
  ["viewer@demo.vafa", "viewer: reads, and sees no money"],
];

/** The demo company, built and served: what a newcomer runs. */
export async function demo(context) {
  const { args, settings } = context;
  const begin = performance.now();
  const port = await choosePort(args, settings);
  const environment = { ...(await prepare(settings)), VAFA_DEMO_PASSWORD: demoPassword(settings) };
  await seedDemo(environment);
  const child = await serveBuilt(settings, port, environment, begin, sayPeople);
  return ended(child);
}

/** The pages for real use: like demo, without the demo company. */
export async function start({ args, settings }) {
  const begin = performance.now();
  const port = await choosePort(args, settings);
  const child = await serveBuilt(settings, port, await prepare(settings), begin);
  return ended(child);
}

/** The demo company with pages that follow every change of the code. */
export async function dev({ args, settings }) {
  const port = await choosePort(args, settings);
  const environment = { ...(await prepare(settings)), VAFA_DEMO_PASSWORD: demoPassword(settings) };
  await seedDemo(environment);
  const { child, address } = await serve("dev", { port, host: settings.host, environment });
  sayPeople(address, environment);
  return ended(child);
}

/** Work in the background in a process of its own; set VAFA_JOBS=apart for the web process then. */
export async function worker({ args, settings }) {
  return runScript("scripts/worker.ts", args, await prepare(settings));
}

/** `npm run seed -- --accounts N [--workspace slug] [--seed S]`: a demo company of any size. */
export async function seed({ args, settings }) {
  return runScript("scripts/seed.ts", args, await withDemoPassword(settings));
}

/** `npm run import -- --workspace W --mapping FILE --dir DIR` */
async function importFiles({ args, settings }) {
  return runScript("scripts/import.ts", args, await withDemoPassword(settings));
}
export { importFiles as import };

/** `npm run bench`: speed as ratios, with the baseline measured in the same run. */
export async function bench({ args, settings }) {
  return runScript("bench/index.ts", args, await withDemoPassword(settings));
}

async function withDemoPassword(settings) {
  return { ...(await prepare(settings)), VAFA_DEMO_PASSWORD: demoPassword(settings) };
}

/** Packages, database and schema; answers the environment for what runs on them. */
async function prepare(settings) {
  await ensureInstalled();
  const urls = await ensureDatabase(settings);
  const environment = {
    NEXT_TELEMETRY_DISABLED: "1",
    AUTH_SECRET: authSecret(settings),
    DATABASE_URL: urls.appUrl,
    DATABASE_OWNER_URL: urls.ownerUrl,
  };
  await migrate(environment);
  return environment;
}

async function ensureDatabase(settings) {
  if (settings.databaseUrl) return { appUrl: settings.databaseUrl, ownerUrl: settings.databaseOwnerUrl };
  let urls = null;
  await step("start PostgreSQL", async () => {
    urls = await startDatabase(HOME);
    return urls.started ? undefined : "already running, used too";
  });
  return urls;
}

/** Brings the schema up to date, after checking that the runtime role owns nothing. */
export async function migrate(environment) {
  await step("migrate", () => runQuietly("scripts/migrate.ts", [], environment));
}

async function seedDemo(environment) {
  const args = ["--accounts", String(DEMO_ACCOUNTS), "--if-empty"];
  await step("demo company", () => runQuietly("scripts/seed.ts", args, environment));
}

async function serveBuilt(settings, port, environment, begin, tell = () => undefined) {
  const build = await ensureBuilt(environment);
  let served = null;
  await step("start the pages", async () => {
    const all = { ...environment, NEXT_DEPLOYMENT_ID: build };
    served = await serve("start", { port, host: settings.host, environment: all });
  });
  const seconds = ((performance.now() - begin) / 1000).toFixed(0);
  say(`\nVafa is ready after ${seconds} s: ${settings.publicUrl ?? served.address}`);
  tell(served.address, environment);
  say("Ctrl-C stops it.");
  return served.child;
}

function sayPeople(address, { VAFA_DEMO_PASSWORD: password }) {
  say(`\nSign in at ${address}/sign-in with the password  ${password}  as`);
  for (const [email, note] of DEMO_PEOPLE) say(`  ${email.padEnd(18)} ${note}`);
  say();
}

async function runScript(file, args, environment) {
  return ended(startProgram(process.execPath, ["--import", "tsx", file, ...args], { environment }));
}
