/** What a start prints: steps with their wall times, and refusals in a sentence instead of a stack. */

/** Something the reader can put right: what is wrong, and what to do about it. */
export class Refusal extends Error {
  constructor(fault, remedy) {
    super(fault);
    this.remedy = remedy;
  }
}

/** Runs one step and prints how long it took; `note` (from the step's answer) follows in brackets. */
export async function step(name, work) {
  const start = performance.now();
  process.stdout.write(`… ${name}\n`);
  const note = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(
    `✓ ${name} (${seconds} s)${typeof note === "string" && note !== "" ? `: ${note}` : ""}\n`,
  );
  return note;
}

/** Prints a line of its own. */
export function say(line = "") {
  process.stdout.write(`${line}\n`);
}

/** Prints why we stop. A refusal is two sentences; anything else keeps its stack, since it is our fault. */
export function explain(error) {
  if (error instanceof Refusal) {
    process.stderr.write(`\n✗ ${error.message}\n${error.remedy ? `  ${error.remedy}\n` : ""}`);
  } else {
    process.stderr.write(`\n✗ ${error?.stack ?? error}\n`);
  }
}
