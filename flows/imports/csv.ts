import { createReadStream } from "node:fs";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CsvError, parse } from "csv-parse";
import { ImportFaults, type Fault, type FaultCode, type ReasonParams } from "@/lib/imports/refusals";

/** A quotation mark that is never closed would swallow the rest of the file into one row; no honest row is as long. */
const ROW_BYTES_MAX = 1_000_000;

/** One row of a file with the line on which it begins, the header being line 1. */
export type CsvLine = { line: number; cells: string[] };

type Parsed = { info: { lines: number }; record: string[] };

/** Rows of a CSV file one after another, the header first; memory does not grow with the file. Throws ImportFaults. */
export async function* readCsv(path: string, file: string): AsyncGenerator<CsvLine> {
  const source = createReadStream(path);
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: ROW_BYTES_MAX,
  });
  // An error of either end reaches the reader below through the parser, which pipeline destroys.
  const flowing = pipeline(source, onlyText(file), parser).catch(
    (error: unknown) => void parser.destroy(error as Error),
  );
  let next = 1;
  try {
    for await (const { info, record } of parser as AsyncIterable<Parsed>) {
      const line = info.lines - linesWithin(record);
      next = info.lines + 1;
      yield { line, cells: record };
    }
  } catch (error) {
    throw asFault(error, file, next);
  }
  await flowing;
}

function linesWithin(cells: readonly string[]): number {
  let lines = 0;
  for (const cell of cells) if (cell.includes("\n")) lines += cell.split("\n").length - 1;
  return lines;
}

/** Lets UTF-8 through and stops at anything else, such as a spreadsheet file that was only renamed. */
function onlyText(file: string): Transform {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      try {
        if (decoder.decode(chunk, { stream: true }).includes("\0")) throw new TypeError("zero byte");
        done(null, chunk);
      } catch {
        done(fault("file_not_text", file));
      }
    },
    flush(done) {
      try {
        decoder.decode();
        done();
      } catch {
        done(fault("file_not_text", file));
      }
    },
  });
}

function asFault(error: unknown, file: string, line: number): Error {
  if (error instanceof CsvError) return fault("quote_open", file, { line });
  if (error instanceof ImportFaults) return error;
  if (error instanceof Error && "code" in error)
    return fault("file_unreadable", file, { detail: error.message });
  return error instanceof Error ? error : new Error(String(error));
}

function fault(code: FaultCode, file: string, params: ReasonParams = {}): ImportFaults {
  const found: Fault = { code, file, params };
  return new ImportFaults([found]);
}
