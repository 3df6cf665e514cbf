import type { Subject } from "@/app/(app)/accounts/[accountId]/subject";
import {
  getUsageStart,
  hasNamedUsers,
  listFeatures,
  listUsageDays,
  type UsageDay,
} from "@/db/queries/account-usage";
import type { Scope } from "@/db/scope";
import {
  ADOPTED_USES_MIN,
  adoptionBreadth,
  BASELINE_DAYS_MAX,
  licenceUtilisation,
  loginRecency,
  LOGIN_LOOKBACK_DAYS,
  usageVsBaseline,
  WINDOW_DAYS,
} from "@/lib/metrics/health/raw";
import { addDays, daysBetween, type Day } from "@/lib/period";
import type { MeasureRows } from "./account-measure";
import type { FigureContext } from "./registry-type";

const ALL_TOGETHER = 0;

type Reading = (scope: Scope, subject: Subject, context: FigureContext) => Promise<MeasureRows>;

/** Active days of the window against those of the baseline (H1). */
export const usageAgainstBaseline: Reading = async (scope, subject, { t }) => {
  const { question, recordedOn } = subject;
  const windowFrom = addDays(question.day, 1 - WINDOW_DAYS);
  const [days, startedOn] = await Promise.all([
    listAll(scope, subject, addDays(windowFrom, -BASELINE_DAYS_MAX)),
    getUsageStart(scope, { accountId: question.accountId, recordedOn }),
  ]);
  const active = days.filter((day) => day.events > 0);
  const inWindow = active.filter(({ day }) => day >= windowFrom).length;
  const baselineDays =
    startedOn === null ? 0 : Math.min(BASELINE_DAYS_MAX, daysBetween(startedOn, windowFrom));
  return {
    columns: [
      ["day", "day"],
      ["part", "text"],
      ["active", "number"],
      ["events", "number"],
    ],
    rows: active.reverse().map(({ day, events }) => ({
      id: day,
      cells: {
        day,
        part: t(`account.parts.${day >= windowFrom ? "window" : "baseline"}`),
        active: 1,
        events,
      },
    })),
    kind: "decimal",
    value: startedOn === null ? null : usageVsBaseline(inWindow, active.length - inWindow, baselineDays),
  };
};

/** Core features of the plan with their uses in the window (H1). */
export const featuresAdopted: Reading = async (scope, subject, { t }) => {
  const { question } = subject;
  const [features, days] = await Promise.all([
    listFeatures(scope, question),
    listDays(scope, subject, addDays(question.day, 1 - WINDOW_DAYS)),
  ]);
  const rows = features
    .filter((feature) => feature.isInPlan)
    .map(({ code, name }) => {
      const uses = days.reduce((sum, day) => sum + (day.feature === code ? day.events : 0), 0);
      return { id: String(code), cells: { feature: name, uses, adopted: uses >= ADOPTED_USES_MIN ? 1 : 0 } };
    });
  const adopted = rows.filter((row) => row.cells.adopted === 1).length;
  return {
    columns: [
      ["feature", "text"],
      ["uses", "number"],
      ["adopted", "number"],
    ],
    rows,
    kind: "percent",
    value: adoptionBreadth(adopted, rows.length),
    label: t("account.totals.adopted"),
  };
};

/** Days with a login in the days it looks back, newest first (H1). */
export const daysOfLogin: Reading = async (scope, subject) => {
  const { question, standing } = subject;
  const from = addDays(question.day, 1 - LOGIN_LOOKBACK_DAYS);
  const [features, days] = await Promise.all([listFeatures(scope, question), listDays(scope, subject, from)]);
  const logins = features.filter((feature) => feature.isLogin).map((feature) => feature.code);
  const isLogin = logins.length > 0 ? null : await hasNamedUsers(scope, { from });
  const found = days.filter((day) => {
    if (isLogin === null) return logins.includes(day.feature) && day.events > 0;
    return day.feature === ALL_TOGETHER && (isLogin ? (day.users ?? 0) > 0 : day.events > 0);
  });
  const last = found.at(-1)?.day ?? null;
  const since = (day: Day | null) => (day === null ? null : daysBetween(day, question.day));
  return {
    columns: [
      ["day", "day"],
      ["users", "number"],
      ["events", "number"],
    ],
    rows: found
      .reverse()
      .map(({ day, feature, users, events }) => ({ id: `${day} ${feature}`, cells: { day, users, events } })),
    kind: "number",
    value: loginRecency(since(last), since(standing.customerSince)),
  };
};

/** Distinct users of each day of the window (H1). */
export const usersPerSeat: Reading = async (scope, subject, { t }) => {
  const { question, standing } = subject;
  const days = await listAll(scope, subject, addDays(question.day, 1 - WINDOW_DAYS));
  const isNamed = days.some((day) => day.users !== null);
  const userDays = days.reduce((sum, day) => sum + (day.users ?? 0), 0);
  return {
    columns: [
      ["day", "day"],
      ["users", "number"],
    ],
    rows: [...days].reverse().map(({ day, users }) => ({ id: day, cells: { day, users } })),
    kind: "percent",
    value: licenceUtilisation(isNamed ? userDays : null, standing.seats),
    label: t("account.totals.utilisation", { days: WINDOW_DAYS, seats: standing.seats ?? 0, userDays }),
  };
};

/** Use of all features together from a day on, oldest first. */
async function listAll(scope: Scope, subject: Subject, from: Day): Promise<UsageDay[]> {
  return (await listDays(scope, subject, from)).filter((day) => day.feature === ALL_TOGETHER);
}

function listDays(scope: Scope, { question, recordedOn }: Subject, from: Day): Promise<UsageDay[]> {
  return listUsageDays(scope, { accountId: question.accountId, from, to: question.day, recordedOn });
}
