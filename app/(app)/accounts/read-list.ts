import { serverWords } from "@/app/server-words";
import type { Gate } from "@/auth";
import { listPeople } from "@/db/queries/people";
import { listSegments } from "@/db/queries/segments";
import { groupStandings, sumStandings } from "@/db/queries/standings-totals";
import { snapshotDay, type Day } from "@/lib/period";
import { withinGroup, type PortfolioFilter } from "@/lib/portfolio";
import { may } from "@/lib/roles";
import { groupHeads } from "./group-heads";
import { listRows } from "./list-rows";
import { filterOf, orderOf, queryOf, type AccountsView } from "./search-params";
import type { FilterNames } from "./use-filters";

const WORDS = ["account", "accounts", "common", "figures", "shell"];

/** The local as-of day of a workspace: that of its pin, else of now (K6). */
export function todayOf({ asOf, zone }: Gate["workspace"], now: Date): Day {
  return snapshotDay(asOf ?? now, zone);
}

/** Everything the first drawing of a list needs, read at once; `hasReasons` for Today, which says why. */
export async function readList(
  gate: Gate,
  view: AccountsView,
  options: { hasReasons: boolean; words: readonly string[] },
) {
  const { scope, person, workspace, role } = gate;
  const asOf = workspace.asOf ?? new Date();
  const today = todayOf(workspace, asOf);
  const filter = filterOf(view, person.id);
  const question = { filter, ...orderOf(view), today, offset: 0, hasReasons: options.hasReasons };
  const { group } = view;
  const [{ locale, t }, { totals, groups: found }, segments, people, ungrouped] = await Promise.all([
    serverWords([...WORDS, ...options.words]),
    group === "none" ? sumUngrouped(scope, filter, today) : groupStandings(scope, { filter, today, group }),
    listSegments(scope),
    listPeople(scope),
    group === "none" ? listRows(scope, question) : [],
  ]);
  const names: FilterNames = {
    segments: segments.map((segment) => ({ key: segment.key, name: segment.names[locale] })),
    owners: people.map((each) => ({ id: each.userId, name: each.name })),
  };
  const groups =
    found && group !== "none" ? groupHeads(found, { group, view, segments: names.segments, t }) : null;
  const firstGroup = groups?.[0]?.key ?? null;
  const rows =
    firstGroup !== null && group !== "none"
      ? await listRows(scope, { ...question, filter: withinGroup(filter, group, firstGroup) })
      : ungrouped;
  return {
    t,
    asOf,
    today,
    totals,
    query: queryOf(view),
    hasMoney: may(role, "read_money"),
    list: { first: { group: firstGroup, rows }, total: totals.count, groups, names },
  };
}

async function sumUngrouped(scope: Gate["scope"], filter: PortfolioFilter, today: Day) {
  return { totals: await sumStandings(scope, { filter, today }), groups: null };
}
