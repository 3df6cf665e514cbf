import { withScope } from "../../client";
import type { Family } from "../../schema";
import type { Scope } from "../../scope";

/** What one source delivers of one family: its newest row, all rows, and rows of the last days, oldest first. */
export type Delivery = { source: string; family: Family; lastAt: Date; rows: number; perDay: number[] };

/** Deliveries of every source as known at an instant, with the rows of `days` days ending with `day`. */
export async function listDeliveries(
  scope: Scope,
  params: { asOf: Date; day: string; days: number },
): Promise<Delivery[]> {
  const { asOf, day, days } = params;
  const rows = await withScope(
    scope,
    ({ sql }) => sql<{ source: string; family: Family; last_at: string; rows: number; per_day: number[] }[]>`
      with delivered as (
        select source, family, delivered_on, delivered_at, rows from source_freshness
        where delivered_at <= ${asOf.toISOString()}::timestamptz
      ), sources as (
        select source, family, max(delivered_at) as last_at, sum(rows)::float8 as rows from delivered group by source, family
      )
      select s.source, s.family, s.last_at, s.rows, array_agg(coalesce(d.rows, 0) order by t.day) as per_day
      from sources s cross join generate_series(0, ${days - 1}::int) as back
      cross join lateral (select ${day}::date - back as day) t
      left join delivered d on d.source = s.source and d.family = s.family and d.delivered_on = t.day
      group by s.source, s.family, s.last_at, s.rows order by s.source, s.last_at desc, s.family limit 200`,
  );
  return rows.map((row) => ({
    source: row.source,
    family: row.family,
    lastAt: new Date(row.last_at),
    rows: row.rows,
    perDay: row.per_day,
  }));
}
