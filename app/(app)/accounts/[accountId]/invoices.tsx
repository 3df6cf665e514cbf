import { DateText } from "@/components/date-text";
import { MoneyText } from "@/components/money-text";
import { IdText, NumberText } from "@/components/number-text";
import { Card } from "@/components/ui/card";
import { MiniTable } from "@/components/ui/mini-table";
import { listPastDue } from "@/db/queries/account-contracts";
import { readSetting } from "@/flows/scores/circumstances";
import { sumMinor } from "@/lib/money";
import { AccountFigure } from "./account-figure";
import type { PageContext } from "./page-context";

/** Unpaid invoices past due; nothing at all when there are none. */
export async function InvoicesCard({ context }: { context: PageContext }) {
  const { scope, subject, t } = context;
  const { account, question, standing } = subject;
  const invoices = await listPastDue(scope, question);
  if (invoices.length === 0) return null;
  const hasMoney = standing.money !== null;
  const { convert } = await readSetting(scope, question.asOf);
  const sum = sumMinor(
    invoices.map(({ amountMinor, currency }) =>
      amountMinor === null ? null : convert(amountMinor, currency, account.currency),
    ),
  );
  const rows = invoices.map(({ id, number, dueOn, pastDueDays, amountMinor, currency }) => ({
    key: id,
    cells: [
      <IdText key="number" id={number} className="font-normal" />,
      <DateText key="due" day={dueOn} style="medium" />,
      t.rich("account.invoices.days", { count: pastDueDays, n: () => <NumberText value={pastDueDays} /> }),
      ...(hasMoney ? [<MoneyText key="amount" amountMinor={amountMinor} currency={currency} />] : []),
    ],
  }));
  const total = (
    <AccountFigure
      key="total"
      figure="account-past-due"
      accountId={account.accountId}
      label={t("account.figures.pastDue.title")}
      value={<MoneyText amountMinor={sum} currency={account.currency} />}
      shown={sum}
      count={invoices.length}
    />
  );
  return (
    <Card title={t("account.invoices.title")}>
      <MiniTable
        caption={t("account.invoices.caption")}
        columns={[
          { key: "invoice", label: t("account.invoices.columns.invoice") },
          { key: "due", label: t("account.invoices.columns.due"), align: "number" },
          { key: "pastDue", label: t("account.invoices.columns.pastDue"), align: "number" },
          ...(hasMoney
            ? [{ key: "amount", label: t("account.invoices.columns.amount"), align: "number" as const }]
            : []),
        ]}
        rows={
          hasMoney
            ? [...rows, { key: "sum", strong: true, cells: [t("account.invoices.sum"), null, null, total] }]
            : rows
        }
      />
    </Card>
  );
}
