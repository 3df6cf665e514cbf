import {
  createLoader,
  createParser,
  createSerializer,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { z } from "zod";

export const REMARK_KINDS = ["refused", "warned"] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** An id that is none counts as not given: the newest import is shown. */
const parseAsId = createParser<string>({
  parse: (text) => z.uuid().safeParse(text).data ?? null,
  serialize: String,
});

/** What the page shows, in its address: an import (the newest when absent), a kind of rows, a reason, a file, a page of 50. */
export const dataParams = {
  import: parseAsId,
  rows: parseAsStringLiteral(REMARK_KINDS).withDefault("refused"),
  reason: parseAsString,
  file: parseAsString,
  page: parseAsInteger.withDefault(1),
};

export const loadDataView = createLoader(dataParams);
const write = createSerializer(dataParams);

export type DataView = Awaited<ReturnType<typeof loadDataView>>;

/** The address of the same page with something changed; a change of filter begins at its first page. */
export function hrefOf(view: DataView, change: Partial<DataView>): string {
  return write("/settings/data", { ...view, page: 1, ...change });
}

/** The address of the download that holds every row of the view. */
export function downloadOf(view: DataView, importId: string): string {
  return write("/api/imports/remarks", { ...view, import: importId, page: null });
}
