import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createTranslator } from "next-intl";
import { closeConnection } from "@/db/client";
import { countRemarks, listRemarks, type Remark } from "@/db/queries/imports/remarks";
import { runImport, type Imported, type ImportProgress } from "@/flows/imports/run";
import { DEMO_PEOPLE } from "@/flows/people";
import { env } from "@/lib/env";
import { parseMapping, type Mapping } from "@/lib/imports/mapping";
import { ImportFaults, type Fault } from "@/lib/imports/refusals";
import { messageKey } from "@/lib/words/message-key";
import words from "@/lib/words/en/imports.json";

/** Nothing was written: the words are for the reader, who can put this right. */
const REFUSED = 2;
/** The import was cut off; running it again goes on. */
const BROKEN = 1;
const LISTED = 20;
const MEGABYTE = 1024 * 1024;
const REDRAW_MS = 200;

const t = createTranslator({ locale: "en", messages: { imports: words }, namespace: "imports" });
type Key = Parameters<typeof t>[0];
const say = (key: string, params: Record<string, string | number> = {}) => t(key as Key, params as never);

type Options = { workspace: string; mapping: string; dir: string };

function readOptions(): Options | null {
  const option = { type: "string" } as const;
  try {
    const { values } = parseArgs({ options: { workspace: option, mapping: option, dir: option } });
    const { workspace, mapping, dir } = values;
    for (const name of ["workspace", "mapping", "dir"]) {
      if (!(name in values)) console.error(say("terminal.missingOption", { option: name }));
    }
    if (workspace !== undefined && mapping !== undefined && dir !== undefined)
      return { workspace, mapping, dir };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
  console.error(`${say("terminal.usage")}\n${say("terminal.usageWorkspace")}`);
  return null;
}

async function readMapping(path: string): Promise<Mapping> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new ImportFaults([
      { code: "mapping_missing", file: null, params: { path, detail: error.code ?? "" } },
    ]);
  });
  return parseMapping(text);
}

/** One line that is drawn over itself; where nobody looks, one line a phase. */
function progressLine(started: number): (progress: ImportProgress) => void {
  let phase = "";
  let drawnAt = 0;
  let phaseAt = started;
  return (progress) => {
    const now = performance.now();
    const isNew = progress.phase !== phase;
    if (isNew) {
      if (phase !== "" && process.stdout.isTTY) process.stdout.write("\n");
      phase = progress.phase;
      phaseAt = now;
    }
    const isDone = progress.done === progress.total;
    if (!isNew && !isDone && now - drawnAt < REDRAW_MS) return;
    drawnAt = now;
    const line = progressText(progress, (now - phaseAt) / 1000);
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`);
    else if (isNew) console.log(`… ${say(`phases.${phase}`)}`);
  };
}

function progressText({ phase, done, total }: ImportProgress, seconds: number): string {
  const rate = seconds > 0 && done > 0 ? done / seconds : null;
  const left = rate === null || total === null ? null : (total - done) / rate;
  const parts = [
    `… ${say(`phases.${phase}`)}`,
    done > 0 || total !== null ? `${done}${total === null ? "" : ` / ${total}`}` : null,
    rate === null ? null : `${Math.round(rate)}/s`,
    left === null || left < 1 ? null : `${Math.round(left)} s`,
  ];
  return parts.filter((part) => part !== null).join("  ");
}

const COUNTS = ["read", "added", "changed", "repeated", "refused", "warned"] as const;

function sayCounts(imported: Imported): void {
  const head = [say("terminal.file"), say("terminal.noun"), ...COUNTS.map((key) => say(`counts.${key}`))];
  const rows = imported.files.map(({ file, noun, counts }) => [
    file,
    say(`nouns.${messageKey(noun)}`),
    ...COUNTS.map((key) => counts[key].toLocaleString("en")),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    row
      .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ");
  console.log(`\n${[head, ...rows].map(line).join("\n")}`);
}

async function sayRemarks({ scope, importId }: Imported, slug: string): Promise<void> {
  const counted = await countRemarks(scope, { importId });
  const refused = counted.filter(({ kind }) => kind === "refused").reduce((sum, { rows }) => sum + rows, 0);
  if (refused > 0) {
    console.log(`\n${say("terminal.refusedTitle", { count: refused })}`);
    const listed = await listRemarks(scope, { importId, kind: "refused", limit: LISTED, offset: 0 });
    for (const remark of listed) console.log(`  ${remarkText(remark)}`);
    if (refused > LISTED) console.log(`  ${say("terminal.more", { count: refused - LISTED, slug })}`);
  }
  for (const { code, rows } of counted.filter(({ kind }) => kind === "warned")) {
    const [first] = await listRemarks(scope, { importId, kind: "warned", code, limit: 1, offset: 0 });
    if (!first) continue;
    const reason = `${say(`warned.${messageKey(code)}`, first.params)} (${first.file}, ${say("terminal.line", { line: first.line })})`;
    console.log(`\n${say("terminal.warnedTitle", { count: rows, reason })}`);
  }
}

function remarkText({ file, line, column, value, code, params }: Remark): string {
  const place = `${file}  ${say("terminal.line", { line })}  ${column ?? say("terminal.wholeRow")}`;
  return `${place}${value === null ? "" : `  "${value.slice(0, 80)}"`}  ${say(`refused.${messageKey(code)}`, params)}`;
}

function faultText({ code, file, params }: Fault): string {
  return `✗ ${file === null ? "" : `${file}: `}${say(`fault.${messageKey(code)}`, params)}`;
}

async function main(options: Options): Promise<void> {
  const started = performance.now();
  const mapping = await readMapping(options.mapping);
  const password = env().demoPassword;
  const people = DEMO_PEOPLE.map((person) => ({ ...person, ...(password !== null && { password }) }));
  console.log(say("terminal.into", { mapping: mapping.name, slug: options.workspace }));
  const imported = await runImport({
    slug: options.workspace,
    mapping,
    dir: options.dir,
    people,
    clock: () => new Date(),
    onProgress: progressLine(started),
  });
  sayCounts(imported);
  await sayRemarks(imported, options.workspace);
  const { days } = imported;
  const seconds = (performance.now() - started) / 1000;
  const rows = imported.files.reduce((sum, { counts }) => sum + counts.read, 0);
  console.log(
    `\n${say("terminal.days", { count: days.length, from: days[0] ?? "", to: days.at(-1) ?? "" })}`,
  );
  console.log(
    say("terminal.time", {
      seconds: seconds.toFixed(1),
      rows,
      rate: Math.round(rows / seconds),
      megabytes: Math.round((process.resourceUsage().maxRSS * 1024) / MEGABYTE),
    }),
  );
}

const options = readOptions();
if (options === null) process.exit(REFUSED);
try {
  await main(options);
} catch (error) {
  if (error instanceof ImportFaults) {
    for (const fault of error.faults) console.error(faultText(fault));
    console.error(say("terminal.nothingWritten"));
    process.exitCode = REFUSED;
  } else {
    console.error(error instanceof Error ? error.stack : error);
    console.error(say("fault.stopped"));
    process.exitCode = BROKEN;
  }
} finally {
  await closeConnection();
}
