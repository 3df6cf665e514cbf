import { withScope } from "../../client";
import { bulkInsert, type Cell } from "../../copy";
import type { Scope } from "../../scope";
import type { UsePattern } from "../company/facts";
import { HISTORY_DAYS, type Timeline } from "../company/timeline";
import { usageOfDay } from "../company/usage-day";
import type { Deliveries } from "./counts";

/** Rows after which a transaction ends, at the next end of a day. */
const TRANSACTION_ROWS = 250_000;
/** Signals look back over the window and its baseline; from here on every day is kept. */
const DENSE_DAYS = 17 * 7;

export type UsageLoad = {
  seed: number;
  timeline: Timeline;
  patterns: readonly UsePattern[];
  isThin: boolean;
  deliveries: Deliveries;
  onDay: (day: number) => void;
};

/** Writes daily use in the order of the days, which keeps the BRIN index on day narrow. Answers the number of rows. */
export async function insertUsage(scope: Scope, load: UsageLoad): Promise<number> {
  const started = new Map<string, number>();
  let rows = 0;
  for (let day = 0; day < HISTORY_DAYS; ) {
    const piece = { from: day, until: day, rows: 0 };
    await withScope(scope, (tx) =>
      bulkInsert(tx, "usage_days", COLUMNS, usageRows(scope, load, piece, started)),
    );
    rows += piece.rows;
    day = piece.until;
    load.onDay(day);
  }
  const starts = [...started].map(([id, day]) => [
    scope.workspaceId,
    id,
    load.timeline.day(day),
    load.timeline.day(day),
  ]);
  await withScope(scope, (tx) =>
    bulkInsert(tx, "usage_starts", ["workspace_id", "account_id", "recorded_on", "day"], starts),
  );
  return rows;
}

const COLUMNS = ["workspace_id", "account_id", "day", "recorded_on", "feature", "events", "users"];

/** Rows from a day on until the transaction is large enough; notes in `piece` how far it came. */
function* usageRows(
  scope: Scope,
  { seed, timeline, patterns, isThin, deliveries }: UsageLoad,
  piece: { until: number; rows: number },
  started: Map<string, number>,
): Generator<readonly Cell[]> {
  const denseFrom = isThin ? HISTORY_DAYS - DENSE_DAYS : 0;
  while (piece.until < HISTORY_DAYS && piece.rows < TRANSACTION_ROWS) {
    const number = piece.until;
    const day = timeline.day(number);
    for (const row of usageOfDay(seed, timeline, patterns, number, number < denseFrom)) {
      if (!started.has(row.id)) started.set(row.id, number);
      deliveries.addOn("usage", row.recordedOn);
      piece.rows++;
      yield [
        scope.workspaceId,
        row.id,
        day,
        timeline.day(row.recordedOn),
        row.feature,
        row.events,
        row.users,
      ];
    }
    piece.until++;
  }
}
