import type { Day } from "@/lib/period";
import { orderInForce, type PortfolioFilter, type PortfolioSort, type SortOrder } from "@/lib/portfolio";
import { may } from "@/lib/roles";
import { withScope } from "../client";
import type { Scope } from "../scope";
import { orderOf, whereOf } from "./standings-filter";

/** Where an account stands in a list: its place from 1, how many there are, and who comes before and after it. */
export type Neighbours = { place: number; total: number; previousId: string | null; nextId: string | null };

/** The neighbours of an account in a list; null when the filter does not hold it any more. */
export async function getNeighbours(
  scope: Scope,
  {
    accountId,
    filter,
    today,
    ...asked
  }: { accountId: string; filter: PortfolioFilter; sort: PortfolioSort; order: SortOrder; today: Day },
): Promise<Neighbours | null> {
  const [row] = await withScope(scope, ({ sql }) => {
    const by = orderOf(sql, orderInForce(asked, may(scope.actor, "read_money")));
    return sql<Neighbours[]>`
      select place, total, "previousId", "nextId" from (
        select s.account_id, row_number() over list::int as place, count(*) over ()::int as total,
          lag(s.account_id) over list as "previousId", lead(s.account_id) over list as "nextId"
        from account_standings s where ${whereOf(sql, scope, filter, today)}
        window list as (order by ${by})) listed
      where account_id = ${accountId}::uuid`;
  });
  return row ?? null;
}
