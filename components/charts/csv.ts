type Cell = string | number | null;

/** Rows as CSV with a byte order mark for Excel; text that a spreadsheet would run as a formula is defused. */
export function csvOf(heads: string[], rows: Cell[][]): string {
  return "\ufeff" + [heads, ...rows].map((row) => row.map(field).join(",")).join("\r\n") + "\r\n";
}

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
