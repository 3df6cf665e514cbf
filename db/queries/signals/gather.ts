import type { AccountSignals } from "@/lib/metrics/signals";
import type { Day } from "@/lib/period";
import type { TransactionSql } from "../../client";

/**
 * One gathering: facts that happened before `asOf` and were recorded by `knownAt`. `day` is the last local day before `asOf`,
 * `recordedOn` the local day of `knownAt`. Without `accountIds` the whole portfolio is read, each family in one pass.
 */
export type Gathering = {
  sql: TransactionSql;
  asOf: string;
  knownAt: string;
  day: Day;
  recordedOn: Day;
  accountIds: readonly string[] | null;
};

/** Where gathered values go: the accounts by id. Rows of accounts not among them are passed over. */
export type Portfolio = ReadonlyMap<string, AccountSignals>;

/** The condition that limits a statement to the accounts asked for; `column` is a fixed name, never user input. */
export function ofAccounts({ sql, accountIds }: Gathering, column: string) {
  return accountIds === null ? sql`` : sql`and ${sql(column)} = any(${accountIds as string[]}::uuid[])`;
}
