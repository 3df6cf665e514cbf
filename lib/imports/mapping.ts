import { z } from "zod";
import { isCurrency } from "../currency";
import { DAY_FORMATS } from "../period";
import { NOUN_NAMES, NOUNS, READING_ORDER, type Field, type Noun } from "./fields";
import { type Fault, ImportFaults } from "./refusals";

const word = z.string().trim().min(1).max(200);
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const dates = z.union([
  z.enum(DAY_FORMATS),
  z.strictObject({ format: z.enum(DAY_FORMATS), calendar: z.enum(["gregory", "persian"]) }),
]);

const column = z.union([
  word,
  z.strictObject({ constant: scalar }),
  z.strictObject({
    column: word,
    dates: dates.optional(),
    values: z.record(z.string(), scalar).optional(),
    scale: z.number().positive().optional(),
    prefix: z.string().max(40).optional(),
  }),
]);

const recordedAt = z.union([
  z.enum(["assumed", "import"]),
  z.strictObject({ column: word, dates: dates.optional() }),
]);

const file = z.strictObject({
  file: word.regex(/^[^/\\]+$/),
  noun: z.enum(NOUN_NAMES as [Noun, ...Noun[]]),
  columns: z.record(z.string(), column),
  onlyIf: word.optional(),
  ignore: z.union([z.literal("rest"), z.array(word)]).optional(),
  recordedAt: recordedAt.optional(),
});

const workspace = z.strictObject({
  name: word,
  country: z.union([z.string().regex(/^[A-Z]{2}$/), z.literal("other")]),
  zone: word.optional(),
  currency: z.string().refine(isCurrency).optional(),
  calendar: z.enum(["gregory", "persian"]).optional(),
  business: z.enum(["subscription", "orders", "projects"]).optional(),
  asOf: z.iso.datetime({ offset: true }).optional(),
});

const features = z.strictObject({
  core: z.union([z.literal("all"), z.array(word)]),
  plans: z.literal("all").or(z.record(word, z.array(word))),
  keyEvent: z.literal("any use").or(z.array(word)),
  login: z.array(word).optional(),
});

/** A mapping as it is written (docs/mappings.md explains every key). */
const mappingSchema = z.strictObject({
  name: word,
  about: z.string().optional(),
  source: word.regex(/^[a-z0-9][a-z0-9_-]*$/),
  accountSource: word.optional(),
  workspace,
  currency: z.string().refine(isCurrency),
  recordedAt,
  dates,
  decimal: z.enum([".", ","]).optional(),
  plans: z.array(word).optional(),
  features: features.optional(),
  files: z.array(file).min(1),
});

export type Mapping = z.infer<typeof mappingSchema>;
export type MappingFile = Mapping["files"][number];
export type MappedColumn = MappingFile["columns"][string];
export type RecordedAt = z.infer<typeof recordedAt>;
export type DatePattern = z.infer<typeof dates>;

/**
 * Reads the text of a mapping file. Throws ImportFaults with everything wrong in it: not JSON, a key or value that is
 * not known (with its path), a field the noun does not have, a required field that is not mapped.
 */
export function parseMapping(text: string): Mapping {
  const parsed = mappingSchema.safeParse(parseJson(text));
  if (!parsed.success) throw new ImportFaults(parsed.error.issues.flatMap(issueFaults));
  const faults = parsed.data.files.flatMap(fieldFaults);
  if (faults.length > 0) throw new ImportFaults(faults);
  return parsed.data;
}

/** The files in the order of reading: a noun that others refer to comes first, else as written. */
export function inReadingOrder(files: readonly MappingFile[]): MappingFile[] {
  return [...files].sort((a, b) => READING_ORDER.indexOf(a.noun) - READING_ORDER.indexOf(b.noun));
}

/** The column a field is read from; null for a constant. */
export function columnOf(mapped: MappedColumn): string | null {
  if (typeof mapped === "string") return mapped;
  return "column" in mapped ? mapped.column : null;
}

/** Every column of the file that the mapping names, ignored ones apart. */
export function namedColumns(file: MappingFile, policy: RecordedAt): string[] {
  const columns = Object.values(file.columns).map(columnOf);
  const recorded = typeof policy === "object" ? policy.column : null;
  return [...columns, recorded, file.onlyIf ?? null].filter((name) => name !== null);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : "";
    throw new ImportFaults([{ code: "mapping_not_json", file: null, params: { detail } }]);
  }
}

function issueFaults(issue: z.core.$ZodIssue): Fault[] {
  const pathOf = (...more: string[]) => [...issue.path.map(String), ...more].join(".") || "–";
  if (issue.code !== "unrecognized_keys") {
    return [{ code: "mapping_invalid", file: null, params: { path: pathOf(), detail: issue.message } }];
  }
  return issue.keys.map((key) => ({ code: "key_unknown", file: null, params: { path: pathOf(key) } }));
}

function fieldFaults(file: MappingFile): Fault[] {
  const fields: Record<string, Field> = NOUNS[file.noun];
  const unknown = Object.keys(file.columns).filter((name) => !(name in fields));
  const missing = Object.keys(fields).filter((name) => fields[name]?.required && !(name in file.columns));
  if (file.noun === "usage" && !("account" in file.columns) && !("subscription" in file.columns))
    missing.push("account");
  const known = Object.keys(fields).join(", ");
  return [
    ...unknown.map(
      (field): Fault => ({
        code: "field_unknown",
        file: file.file,
        params: { field, noun: file.noun, known },
      }),
    ),
    ...missing.map(
      (field): Fault => ({ code: "field_missing", file: file.file, params: { field, noun: file.noun } }),
    ),
  ];
}
