import type { Day } from "@/lib/period";
import { withScope } from "../client";
import type { Scope } from "../scope";

/** ARR of each account and currency at the end of a day, in minor units; accounts that pay nothing are absent. */
export async function listReportingArr(
  scope: Scope,
  params: { day: Day },
): Promise<{ accountId: string; currency: string; arrMinor: number }[]> {
  const rows = await withScope(
    scope,
    ({ sql }) => sql<{ account_id: string; currency: string; arr_minor: number }[]>`
      select account_id, currency, sum(arr_delta_minor)::bigint as arr_minor from mrr_changes where day <= ${params.day}::date
      group by account_id, currency having sum(arr_delta_minor) > 0`,
  );
  return rows.map((row) => ({ accountId: row.account_id, currency: row.currency, arrMinor: row.arr_minor }));
}
