import type { Subject } from "@/app/(app)/accounts/[accountId]/subject";
import type { Scope } from "@/db/scope";
import { cardMeasures, MEASURE_KEYS, type MeasureKey } from "@/lib/metrics/health/card";
import {
  contactsAgainstPlan,
  invoicesPastDue,
  lastContacts,
  latestAnswers,
  orders,
  ticketsInWindow,
} from "./account-measure-service";
import { daysOfLogin, featuresAdopted, usageAgainstBaseline, usersPerSeat } from "./account-measure-usage";
import { accountFigure, measureName, type AccountRows } from "./account-table";
import { FigureNotFound, type FigureContext, type FigureKind, type FigureRegistry } from "./registry-type";

/** The rows behind the raw value of one measure, and that value made from them once more. */
export type MeasureRows = Pick<AccountRows, "columns" | "rows"> & {
  kind: FigureKind;
  value: number | null;
  /** How the rows give the value; the name of the measure when left out. */
  label?: string;
};

/** A figure's context with the raw value that the judgement kept. */
export type MeasureContext = FigureContext & { storedRaw: number | null };

type Reading = (scope: Scope, subject: Subject, context: MeasureContext) => Promise<MeasureRows>;

/** Goals come later: no card holds them yet, so nothing stands behind them. */
const READINGS: Record<Exclude<MeasureKey, "goals_attained">, Reading> = {
  adoption_breadth: featuresAdopted,
  contact_recency: lastContacts,
  engagement: contactsAgainstPlan,
  licence_utilisation: usersPerSeat,
  login_recency: daysOfLogin,
  order_rhythm: orders,
  payment_risk: invoicesPastDue,
  sentiment: latestAnswers,
  ticket_burden: ticketsInWindow,
  usage_vs_baseline: usageAgainstBaseline,
};

/** The raw value of one measure from its rows (H1); `measure` names it. A measure that its card does not hold is not found. */
const measure = accountFigure(async (scope, subject, context, params) => {
  const { card, stored } = subject.standing;
  const key = MEASURE_KEYS.find((each) => each === params.get("measure"));
  const place = cardMeasures(card).findIndex((each) => each.key === key);
  if (key === undefined || key === "goals_attained" || place === -1) throw new FigureNotFound();
  const storedRaw = stored.raw[place] ?? null;
  const { columns, rows, kind, value, label } = await READINGS[key](scope, subject, {
    ...context,
    storedRaw,
  });
  // What no judgement could use has no value either, whatever rows there are.
  const total = {
    label: label ?? measureName(context.t, key),
    kind,
    value: storedRaw === null ? null : value,
  };
  return { columns, rows, total, shown: storedRaw };
});

export const accountMeasureFigures: FigureRegistry = {
  "account-measure": measure,
};
