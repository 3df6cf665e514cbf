/** Serves the built pages on a port of this machine and waits until they answer. */
import { setTimeout as sleep } from "node:timers/promises";
import { portFault } from "../lib/settings.mjs";
import { NEXT } from "./build.mjs";
import { start } from "./children.mjs";
import { isPortFree } from "./processes.mjs";
import { Refusal } from "./report.mjs";

const FIRST_PORT = 3000;
const PORTS_TRIED = 100;
const READY_SECONDS = 90;

/**
 * The port to serve on. One that was asked for (--port, PORT) is used or refused; otherwise the first free one
 * from 3000 on.
 */
export async function choosePort(args, settings) {
  const asked = flag(args, "--port");
  if (asked !== null && portFault(asked)) {
    throw new Refusal(
      `--port ${portFault(asked)}.`,
      "Use a whole number from 1 to 65535: npm run demo -- --port 3900",
    );
  }
  const wanted = asked === null ? settings.port : Number(asked);
  if (wanted !== null) {
    if (await isFree(wanted, settings.host)) return wanted;
    throw new Refusal(
      `Port ${wanted} cannot be used: another program listens there, or it needs an administrator.`,
      "Stop that program, or ask for another port: npm run demo -- --port 3900",
    );
  }
  for (let port = FIRST_PORT; port < FIRST_PORT + PORTS_TRIED; port++) {
    if (await isFree(port, settings.host)) return port;
  }
  throw new Refusal(`No port from ${FIRST_PORT} on is free.`, "Ask for one: npm run demo -- --port 3900");
}

// "localhost" may lead to either address, so both must be ours.
async function isFree(port, host) {
  return (
    (await isPortFree(port, host)) && (await isPortFree(port, "127.0.0.1")) && (await isPortFree(port, "::1"))
  );
}

/** The value after a flag ("--port 3900" or "--port=3900"), "" when it has none, null when it is absent. */
export function flag(args, name) {
  const index = args.findIndex((each) => each === name || each.startsWith(`${name}=`));
  if (index < 0) return null;
  return args[index].includes("=") ? args[index].slice(name.length + 1) : (args[index + 1] ?? "");
}

/** Starts Next ("start" or "dev") and waits for /readyz; answers { child, address }. */
export async function serve(mode, { port, host, environment }) {
  const child = start(process.execPath, [NEXT, mode, "--port", String(port), "--hostname", host], {
    environment: { ...environment, PORT: String(port), HOST: host },
    output: "pipe",
  });
  const local = host === "0.0.0.0" || host === "::" || host === "127.0.0.1" ? "localhost" : host;
  const address = `http://${local}:${port}`;
  let words = "";
  const collect = (data) => (words += data);
  child.stdout.on("data", collect);
  await untilReady(child, address.replace("localhost", "127.0.0.1"), () => words);
  child.stdout.off("data", collect);
  child.stdout.pipe(process.stdout);
  return { child, address };
}

async function untilReady(child, address, words) {
  const deadline = Date.now() + READY_SECONDS * 1000;
  let last = "no answer";
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Refusal("The server ended while starting.", words().trim());
    try {
      const response = await fetch(`${address}/readyz`, { signal: AbortSignal.timeout(30_000) });
      if (response.ok) return;
      last = `${response.status} ${(await response.text()).slice(0, 300)}`;
    } catch (error) {
      last = error.cause?.code ?? error.message;
    }
    await sleep(150);
  }
  throw new Refusal(
    `The server is not ready after ${READY_SECONDS} s. /readyz says: ${last}`,
    words().trim(),
  );
}
