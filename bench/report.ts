/** One measured row: a ratio (or seconds, or megabytes) beside its bar. */
export type Row = {
  what: string;
  accounts: number;
  value: number;
  unit: "×" | "s" | "MB" | "slope";
  bar: number | null;
  detail: string;
};

const WIDTHS = { what: 46, accounts: 9, value: 12, bar: 10 };

/** Prints the rows as a table; a missed bar is marked and left as it is. */
export function printRows(rows: readonly Row[]): void {
  const line = (what: string, accounts: string, value: string, bar: string, detail: string) =>
    console.log(
      what.padEnd(WIDTHS.what) +
        accounts.padStart(WIDTHS.accounts) +
        value.padStart(WIDTHS.value) +
        bar.padStart(WIDTHS.bar) +
        "  " +
        detail,
    );
  line("what", "accounts", "measured", "bar", "");
  for (const row of rows) {
    const unit = row.unit === "slope" ? "" : ` ${row.unit}`;
    const isMissed = row.bar !== null && row.value > row.bar;
    line(
      row.what,
      row.accounts === 0 ? "all" : String(row.accounts),
      row.value.toFixed(2) + unit,
      row.bar === null ? "–" : `≤ ${row.bar}`,
      (isMissed ? "MISSED  " : "") + row.detail,
    );
  }
}

/** Seconds a piece of work takes, and what it answers. */
export async function timed<T>(work: () => Promise<T>): Promise<{ seconds: number; value: T }> {
  const begin = performance.now();
  const value = await work();
  return { seconds: (performance.now() - begin) / 1000, value };
}

/** The median of a few runs, in seconds: one run on a shared machine says little. */
export async function medianSeconds(runs: number, work: () => Promise<unknown>): Promise<number> {
  const seconds: number[] = [];
  for (let run = 0; run < runs; run++) seconds.push((await timed(work)).seconds);
  return quantile(seconds, 0.5);
}

/** Type-7 quantile of unsorted values; 0 for none. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const low = sorted[Math.floor(at)] ?? 0;
  return low + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? low) - low);
}

/** Slope of ln(seconds) on ln(accounts), least squares. */
export function logLogSlope(points: readonly { accounts: number; seconds: number }[]): number {
  const xs = points.map((point) => Math.log(point.accounts));
  const ys = points.map((point) => Math.log(point.seconds));
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [mx, my] = [mean(xs), mean(ys)];
  const covariance = xs.reduce((sum, x, i) => sum + (x - mx) * ((ys[i] ?? my) - my), 0);
  return covariance / xs.reduce((sum, x) => sum + (x - mx) ** 2, 0);
}
