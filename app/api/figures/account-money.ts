import { listAccountContracts, type AccountContract } from "@/app/(app)/accounts/[accountId]/subject";
import { listPastDue } from "@/db/queries/account-contracts";
import { readSetting } from "@/flows/scores/circumstances";
import { expectedLossMinor, HORIZON_DAYS } from "@/lib/metrics/forecast/loss";
import { decidesWithin, decisionInDays } from "@/lib/metrics/lifecycle/decision";
import { sumMinor } from "@/lib/money";
import { accountFigure, needingMoney } from "./account-table";
import type { FigureRegistry, FigureRow } from "./registry-type";

/** The contracts that decide within 90 days, each with its part of the loss; the parts add up to the minor unit (C5). */
const expectedLoss = accountFigure(async (scope, subject, context) => {
  const { account, standing } = subject;
  const contracts = await listAccountContracts(scope, subject, context.workspace.calendar);
  const deciding = contracts.filter(({ decision }) => decidesWithin(decision, HORIZON_DAYS));
  const churn = standing.churn ?? 0;
  let decided = 0;
  let lost = 0;
  const rows = deciding.map((contract): FigureRow => {
    decided += contract.accountArrMinor ?? 0;
    const before = lost;
    lost = expectedLossMinor(churn, decided);
    const cells = { ...contractCells(contract), arr: contract.accountArrMinor, churn, loss: lost - before };
    return { id: contract.subscriptionId, cells, currency: account.currency };
  });
  return {
    columns: [["contract", "text"], ["decision", "day"], ["arr", "money"], ["churn", "percent"], ["loss", "money"]], // prettier-ignore
    rows,
    total: {
      label: context.t("account.totals.loss"),
      kind: "money",
      value: standing.churn === null ? null : lost,
      currency: account.currency,
    },
    shown: standing.money?.lossMinor ?? null,
  };
});

/** The running contracts; their annual amounts add up to ARR (R1). */
const arr = accountFigure(async (scope, subject, context) => {
  const { account, standing } = subject;
  const contracts = await listAccountContracts(scope, subject, context.workspace.calendar);
  return {
    columns: [
      ["contract", "text"],
      ["seats", "number"],
      ["since", "day"],
      ["arr", "money"],
    ],
    rows: contracts.map((contract) => ({
      id: contract.subscriptionId,
      cells: {
        contract: nameOf(contract),
        seats: contract.seats,
        since: contract.startsOn,
        arr: contract.accountArrMinor,
      },
      currency: account.currency,
    })),
    total: {
      label: context.t("account.totals.arr"),
      kind: "money",
      value: sumMinor(contracts.map((contract) => contract.accountArrMinor)),
      currency: account.currency,
    },
    shown: standing.money?.arrMinor ?? null,
  };
});

/** The running contracts with the day each decides on; the figure is their number, its date the nearest of them (C5). */
const decision = accountFigure(async (scope, subject, context) => {
  const contracts = await listAccountContracts(scope, subject, context.workspace.calendar);
  const paid = contracts.filter((contract) => !contract.isTrial);
  return {
    columns: [
      ["contract", "text"],
      ["decision", "day"],
      ["daysLeft", "number"],
      ["termEnd", "day"],
    ],
    rows: paid.map((contract) => ({
      id: contract.subscriptionId,
      cells: {
        ...contractCells(contract),
        daysLeft: decisionInDays(contract.decision),
        termEnd: contract.decision.kind === "dated" ? contract.decision.end : null,
      },
    })),
    total: null,
    shown: isNearest(paid, subject.standing.decisionOn) ? paid.length : null,
  };
});

/** Unpaid invoices past due, in the account's currency. */
const pastDue = accountFigure(async (scope, { account, question }, context) => {
  const [invoices, { convert }] = await Promise.all([
    listPastDue(scope, question),
    readSetting(scope, question.asOf),
  ]);
  const amounts = invoices.map(({ amountMinor, currency }) =>
    amountMinor === null ? null : convert(amountMinor, currency, account.currency),
  );
  const sum = sumMinor(amounts);
  return {
    columns: [
      ["invoice", "text"],
      ["due", "day"],
      ["pastDueDays", "number"],
      ["amount", "money"],
    ],
    rows: invoices.map(({ id, number, dueOn, pastDueDays }, index) => ({
      id,
      cells: { invoice: number, due: dueOn, pastDueDays, amount: amounts[index] ?? null },
      currency: account.currency,
    })),
    total: {
      label: context.t("account.totals.pastDue"),
      kind: "money",
      value: sum,
      currency: account.currency,
    },
    shown: sum,
  };
});

function contractCells(contract: AccountContract) {
  return {
    contract: nameOf(contract),
    decision: contract.decision.kind === "dated" ? contract.decision.day : null,
  };
}

function nameOf({ name, externalId }: AccountContract): string {
  return name === null ? externalId : `${name} · ${externalId}`;
}

function isNearest(contracts: readonly AccountContract[], decisionOn: string | null): boolean {
  const days = contracts.flatMap((one) => (one.decision.kind === "dated" ? [one.decision.day] : []));
  return (days.sort()[0] ?? null) === decisionOn;
}

export const accountMoneyFigures: FigureRegistry = {
  "account-expected-loss": needingMoney(expectedLoss),
  "account-arr": needingMoney(arr),
  "account-decision": decision,
  "account-past-due": needingMoney(pastDue),
};
