import { blankSignals, type AccountSignals } from "@/lib/metrics/signals";
import { WINDOW_DAYS } from "@/lib/metrics/health/raw";
import { addDays, snapshotDay, startOfDay } from "@/lib/period";
import { withScope } from "../../client";
import type { Scope } from "../../scope";
import { ofAccounts, type Gathering } from "./gather";
import { gatherContracts, gatherInvoices, gatherOrders, gatherRevenue, type Convert } from "./money";
import { CONTACT_DAYS, gatherAnswers, gatherSponsors, gatherTickets, gatherTouches } from "./service";
import { gatherFacts, gatherOverrides, gatherPrevious } from "./standing-before";
import { gatherActivity, gatherAdoption, gatherBeginnings, planCores } from "./usage";

export type SignalsParams = {
  asOf: Date;
  /** Facts recorded later do not exist; equal to `asOf` for history, later for a current page. */
  knownAt: Date;
  zone: string;
  convert: Convert;
  accountIds?: readonly string[];
};

export type Signals = { accounts: AccountSignals[]; planCores: Map<string, ReadonlySet<number>> };

/** Room for the masks, sorts and groups of one gathering; local to its transaction. */
const WORK_MEMORY = "256MB";

/**
 * Signals of all accounts, or of some, at any past instant, in account-id order: one set-based statement per measure family.
 * Training, back-test, history and the daily recompute are this same call.
 */
export async function listSignals(scope: Scope, params: SignalsParams): Promise<Signals> {
  const { zone, convert } = params;
  const day = snapshotDay(params.asOf, zone);
  return withScope(scope, async ({ sql }) => {
    const gathering: Gathering = {
      sql,
      asOf: params.asOf.toISOString(),
      knownAt: params.knownAt.toISOString(),
      day,
      recordedOn: snapshotDay(params.knownAt, zone),
      accountIds: params.accountIds ?? null,
    };
    await sql`select set_config('work_mem', ${WORK_MEMORY}, true)`;
    const accounts = await listKnown(gathering);
    const portfolio = new Map(accounts.map((account) => [account.accountId, account]));
    await gatherContracts(gathering, convert, portfolio);
    await gatherRevenue(gathering, convert, portfolio);
    await gatherFacts(gathering, portfolio);
    await gatherActivity(gathering, portfolio);
    await gatherAdoption(gathering, portfolio);
    await gatherBeginnings(gathering, zone, portfolio);
    await gatherTickets(gathering, startOfDay(addDays(day, 1 - WINDOW_DAYS), zone).toISOString(), portfolio);
    await gatherAnswers(gathering, portfolio);
    await gatherTouches(gathering, startOfDay(addDays(day, 1 - CONTACT_DAYS), zone).toISOString(), portfolio);
    await gatherSponsors(gathering, portfolio);
    await gatherInvoices(gathering, portfolio);
    await gatherOrders(gathering, zone, portfolio);
    await gatherPrevious(gathering, portfolio);
    await gatherOverrides(gathering, portfolio);
    return { accounts, planCores: await planCores(gathering) };
  });
}

async function listKnown(gathering: Gathering): Promise<AccountSignals[]> {
  const { sql, asOf, knownAt } = gathering;
  const accounts: AccountSignals[] = [];
  await sql<{ id: string; name_folded: string; currency: string; is_strategic: boolean }[]>`
    select id, name_folded, currency, is_strategic from accounts
    where occurred_at < ${asOf}::timestamptz and recorded_at <= ${knownAt}::timestamptz ${ofAccounts(gathering, "id")}
    order by id`.forEach((row) => {
    accounts.push({
      ...blankSignals(row.id, row.name_folded, row.currency, row.is_strategic),
      contracts: [],
    });
  });
  return accounts;
}
