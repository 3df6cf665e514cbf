import { listFeatures, listUsageDays } from "@/db/queries/account-usage";
import { listAccountTickets } from "@/db/queries/account-service";
import { countTimeline, listTimeline } from "@/db/queries/timeline";
import { featureUse, namesUsers, USE_WEEK_DAYS, weeksOfUse } from "@/lib/metrics/account-usage";
import { firstReplyMedian, firstReplyMinutes } from "@/lib/metrics/account-tickets";
import { WINDOW_DAYS } from "@/lib/metrics/health/raw";
import { addDays, addMonths, DAY_MS, localDay, startOfDay } from "@/lib/period";
import { messageKey } from "@/lib/words/message-key";
import { accountFigure, type AccountRows } from "./account-table";
import { FigureNotFound, type FigureContext, type FigureRegistry } from "./registry-type";

/** Months of the count of touches. */
const TOUCH_MONTHS = 12;
const ROWS_MOST = 100_000;

type TicketRow = Awaited<ReturnType<typeof listAccountTickets>>[number];

/** Users of the last seven days; their mean is the last point of the chart (H1). */
const users = accountFigure(async (scope, { question, recordedOn }, { t }) => {
  const { accountId, day } = question;
  const from = addDays(day, 1 - 2 * WINDOW_DAYS);
  const days = (await listUsageDays(scope, { accountId, from, to: day, recordedOn })).filter(
    (one) => one.feature === 0,
  );
  const isNamed = namesUsers(days);
  const [week] = weeksOfUse(days, { today: day, weeks: 1, startedOn: from, isNamed });
  const own = days.filter((one) => week !== undefined && one.day >= week.from);
  return {
    columns: [
      ["day", "day"],
      ["users", "number"],
      ["events", "number"],
    ],
    rows: own
      .reverse()
      .map((one) => ({ id: one.day, cells: { day: one.day, users: one.users, events: one.events } })),
    total: {
      label: t(isNamed ? "account.totals.users" : "account.totals.activeDays", { days: USE_WEEK_DAYS }),
      kind: "decimal",
      value: week?.figure.value ?? null,
    },
    shown: week?.figure.value ?? null,
  };
});

/** Use of one core feature in the window, day by day; `feature` is its code. */
const feature = accountFigure(async (scope, { question, recordedOn }, { t }, params) => {
  const { accountId, day } = question;
  const code = Number(params.get("feature"));
  const found = (await listFeatures(scope, question)).find((each) => each.code === code);
  if (found === undefined) throw new FigureNotFound();
  const from = addDays(day, 1 - 2 * WINDOW_DAYS);
  const days = await listUsageDays(scope, { accountId, from, to: day, recordedOn });
  const { share } = featureUse(days, { today: day, feature: code, isNamed: namesUsers(days) });
  const inWindow = days.filter((one) => one.day > addDays(day, -WINDOW_DAYS));
  const own = new Map(inWindow.filter((one) => one.feature === code).map((one) => [one.day, one]));
  return {
    columns: [
      ["day", "day"],
      ["featureUsers", "number"],
      ["users", "number"],
      ["uses", "number"],
    ],
    rows: inWindow
      .filter((one) => one.feature === 0)
      .reverse()
      .map((one) => ({
        id: one.day,
        cells: {
          day: one.day,
          featureUsers: own.get(one.day)?.users ?? (one.users === null ? null : 0),
          users: one.users,
          uses: own.get(one.day)?.events ?? 0,
        },
      })),
    total: {
      label: t("account.totals.featureShare", { feature: found.name }),
      kind: "percent",
      value: share.value,
    },
    shown: share.value,
  };
});

const openTickets = accountFigure(async (scope, { standing, question }, context) => {
  const tickets = await listAccountTickets(scope, { ...question, from: question.asOf });
  return { ...ticketTable(tickets, question.asOf, context), total: null, shown: standing.openTickets };
});

const ticketsInWindow = accountFigure(async (scope, { question }, context) => {
  const tickets = await listOpened(scope, question, context);
  return { ...ticketTable(tickets, question.asOf, context), total: null, shown: tickets.length };
});

/** Median time to the first reply over the tickets of the window (T2). */
const firstReply = accountFigure(async (scope, { question }, context) => {
  const tickets = await listOpened(scope, question, context);
  const { value } = firstReplyMedian(tickets.map(toReplied)).figure;
  return {
    ...ticketTable(tickets, question.asOf, context),
    total: { label: context.t("account.totals.firstReply"), kind: "number", value },
    shown: value,
  };
});

/** Everything that happened in the last twelve months, newest first. */
const touches = accountFigure(async (scope, { question }, { t, today, asOf, workspace }) => {
  const { accountId } = question;
  const since = startOfDay(addMonths(today, -TOUCH_MONTHS, workspace.calendar), workspace.zone);
  const [entries, counts] = await Promise.all([
    listTimeline(scope, { accountId, asOf, limit: ROWS_MOST }),
    countTimeline(scope, { accountId, asOf, since }),
  ]);
  const own = entries.filter((entry) => new Date(entry.at) >= since);
  return {
    columns: [
      ["day", "day"],
      ["channel", "text"],
      ["kind", "text"],
      ["contact", "text"],
      ["subject", "text"],
    ],
    rows: own.map((entry) => ({
      id: entry.id,
      cells: {
        day: localDay(new Date(entry.at), workspace.zone),
        channel: t(`account.timeline.channels.${entry.channel}`),
        kind: t(`account.timeline.kinds.${messageKey(entry.kind)}`),
        contact: entry.contact,
        subject: entry.text ?? entry.name,
      },
    })),
    total: null,
    shown: Object.values(counts).reduce((sum, count) => sum + count, 0),
  };
});

async function listOpened(
  scope: Parameters<typeof listAccountTickets>[0],
  question: Omit<Parameters<typeof listAccountTickets>[1], "from"> & { day: string },
  { workspace }: FigureContext,
): Promise<TicketRow[]> {
  const from = startOfDay(addDays(question.day, 1 - WINDOW_DAYS), workspace.zone);
  const tickets = await listAccountTickets(scope, { ...question, from });
  return tickets.filter((ticket) => new Date(ticket.openedAt) >= from);
}

function toReplied({ openedAt, firstReplyAt }: TicketRow) {
  return {
    openedAtMs: Date.parse(openedAt),
    firstReplyAtMs: firstReplyAt === null ? null : Date.parse(firstReplyAt),
  };
}

function ticketTable(
  tickets: readonly TicketRow[],
  asOf: Date,
  { t, workspace }: FigureContext,
): Pick<AccountRows, "columns" | "rows"> {
  return {
    columns: [["ticket", "text"], ["subject", "text"], ["priority", "text"], ["opened", "day"], ["ageDays", "number"], ["firstReplyMinutes", "number"]], // prettier-ignore
    rows: tickets.map((ticket) => ({
      id: ticket.id,
      cells: {
        ticket: ticket.number,
        subject: ticket.subject,
        priority: t(`common.ticketPriorities.${ticket.priority}`),
        opened: localDay(new Date(ticket.openedAt), workspace.zone),
        ageDays: Math.floor((asOf.getTime() - Date.parse(ticket.openedAt)) / DAY_MS),
        firstReplyMinutes: firstReplyMinutes(toReplied(ticket)),
      },
    })),
  };
}

export const accountServiceFigures: FigureRegistry = {
  "account-users": users,
  "account-feature": feature,
  "account-open-tickets": openTickets,
  "account-tickets": ticketsInWindow,
  "account-first-reply": firstReply,
  "account-touches": touches,
};
