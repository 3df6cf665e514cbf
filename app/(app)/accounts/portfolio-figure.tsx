import type { ReactNode } from "react";
import { Figure } from "@/components/figure";
import { MoneyText } from "@/components/money-text";

type Props = {
  /** Public name of the figure, the last part of its address. */
  figure: string;
  label: string;
  value: ReactNode;
  /** The raw value, so that its rows can say whether they still give it. */
  shown: number | null;
  /** Rows behind it. */
  count: number;
  /** The view as a query, "" or starting with "?". */
  query: string;
  className?: string;
};

/** A figure over a portfolio, whose rows are read with the view it was made for. */
export function PortfolioFigure({ figure, label, value, shown, count, query, className }: Props) {
  const address = (key: string, text: string) => {
    const params = new URLSearchParams(query);
    params.set(key, text);
    return `/api/figures/${figure}?${params}`;
  };
  return (
    <Figure
      figure={figure}
      label={label}
      value={value}
      count={count}
      rowsHref={address("shown", String(shown ?? ""))}
      exportHref={address("format", "csv")}
      className={className}
    />
  );
}

/** A sum in the workspace's currency; ≈ where it rests on exchange rates. */
export function SumText({ amountMinor, isConverted }: { amountMinor: number; isConverted: boolean }) {
  return <MoneyText amountMinor={amountMinor} compact isApproximate={isConverted} />;
}
