import type { ReactNode } from "react";
import { Figure } from "@/components/figure";
import type { FigureDefinition, FigureInput } from "@/components/figure/definition";

type Props = {
  /** Public name of the figure, the last part of its address. */
  figure: string;
  accountId: string;
  label: string;
  value: ReactNode;
  /** The raw value on the screen, so that its rows can say whether they still give it. */
  shown: number | null;
  /** Rows behind it. */
  count: number | null;
  inputs?: FigureInput[];
  definition?: FigureDefinition;
  /** What the figure is asked with beside the account. */
  params?: Record<string, string>;
  className?: string;
};

/** A figure of one account, whose rows are read with its id. */
export function AccountFigure({ figure, accountId, shown, params = {}, ...rest }: Props) {
  const address = (more: Record<string, string>) =>
    `/api/figures/${figure}?${new URLSearchParams({ account: accountId, ...params, ...more })}`;
  return (
    <Figure
      figure={figure}
      rowsHref={address({ shown: shown === null ? "" : String(shown) })}
      exportHref={address({ format: "csv" })}
      {...rest}
    />
  );
}
