/** `number` is whole; `decimal` has two places, for points and ratios whose rows have to be seen to add up. */
export type RowsColumnKind = "text" | "money" | "number" | "decimal" | "percent" | "day" | "health";

export type RowsColumn = { key: string; label: string; kind: RowsColumnKind };

export type RowsRow = {
  id: string;
  /** The page of the thing the row is about. */
  href?: string;
  /**
   * Money in minor units, percent as a share (0.46), day as "YYYY-MM-DD", health as the score; the band of a
   * health cell stands beside it under its key with "Band" behind. Null is not known, never zero.
   */
  cells: Record<string, string | number | null>;
  /** ISO currency of the row's money cells. */
  currency?: string;
};

/** What a rows address of a figure answers. */
export type FigureRowsAnswer = {
  columns: RowsColumn[];
  rows: RowsRow[];
  /** The sum of the rows; null for a figure that is a count. */
  total: { label: string; value: number | null; kind: RowsColumnKind; currency?: string | null } | null;
  /** All rows, also those that were cut off. */
  count: number;
  /** Whether the sum (or the count) equals the figure. */
  equals: boolean;
  truncated: boolean;
};
