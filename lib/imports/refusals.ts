/** Why a row was not taken. The words stand in the catalogue `imports`, under `refused`, in camelCase. */
export const REFUSAL_CODES = [
  "bad_date",
  "future_date",
  "too_early",
  "before_start",
  "negative",
  "bad_number",
  "not_whole",
  "ambiguous",
  "too_precise",
  "too_large",
  "out_of_range",
  "required",
  "too_long",
  "not_in_list",
  "bad_currency",
  "column_count",
  "unknown_account",
  "unknown_subscription",
  "fixed_account",
  "fixed_currency",
  "too_many_features",
  "id_conflict",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** What was odd about a row that was taken all the same; catalogue `imports`, under `warned`. */
export const WARNING_CODES = [
  "usage_before_start",
  "unknown_owner",
  "unknown_parent",
  "unknown_contact",
  "unknown_ticket",
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** What is wrong with a mapping or a file as a whole, found before anything is written; under `fault`. */
export const FAULT_CODES = [
  "mapping_missing",
  "mapping_not_json",
  "mapping_invalid",
  "key_unknown",
  "field_unknown",
  "field_missing",
  "folder_missing",
  "file_missing",
  "file_empty",
  "file_unreadable",
  "file_not_text",
  "quote_open",
  "column_twice",
  "column_missing",
  "column_unknown",
  "bad_slug",
  "unknown_zone",
  "stopped",
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

/** Values that the words of a reason mention. */
export type ReasonParams = Record<string, string | number>;

/** One reason about one cell: the column as the file names it (null: the whole row) and the text found there. */
export type Remark<Code extends string> = {
  code: Code;
  column: string | null;
  value: string | null;
  params: ReasonParams;
};
export type Refusal = Remark<RefusalCode>;
export type Warning = Remark<WarningCode>;

/** One fault of a mapping or a file; `file` is null when it concerns the mapping. */
export type Fault = { code: FaultCode; file: string | null; params: ReasonParams };

/** An import that must not begin: everything that is wrong, at once. Nothing was written. */
export class ImportFaults extends Error {
  constructor(readonly faults: readonly Fault[]) {
    super(faults.map((fault) => fault.code).join(", "));
    this.name = "ImportFaults";
  }
}
