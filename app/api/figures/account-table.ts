import { z } from "zod";
import { subjectOf, type Subject } from "@/app/(app)/accounts/[accountId]/subject";
import { getAccount } from "@/db/queries/account";
import type { Scope } from "@/db/scope";
import { messageKey } from "@/lib/words/message-key";
import { isSame } from "./portfolio-rows";
import {
  FigureNotFound,
  type FigureContext,
  type FigureKind,
  type FigureRegistry,
  type FigureRow,
  type FigureTable,
} from "./registry-type";

/** A figure of one account: its rows, and how they give what the page shows. */
export type AccountRows = {
  columns: readonly (readonly [key: string, kind: FigureKind])[];
  rows: FigureRow[];
  /** What the rows give: its name, or the number of rows when it is a count. */
  total: { label: string; kind: FigureKind; value: number | null; currency?: string } | null;
  /** What the page shows. */
  shown: number | null;
};

type Entry = FigureRegistry[string];
type Builder = (
  scope: Scope,
  subject: Subject,
  context: FigureContext,
  params: URLSearchParams,
) => Promise<AccountRows>;

/** The entry of a figure of one judged account, which `account` names; any other id is not found. */
export function accountFigure(build: Builder): Entry {
  const rows: Entry["rows"] = async (scope, params, context) => {
    const accountId = z.uuid().safeParse(params.get("account"));
    const account = accountId.success ? await getAccount(scope, { accountId: accountId.data }) : null;
    const subject = account && subjectOf(account, context.workspace.zone);
    if (subject === null) throw new FigureNotFound();
    return toTable(await build(scope, subject, context, params), context);
  };
  return { rows, needs: "read_accounts", words: ["account"] };
}

/** The same for a figure that only who may read money may open. */
export function needingMoney(entry: Entry): Entry {
  return { ...entry, needs: "read_money" };
}

function toTable({ columns, rows, total, shown }: AccountRows, { t, limit }: FigureContext): FigureTable {
  return {
    columns: columns.map(([key, kind]) => ({ key, label: t(`account.columns.${key}`), kind })),
    rows: rows.slice(0, limit === Infinity ? rows.length : limit),
    total: total && { ...total, currency: total.currency ?? null },
    count: rows.length,
    equals: isSame(total === null ? rows.length : total.value, shown),
    truncated: rows.length > limit,
  };
}

/** The name of a measure in the reader's words. */
export function measureName(t: FigureContext["t"], key: string): string {
  return t(`common.measures.${messageKey(key)}.name`);
}
