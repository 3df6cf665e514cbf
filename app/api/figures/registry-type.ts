import type { FigureRowsAnswer, RowsColumn, RowsColumnKind, RowsRow } from "@/components/figure/rows-answer";
import type { Scope } from "@/db/scope";
import type { Day } from "@/lib/period";
import type { Permission, Role } from "@/lib/roles";

export type FigureColumn = RowsColumn;
export type FigureRow = RowsRow;
export type FigureKind = RowsColumnKind;

/**
 * The rows behind a figure, cells raw: money in minor units with the row's `currency`, percent as a fraction, day as
 * "YYYY-MM-DD", a health score with its band beside it under `<key>Band`; null is not known and never 0. `total` is made
 * from the rows (a sum, or a ratio by lib/metrics), null where the figure is their count. `equals` says whether the rows
 * give exactly what the page shows: the registered function compares them with the aggregate query that the page reads.
 */
export type FigureTable = FigureRowsAnswer;

/** What the door knows and a figure may ask: the role, the workspace's clock and money, the reader's words. */
export type FigureContext = {
  role: Role;
  userId: string;
  workspace: { zone: string; calendar: "gregory" | "persian"; currency: string; country: string };
  asOf: Date;
  /** The local day of `asOf` in the workspace's zone. */
  today: Day;
  locale: "en" | "fa" | "ar";
  /** Words of the whole catalogue in the reader's language: t("figures.columns.account"). */
  t: (key: string, values?: Record<string, string | number>) => string;
  /** At most this many rows; Infinity for a CSV, which holds all of them. */
  limit: number;
};

/** Thrown by a figure asked about something that is not there or not of this workspace: the door answers 404. */
export class FigureNotFound extends Error {}

/** Answers the rows behind one figure as of `context.asOf`. Throws FigureNotFound. */
export type FigureRows = (
  scope: Scope,
  params: URLSearchParams,
  context: FigureContext,
) => Promise<FigureTable>;

/**
 * The figures of one page by their public name, the `[figure]` of GET /api/figures/[figure]. A role without the permission
 * it `needs` gets the same 404 as for a figure that does not exist. `words` are namespaces its labels come from, beside
 * `common` and `figures`.
 */
export type FigureRegistry = Record<
  string,
  { rows: FigureRows; needs: Permission; words?: readonly string[] }
>;
