import { DurationText } from "@/components/date-text";
import { IdText, NumberText } from "@/components/number-text";
import { Card } from "@/components/ui/card";
import { Chip } from "@/components/ui/chip";
import { MiniTable } from "@/components/ui/mini-table";
import { listAccountTickets, type AccountTicket } from "@/db/queries/account-service";
import { firstReplyMedian } from "@/lib/metrics/account-tickets";
import { WINDOW_DAYS } from "@/lib/metrics/health/raw";
import { addDays, startOfDay } from "@/lib/period";
import { messageKey } from "@/lib/words/message-key";
import { AccountFigure } from "./account-figure";
import type { PageContext } from "./page-context";

const MINUTE_MS = 60_000;
const TONES = { urgent: "crit", high: "risk", normal: "plain", low: "plain" } as const;

/** Open tickets, the count of the last 28 days and how fast they were first answered. */
export async function TicketsCard({ context }: { context: PageContext }) {
  const { scope, subject, workspace, t } = context;
  const { question, standing } = subject;
  const from = startOfDay(addDays(question.day, 1 - WINDOW_DAYS), workspace.zone);
  const tickets = await listAccountTickets(scope, { ...question, from });
  const open = tickets.filter((ticket) => ticket.isOpen);
  const opened = tickets.filter((ticket) => new Date(ticket.openedAt) >= from);
  return (
    <Card
      title={t("account.tickets.title")}
      meta={<Counts context={context} open={standing.openTickets} opened={opened} />}
    >
      {open.length === 0 ? (
        <p className="text-body text-ink-2">{t("account.tickets.empty")}</p>
      ) : (
        <MiniTable
          caption={t("account.tickets.caption")}
          columns={[
            { key: "ticket", label: t("account.tickets.columns.ticket") },
            { key: "priority", label: t("account.tickets.columns.priority") },
            { key: "age", label: t("account.tickets.columns.age"), align: "number" },
            { key: "state", label: t("account.tickets.columns.state") },
          ]}
          showHead={false}
          rows={open.map((ticket) => ({ key: ticket.id, cells: cellsOf(context, ticket) }))}
        />
      )}
    </Card>
  );
}

function cellsOf({ subject, t }: PageContext, ticket: AccountTicket) {
  const ageMinutes = (subject.question.asOf.getTime() - Date.parse(ticket.openedAt)) / MINUTE_MS;
  return [
    <span key="ticket" className="font-normal">
      <IdText id={`#${ticket.number}`} className="me-1.5 text-ink-2" />
      <span dir="auto" lang={ticket.language ?? undefined}>
        {ticket.subject}
      </span>
    </span>,
    <Chip key="priority" tone={TONES[ticket.priority]}>
      {t(`common.ticketPriorities.${ticket.priority}`)}
    </Chip>,
    <DurationText key="age" minutes={ageMinutes} className="whitespace-nowrap" />,
    <State key="state" ticket={ticket} t={t} />,
  ];
}

function State({ ticket, t }: { ticket: AccountTicket; t: PageContext["t"] }) {
  const { reopens, isEscalated, firstReplyAt, state } = ticket;
  if (reopens > 0)
    return <span className="text-crit-ink">{t("account.tickets.reopened", { count: reopens })}</span>;
  if (isEscalated) return <span className="text-crit-ink">{t("account.tickets.escalated")}</span>;
  if (firstReplyAt === null) return <span className="text-watch-ink">{t("account.tickets.waiting")}</span>;
  return <span>{t(`common.ticketStates.${messageKey(state ?? "open")}`)}</span>;
}

type CountsProps = { context: PageContext; open: number; opened: readonly AccountTicket[] };

function Counts({ context: { subject, t }, open, opened }: CountsProps) {
  const { accountId } = subject.account;
  const { figure, waiting } = firstReplyMedian(
    opened.map(({ openedAt, firstReplyAt }) => ({
      openedAtMs: Date.parse(openedAt),
      firstReplyAtMs: firstReplyAt === null ? null : Date.parse(firstReplyAt),
    })),
  );
  return (
    <span className="flex flex-wrap gap-x-3">
      <AccountFigure
        figure="account-open-tickets"
        accountId={accountId}
        label={t("account.figures.openTickets.title")}
        value={t.rich("account.tickets.open", { count: open, n: () => <NumberText value={open} /> })}
        shown={open}
        count={open}
      />
      <AccountFigure
        figure="account-tickets"
        accountId={accountId}
        label={t("account.figures.tickets.title")}
        value={t.rich("account.tickets.opened", { n: () => <NumberText value={opened.length} /> })}
        shown={opened.length}
        count={opened.length}
      />
      <AccountFigure
        figure="account-first-reply"
        accountId={accountId}
        label={t("account.figures.firstReply.title")}
        value={
          figure.value === null
            ? t("account.tickets.replyFew")
            : t.rich("account.tickets.reply", { value: () => <DurationText minutes={figure.value} /> })
        }
        shown={figure.value}
        count={opened.length}
        inputs={[{ label: t("account.inputs.waiting"), value: <NumberText value={waiting} /> }]}
      />
    </span>
  );
}
