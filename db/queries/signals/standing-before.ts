import type { Band } from "@/lib/metrics/health/card";
import { addDays } from "@/lib/period";
import { ofAccounts, type Gathering, type Portfolio } from "./gather";

const CHANGE_DAYS = 30;

/** The judgement of the snapshot day before (H9 folds over snapshots) and the score 30 local days ago (H12b). */
export async function gatherPrevious(gathering: Gathering, portfolio: Portfolio): Promise<void> {
  const { sql, day } = gathering;
  await sql<{ account_id: string; computed_band: Band; effective_band: Band }[]>`
    select account_id, computed_band, effective_band from health_snapshots
    where day = (select max(day) from health_snapshots where day < ${day}::date) ${ofAccounts(gathering, "account_id")}`.forEach(
    (row) => {
      const account = portfolio.get(row.account_id);
      if (!account) return;
      account.previousBand = row.computed_band;
      account.previousEffectiveBand = row.effective_band;
    },
  );
  await sql<{ account_id: string; chi: number | null }[]>`
    select account_id, chi from health_snapshots
    where day = ${addDays(day, -CHANGE_DAYS)}::date ${ofAccounts(gathering, "account_id")}`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (account) account.chi30dAgo = row.chi;
  });
}

/** Dated facts in force: seats, plan, owner and the segment held (latest valid, then latest learnt). */
export async function gatherFacts(gathering: Gathering, portfolio: Portfolio): Promise<void> {
  const { sql, asOf, knownAt } = gathering;
  await sql<{ account_id: string; field: string; value_text: string | null; value_number: number | null }[]>`
    select distinct on (account_id, field) account_id, field, value_text, value_number from account_facts
    where valid_from < ${asOf}::timestamptz and recorded_at <= ${knownAt}::timestamptz ${ofAccounts(gathering, "account_id")}
    order by account_id, field, valid_from desc, recorded_at desc`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (!account) return;
    if (row.field === "seats") account.seats = row.value_number;
    else if (row.field === "plan") account.planKey = row.value_text;
    else if (row.field === "owner") account.ownerId = row.value_text;
    else account.heldSegmentKey = row.value_text;
  });
}

/** Overrides in force at the as-of instant: the latest set wins, then the highest id (H11). */
export async function gatherOverrides(gathering: Gathering, portfolio: Portfolio): Promise<void> {
  const { sql, asOf } = gathering;
  await sql<
    { account_id: string; id: string; band: Exclude<Band, "unknown">; set_at: string; expires_at: string }[]
  >`
    select distinct on (account_id) account_id, id, band, set_at, expires_at from overrides
    where set_at <= ${asOf}::timestamptz and expires_at > ${asOf}::timestamptz ${ofAccounts(gathering, "account_id")}
    order by account_id, set_at desc, id desc`.forEach((row) => {
    const account = portfolio.get(row.account_id);
    if (!account) return;
    account.override = {
      id: row.id,
      chi: null,
      band: row.band,
      setAt: new Date(row.set_at),
      expiresAt: new Date(row.expires_at),
    };
  });
}
