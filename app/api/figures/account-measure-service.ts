import type { Subject } from "@/app/(app)/accounts/[accountId]/subject";
import { listOrders, listPastDue } from "@/db/queries/account-contracts";
import { listAccountTickets, listLatestAnswers, listTwoWayContacts } from "@/db/queries/account-service";
import type { Scope } from "@/db/scope";
import { quantile } from "@/lib/metrics/account-tickets";
import {
  ANSWER_DAYS_MAX,
  engagement,
  orderRhythm,
  paymentRisk,
  sentiment,
  ticketBurden,
  WINDOW_DAYS,
  type LatestAnswer,
} from "@/lib/metrics/health/raw";
import { engagementTarget, type Segment } from "@/lib/metrics/lifecycle/segment";
import { addDays, DAY_MS, daysBetween, localDay, startOfDay } from "@/lib/period";
import { messageKey } from "@/lib/words/message-key";
import type { MeasureContext, MeasureRows } from "./account-measure";
import type { FigureContext } from "./registry-type";

/** Two-way contacts are counted over these days (H1). */
const CONTACT_DAYS = 90;
const SIZES = ["high_touch", "mid", "tech_touch"] as const;
const SEVERITIES = { urgent: "sev1", high: "sev2", normal: "sev3", low: "sev4" } as const;
const NO_TICKETS = { sev1: 0, sev2: 0, sev3: 0, sev4: 0 };

type Reading = (scope: Scope, subject: Subject, context: MeasureContext) => Promise<MeasureRows>;

/** Tickets of the window, each with its part of the burden (H1). */
export const ticketsInWindow: Reading = async (scope, { standing, question }, { t, workspace }) => {
  const from = startOfDay(addDays(question.day, 1 - WINDOW_DAYS), workspace.zone);
  const tickets = await listAccountTickets(scope, { ...question, from });
  const opened = tickets.filter((ticket) => new Date(ticket.openedAt) >= from);
  const counts = { ...NO_TICKETS };
  for (const { priority } of opened) counts[SEVERITIES[priority]] += 1;
  return {
    columns: [["ticket", "text"], ["subject", "text"], ["priority", "text"], ["opened", "day"], ["burden", "decimal"]], // prettier-ignore
    rows: opened.map(({ id, number, subject, priority, openedAt }) => ({
      id,
      cells: {
        ticket: number,
        subject,
        priority: t(`common.ticketPriorities.${priority}`),
        opened: localDay(new Date(openedAt), workspace.zone),
        burden: ticketBurden({ ...NO_TICKETS, [SEVERITIES[priority]]: 1 }, standing.seats),
      },
    })),
    kind: "decimal",
    value: ticketBurden(counts, standing.seats),
  };
};

/** The latest answer of each kind on the scale of a hundred (H1). */
export const latestAnswers: Reading = async (scope, { question }, { t, workspace }) => {
  const answers = await listLatestAnswers(scope, { ...question, days: ANSWER_DAYS_MAX });
  const only = (kind: string): LatestAnswer | null => answers.find((answer) => answer.kind === kind) ?? null;
  const none = { nps: null, csat: null, ces: null };
  return {
    columns: [["survey", "text"], ["answer", "number"], ["given", "day"], ["comment", "text"], ["onHundred", "decimal"]], // prettier-ignore
    rows: answers.map(({ id, kind, score, at, comment, ageDays }) => ({
      id,
      cells: {
        survey: t(`common.surveys.${kind}`),
        answer: score,
        given: localDay(new Date(at), workspace.zone),
        comment,
        onHundred: sentiment({ ...none, [kind]: { score, ageDays } })?.raw ?? null,
      },
    })),
    kind: "decimal",
    value: sentiment({ nps: only("nps"), csat: only("csat"), ces: only("ces") })?.raw ?? null,
    label: t("account.totals.mean"),
  };
};

/** Unpaid invoices past due; the oldest gives the figure (H1). */
export const invoicesPastDue: Reading = async (scope, { question }) => {
  const invoices = await listPastDue(scope, question);
  const hasMoney = invoices.some((invoice) => invoice.amountMinor !== null);
  const oldest = invoices[0]?.pastDueDays ?? null;
  return {
    columns: [["invoice", "text"], ["due", "day"], ["pastDueDays", "number"], ...(hasMoney ? [["amount", "money"] as const] : [])], // prettier-ignore
    rows: invoices.map(({ id, number, dueOn, pastDueDays, amountMinor, currency }) => ({
      id,
      cells: { invoice: number, due: dueOn, pastDueDays, amount: amountMinor },
      currency,
    })),
    kind: "number",
    value: paymentRisk(oldest, true),
  };
};

/** Two-way contacts of the window; their number against the target is the figure (H1). */
export const contactsAgainstPlan: Reading = async (scope, subject, context) => {
  const { rows } = await contactRows(scope, subject, context);
  const raw = context.storedRaw;
  const targets = SIZES.map((size) => engagementTarget(subject.standing.segmentKey as Segment, size));
  const values = targets.map((target) => engagement(rows.length, target));
  const value =
    values.find((each) => each !== null && raw !== null && Math.abs(each - raw) < 1e-9) ?? values[0] ?? null;
  const target = targets[values.indexOf(value)] ?? null;
  return {
    columns: CONTACT_COLUMNS,
    rows,
    kind: "percent",
    value,
    label:
      target === null ? undefined : context.t("account.totals.engagement", { count: rows.length, target }),
  };
};

/** The last two-way contacts; days since the newest is the figure (H1). */
export const lastContacts: Reading = async (scope, subject, context) => {
  const { rows, lastAt } = await contactRows(scope, subject, context, true);
  const { question, standing } = subject;
  const { customerSince } = standing;
  const sincePaid = customerSince === null ? null : Math.max(0, daysBetween(customerSince, question.day));
  return {
    columns: CONTACT_COLUMNS,
    rows,
    kind: "number",
    value:
      lastAt === null
        ? sincePaid
        : Math.max(0, Math.floor((question.asOf.getTime() - lastAt.getTime()) / DAY_MS)),
  };
};

/** The orders with the days between two; days since the last against the median gap is the figure (H1). */
export const orders: Reading = async (scope, { question }, { workspace }) => {
  const listed = await listOrders(scope, { ...question, zone: workspace.zone });
  const gaps = listed.flatMap((order) => order.gapDays ?? []);
  const last = listed[0]?.day ?? null;
  return {
    columns: [
      ["order", "text"],
      ["day", "day"],
      ["gapDays", "number"],
    ],
    rows: listed.map(({ id, number, day, gapDays }) => ({ id, cells: { order: number, day, gapDays } })),
    kind: "decimal",
    value:
      last === null || gaps.length === 0
        ? null
        : orderRhythm(daysBetween(last, question.day), quantile(gaps, 0.5), listed.length),
  };
};

const CONTACT_COLUMNS: MeasureRows["columns"] = [["day", "day"], ["channel", "text"], ["contact", "text"], ["minutes", "number"], ["subject", "text"]]; // prettier-ignore

async function contactRows(
  scope: Scope,
  { question }: Subject,
  { t, workspace }: FigureContext,
  withOlder = false,
) {
  const from = startOfDay(addDays(question.day, 1 - CONTACT_DAYS), workspace.zone);
  const listed = await listTwoWayContacts(scope, { ...question, from });
  const contacts = withOlder ? listed : listed.filter((contact) => new Date(contact.at) >= from);
  return {
    lastAt: listed[0] ? new Date(listed[0].at) : null,
    rows: contacts.map(({ id, channel, at, minutes, subject, contact }) => ({
      id,
      cells: {
        day: localDay(new Date(at), workspace.zone),
        channel: t(`common.channels.${messageKey(channel)}`),
        contact,
        minutes,
        subject,
      },
    })),
  };
}
