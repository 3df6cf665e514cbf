import type { ReactNode } from "react";
import type { ServerWords } from "@/app/server-words";
import { InstantText } from "@/components/date-text";
import { FigureDefinitions, type FigureDefinition } from "@/components/figure/definition";
import type { MeasureKey } from "@/lib/metrics/health/card";
import { MEASURES } from "@/lib/metrics/health/measures";
import { messageKey } from "@/lib/words/message-key";

/** Figures of this page with the key of their words. */
const FIGURES = {
  "account-health": "health",
  "account-change": "change",
  "account-coverage": "coverage",
  "account-trend": "trend",
  "account-churn": "churn",
  "account-expected-loss": "loss",
  "account-arr": "arr",
  "account-decision": "decision",
  "account-users": "users",
  "account-feature": "feature",
  "account-open-tickets": "openTickets",
  "account-tickets": "tickets",
  "account-first-reply": "firstReply",
  "account-past-due": "pastDue",
  "account-touches": "touches",
} as const;

/** Shares what the figures of the page mean, once for all of their places. */
export function AccountDefinitions({
  t,
  asOf,
  children,
}: {
  t: ServerWords;
  asOf: Date;
  children: ReactNode;
}) {
  const definitions: Record<string, FigureDefinition> = {};
  for (const [figure, key] of Object.entries(FIGURES)) {
    definitions[figure] = {
      title: t(`account.figures.${key}.title`),
      meaning: t(`account.figures.${key}.meaning`),
      formula: t(`account.figures.${key}.formula`),
      source: t(`account.figures.${key}.source`),
      asOf: <InstantText instant={asOf} />,
    };
  }
  return <FigureDefinitions definitions={definitions}>{children}</FigureDefinitions>;
}

/** The family of facts whose name is said as the source of a measure. */
const SOURCES = { users: "usage", seats: "accounts", orders: "invoices" } as const;

/** What one measure of the score means (H1). */
export function measureDefinition(key: MeasureKey, t: ServerWords, asOf: Date): FigureDefinition {
  const name = messageKey(key);
  const families = MEASURES[key].families.map((family) =>
    t(`common.sources.${family in SOURCES ? SOURCES[family as keyof typeof SOURCES] : family}`),
  );
  return {
    title: t(`common.measures.${name}.name`),
    meaning: t(`common.measures.${name}.meaning`),
    formula: t(`account.measures.${name}`),
    source: families.join(" · "),
    asOf: <InstantText instant={asOf} />,
  };
}
