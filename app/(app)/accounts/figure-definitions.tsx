import { FigureDefinitions, type FigureDefinition } from "@/components/figure/definition";
import { InstantText } from "@/components/date-text";
import type { ReactNode } from "react";
import type { ServerWords } from "@/app/server-words";

/** Figures of Today and Accounts and of the preview, with the key of their words in `figures`. */
const FIGURES = {
  accounts: "accounts",
  "accounts-at-risk": "accountsAtRisk",
  "decisions-60": "decisions60",
  "expected-loss": "expectedLoss",
  "revenue-at-risk": "revenueAtRisk",
  "deciding-arr": "decidingArr",
  arr: "arr",
  "mean-health": "meanHealth",
  "account-health": "accountHealth",
  "account-churn": "accountChurn",
  "account-expected-loss": "accountExpectedLoss",
} as const;

/** Shares what the figures of a list mean, once for all of their places. `t` has the namespace `figures`. */
export function ListDefinitions({ t, asOf, children }: { t: ServerWords; asOf: Date; children: ReactNode }) {
  const definitions: Record<string, FigureDefinition> = {};
  for (const [figure, key] of Object.entries(FIGURES)) {
    definitions[figure] = {
      title: t(`figures.${key}.title`),
      meaning: t(`figures.${key}.meaning`),
      formula: t(`figures.${key}.formula`),
      source: t(`figures.${key}.source`),
      asOf: <InstantText instant={asOf} />,
    };
  }
  return <FigureDefinitions definitions={definitions}>{children}</FigureDefinitions>;
}
