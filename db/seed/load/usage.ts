import { withScope } from "../../client";
import { bulkInsert, type Cell } from "../../copy";
import type { Scope } from "../../scope";
import type { UsePattern } from "../company/facts";
import { HISTORY_DAYS, type Timeline } from "../company/timeline";
import { usageOfDay } from "../company/usage-day";
import type { Deliveries } from "./counts";

/** Rows of one transaction, about, and how many transactions are written at the same time. */
const TRANSACTION_ROWS = 250_000;
const TOGETHER = 2;
/** Rows of an account and day, about; only the length of transactions depends on it. */
const DENSE_ROWS = 2;
const THIN_ROWS = 0.15;
const LONGEST_DAYS = 61;
/** Signals look back over the window and its baseline; from here on every day is kept. */
const DENSE_DAYS = 16 * 7;

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
    const pieces: Piece[] = [];
    for (let i = 0; i < TOGETHER && day < HISTORY_DAYS; i++) {
      pieces.push(pieceFrom(load, day));
      day = pieces[i]?.until ?? HISTORY_DAYS;
    }
    const inserted = await Promise.all(
      pieces.map((piece) =>
        withScope(scope, (tx) =>
          bulkInsert(tx, "usage_days", COLUMNS, usageRows(scope, load, piece, started)),
        ),
      ),
    );
    rows += inserted.reduce((sum, each) => sum + each, 0);
    load.onDay(day);
  }
  const starts = [...started].map(([id, day]) => {
    const first = load.timeline.day(day);
    return [scope.workspaceId, id, first, first];
  });
  await withScope(scope, (tx) => bulkInsert(tx, "usage_starts", START_COLUMNS, starts));
  return rows;
}

const COLUMNS = ["workspace_id", "account_id", "day", "recorded_on", "feature", "events", "users"];
const START_COLUMNS = ["workspace_id", "account_id", "recorded_on", "day"];

/** Days from one to before another that go into one transaction. */
type Piece = { from: number; until: number; isThin: boolean };

function pieceFrom({ patterns, isThin }: UsageLoad, from: number): Piece {
  const denseFrom = isThin ? HISTORY_DAYS - DENSE_DAYS : 0;
  const isThinHere = from < denseFrom;
  const rowsADay = Math.max(1, patterns.length * (isThinHere ? THIN_ROWS : DENSE_ROWS));
  const days = Math.min(LONGEST_DAYS, Math.max(1, Math.floor(TRANSACTION_ROWS / rowsADay)));
  return { from, until: Math.min(from + days, isThinHere ? denseFrom : HISTORY_DAYS), isThin: isThinHere };
}

function* usageRows(
  { workspaceId }: Scope,
  { seed, timeline, patterns, deliveries }: UsageLoad,
  { from, until, isThin }: Piece,
  started: Map<string, number>,
): Generator<readonly Cell[]> {
  for (let number = from; number < until; number++) {
    const day = timeline.day(number);
    for (const row of usageOfDay(seed, timeline, patterns, number, isThin)) {
      if (number < (started.get(row.id) ?? HISTORY_DAYS)) started.set(row.id, number);
      deliveries.addOn("usage", row.recordedOn);
      yield [workspaceId, row.id, day, timeline.day(row.recordedOn), row.feature, row.events, row.users];
    }
  }
}
