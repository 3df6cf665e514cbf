import type { Day } from "@/lib/period";
import { withScope } from "../client";
import type { Scope } from "../scope";

/** The last exchange rate on or before a day for each pair, keyed "FROM>TO": units of TO for one unit of FROM. */
export async function listRates(scope: Scope, params: { day: Day }): Promise<Map<string, number>> {
  const rows = await withScope(
    scope,
    ({ sql }) => sql<{ currency_from: string; currency_to: string; rate: number }[]>`
      select distinct on (currency_from, currency_to) currency_from, currency_to, rate::float8 as rate from exchange_rates
      where day <= ${params.day}::date order by currency_from, currency_to, day desc limit 1000`,
  );
  return new Map(rows.map((row) => [`${row.currency_from}>${row.currency_to}`, row.rate]));
}
