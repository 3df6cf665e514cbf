/** A line of a list: the head of a group, or the account at `offset` of its group (of the whole list when `group` is null). */
export type ListItem =
  | { kind: "group"; group: string }
  | { kind: "row"; group: string | null; offset: number };

/** The lines of a list without its rows: 100,000 of them are a handful of numbers. */
export type ListShape = {
  /** Lines: rows of open groups, and a head per group. */
  itemCount: number;
  /** Rows that can be reached, those of closed groups left out. */
  rowCount: number;
  itemAt: (index: number) => ListItem | null;
  /** The next row in a direction, heads skipped; null at the end. */
  rowFrom: (index: number, step: 1 | -1) => number | null;
};

type Part = { key: string | null; start: number; rows: number };

/** Lays out a list: one run of `total` rows, or groups with a head each, of which the closed ones show no rows. */
export function listShape(
  groups: readonly { key: string; count: number }[] | null,
  total: number,
  closed: readonly string[],
): ListShape {
  const parts: Part[] = [];
  let itemCount = 0;
  let rowCount = 0;
  for (const { key, count } of groups ?? [{ key: null, count: total }]) {
    const rows = key !== null && closed.includes(key) ? 0 : count;
    parts.push({ key, start: itemCount, rows });
    itemCount += rows + (key === null ? 0 : 1);
    rowCount += rows;
  }

  function itemAt(index: number): ListItem | null {
    const part = parts.findLast(({ start }) => start <= index);
    if (part === undefined || index < 0 || index >= itemCount) return null;
    const within = index - part.start;
    if (part.key === null) return { kind: "row", group: null, offset: within };
    return within === 0
      ? { kind: "group", group: part.key }
      : { kind: "row", group: part.key, offset: within - 1 };
  }

  function rowFrom(index: number, step: 1 | -1): number | null {
    for (let next = index + step; next >= 0 && next < itemCount; next += step) {
      if (itemAt(next)?.kind === "row") return next;
    }
    return null;
  }

  return { itemCount, rowCount, itemAt, rowFrom };
}
