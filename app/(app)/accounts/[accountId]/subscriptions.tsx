import { DateText } from "@/components/date-text";
import { MoneyText } from "@/components/money-text";
import { NumberText } from "@/components/number-text";
import { Card } from "@/components/ui/card";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { MiniTable, type MiniColumn } from "@/components/ui/mini-table";
import { URGENT_DAYS } from "@/lib/portfolio";
import type { PageContext } from "./page-context";
import { listAccountContracts, type AccountContract } from "./subject";

/** The running subscriptions with seats, term, notice, decision date and ARR; the amounts sum to the head's ARR. */
export async function SubscriptionsCard({ context }: { context: PageContext }) {
  const { scope, subject, workspace, t } = context;
  const contracts = await listAccountContracts(scope, subject, workspace.calendar);
  const { money, stageKey } = subject.standing;
  if (contracts.length === 0) {
    return (
      <Card title={t("account.subscriptions.title")}>
        <EmptyState level={3} title={t("account.subscriptions.empty")}>
          {t(`account.subscriptions.${stageKey === "former" ? "emptyFormer" : "emptyText"}`)}
        </EmptyState>
      </Card>
    );
  }
  const columns: MiniColumn[] = [
    { key: "name", label: t("account.subscriptions.columns.name") },
    { key: "decision", label: t("account.subscriptions.columns.decision"), align: "number" },
    ...(money
      ? [{ key: "arr", label: t("account.subscriptions.columns.arr"), align: "number" as const }]
      : []),
  ];
  const rows = contracts.map((contract) => ({
    key: contract.subscriptionId,
    cells: [
      <Name key="name" t={t} contract={contract} />,
      <Decision key="decision" t={t} contract={contract} />,
      ...(money ? [<Amount key="arr" contract={contract} />] : []),
    ],
  }));
  return (
    <Card title={t("account.subscriptions.title")} meta={t("account.subscriptions.meta")}>
      <MiniTable
        caption={t("account.subscriptions.caption")}
        columns={columns}
        rows={
          money
            ? [
                ...rows,
                {
                  key: "sum",
                  strong: true,
                  cells: [
                    t("account.subscriptions.sum"),
                    null,
                    <MoneyText key="sum" amountMinor={money.arrMinor} currency={subject.account.currency} />,
                  ],
                },
              ]
            : rows
        }
      />
    </Card>
  );
}

type LineProps = { t: PageContext["t"]; contract: AccountContract };

function Name({ t, contract }: LineProps) {
  const { name, externalId, seats, noticeGivenOn } = contract;
  return (
    <span className="block py-1">
      <bdi className="font-semibold text-ink">{name ?? externalId}</bdi>
      {seats === null ? null : (
        <span className="ms-1.5 font-normal">
          {t.rich("account.subscriptions.seats", { count: seats, n: () => <NumberText value={seats} /> })}
        </span>
      )}
      <span className="block text-meta font-normal text-ink-2">
        <Terms t={t} contract={contract} />
        {noticeGivenOn ? (
          <span className="ms-1.5 font-semibold text-risk-ink">
            {t.rich("account.subscriptions.ended", {
              day: () => <DateText day={noticeGivenOn} style="medium" />,
            })}
          </span>
        ) : null}
      </span>
    </span>
  );
}

/** Term, notice and what happens at the end, in words joined by dots. */
function Terms({ t, contract }: LineProps) {
  const { termMonths, isTrial, noticeDays, noticeGivenOn, termEndsOn } = contract;
  const isRenewing = contract.isAutoRenewed && noticeGivenOn === null;
  const parts = [
    isTrial
      ? t("account.subscriptions.trial")
      : termMonths === null
        ? t("account.subscriptions.evergreen")
        : t.rich("account.subscriptions.months", {
            count: termMonths,
            n: () => <NumberText value={termMonths} />,
          }),
    ...(noticeDays === null || noticeDays === 0
      ? []
      : [
          t.rich("account.subscriptions.notice", {
            count: noticeDays,
            n: () => <NumberText value={noticeDays} />,
          }),
        ]),
    ...(termEndsOn === null ? [] : [t(`account.subscriptions.${isRenewing ? "renews" : "ends"}`)]),
  ];
  return parts.map((part, place) => (
    <span key={place}>
      {place > 0 ? <span aria-hidden="true">{" · "}</span> : null}
      {part}
    </span>
  ));
}

function Decision({ t, contract: { decision } }: LineProps) {
  if (decision.kind === "always")
    return <span className="text-ink-2">{t("account.subscriptions.anyTime")}</span>;
  if (decision.kind === "over") return <span className="text-ink-2">{t("account.subscriptions.over")}</span>;
  return (
    <DateText
      day={decision.day}
      style="medium"
      className={classNames(
        "whitespace-nowrap",
        decision.inDays < URGENT_DAYS && "font-semibold text-risk-ink",
      )}
    />
  );
}

function Amount({ contract: { arrMinor, currency } }: { contract: AccountContract }) {
  return <MoneyText amountMinor={arrMinor} currency={currency} className="font-semibold" />;
}
