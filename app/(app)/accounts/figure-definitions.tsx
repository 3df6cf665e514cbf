import { FigureDefinitions, type FigureDefinition } from "@/components/figure/definition";
import { InstantText } from "@/components/date-text";
import type { ReactNode } from "react";
import type { ServerWords } from "@/app/server-words";

/** Figures of Today and Accounts, and those of the preview, with the key of their words. */
const FIGURES = {
  accounts: "figures.accounts",
  "accounts-at-risk": "figures.accountsAtRisk",
  "decisions-60": "figures.decisions60",
  "expected-loss": "figures.expectedLoss",
  "revenue-at-risk": "figures.revenueAtRisk",
  "deciding-arr": "figures.decidingArr",
  arr: "figures.arr",
  "mean-health": "figures.meanHealth",
  "account-health": "account.figures.health",
  "account-churn": "account.figures.churn",
  "account-expected-loss": "account.figures.loss",
} as const;

/** Shares what the figures of a list mean, once for all of their places. `t` has the namespaces `figures` and `account`. */
export function ListDefinitions({ t, asOf, children }: { t: ServerWords; asOf: Date; children: ReactNode }) {
  const definitions: Record<string, FigureDefinition> = {};
  for (const [figure, key] of Object.entries(FIGURES)) {
    definitions[figure] = {
      title: t(`${key}.title`),
      meaning: t(`${key}.meaning`),
      formula: t(`${key}.formula`),
      source: t(`${key}.source`),
      asOf: <InstantText instant={asOf} />,
    };
  }
  return <FigureDefinitions definitions={definitions}>{children}</FigureDefinitions>;
}
