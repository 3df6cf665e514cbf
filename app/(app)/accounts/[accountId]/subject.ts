import {
  getSnapshot,
  type AccountHead,
  type AccountSnapshot,
  type AccountStanding,
} from "@/db/queries/account";
import {
  listRunningContracts,
  type AccountQuestion,
  type RunningContract,
} from "@/db/queries/account-contracts";
import type { Scope } from "@/db/scope";
import { readSetting } from "@/flows/scores/circumstances";
import { decisionOf, type Decision } from "@/lib/metrics/lifecycle/decision";
import { changeBetween, type HealthChange } from "@/lib/metrics/health/explain";
import { explainStored } from "@/lib/metrics/portfolio";
import { decisionTerms } from "@/lib/metrics/standing/placement";
import { addDays, snapshotDay, type Calendar, type Day } from "@/lib/period";

/** Days between the two judgements whose difference is shown as "30 d" (H12b). */
export const CHANGE_DAYS = 30;

/** An account that was judged, with the instants of its newest judgement: page and figures read the same facts. */
export type Subject = {
  account: AccountHead;
  standing: AccountStanding;
  question: AccountQuestion;
  /** Local day on which the newest known facts were recorded. */
  recordedOn: Day;
};

/** The subject of a judged account; null before its first judgement. */
export function subjectOf(account: AccountHead, zone: string): Subject | null {
  const { accountId, standing } = account;
  if (standing === null) return null;
  const { asOf, knownAt } = standing;
  return {
    account,
    standing,
    question: { accountId, asOf, knownAt, day: snapshotDay(asOf, zone) },
    recordedOn: snapshotDay(knownAt, zone),
  };
}

/** A running contract with what it decides when; its annual amount in the account's currency, null without a rate or the right. */
export type AccountContract = RunningContract & { decision: Decision; accountArrMinor: number | null };

/** The running contracts of an account with their decision dates (C5). */
export async function listAccountContracts(
  scope: Scope,
  { account, question }: Subject,
  calendar: Calendar,
): Promise<AccountContract[]> {
  const [contracts, { convert }] = await Promise.all([
    listRunningContracts(scope, question),
    readSetting(scope, question.asOf),
  ]);
  return contracts.map((contract) => ({
    ...contract,
    decision: decisionOf(decisionTerms({ ...contract, arrMinor: 0 }), question.day, calendar),
    accountArrMinor:
      contract.arrMinor === null ? null : convert(contract.arrMinor, contract.currency, account.currency),
  }));
}

/** The change of the score against the snapshot 30 local days ago, and that snapshot; null where either has no score. */
export async function readChange(
  scope: Scope,
  { standing, question }: Subject,
): Promise<{ change: HealthChange; from: AccountSnapshot } | null> {
  const day = addDays(question.day, -CHANGE_DAYS);
  const from = await getSnapshot(scope, { accountId: question.accountId, day });
  if (from === null || standing.chi === null) return null;
  const scored = ({ card, stored }: Pick<AccountSnapshot, "card" | "stored">) => ({
    card,
    score: explainStored(card, stored).score,
  });
  const change = changeBetween(scored(from), scored(standing));
  return change === null ? null : { change, from };
}
