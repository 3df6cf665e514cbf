import type { ReactNode } from "react";
import { classNames } from "./ui/class-names";

export type ContributionStep = {
  key: string;
  label: ReactNode;
  /** In the unit of the total; the steps and the base add up to it exactly. */
  value: number;
  /** The same value as a number component. */
  text: ReactNode;
};

type Props = {
  /** Says in a sentence what adds up to what. */
  label: string;
  /** Where the sum starts: the base rate, or 50 for a score. */
  base: ContributionStep;
  steps: ContributionStep[];
  total: Omit<ContributionStep, "key"> & { low?: number | null; high?: number | null };
  /** Whether a positive step is bad news (risk) or good news (a score). */
  rising: "bad" | "good";
};

/** Bars that start from the base and add up to the total; what helps is hatched as well as turquoise. */
export function ContributionBars({ label, base, steps, total, rising }: Props) {
  const spans = cumulate(base.value, steps);
  const reach = [
    0,
    base.value,
    total.value,
    total.high ?? 0,
    ...spans.flatMap((span) => [span.from, span.to]),
  ];
  const low = Math.min(...reach);
  const span = Math.max(...reach) - low || 1;
  const at = (value: number) => `${((value - low) / span) * 100}%`;
  return (
    <table className="w-full border-collapse text-meta">
      <caption className="sr-only">{label}</caption>
      <tbody>
        <Row label={base.label} text={base.text} className="text-ink-2">
          <Piece from={at(Math.min(0, base.value))} to={at(Math.max(0, base.value))} className="bg-slate" />
        </Row>
        {steps.map((step, place) => {
          const { from = 0, to = 0 } = spans[place] ?? {};
          const isBad = step.value > 0 === (rising === "bad");
          return (
            <Row
              key={step.key}
              label={step.label}
              text={step.text}
              className={classNames("font-semibold", isBad ? "text-risk-ink" : "text-ok-ink")}
            >
              <Piece
                from={at(Math.min(from, to))}
                to={at(Math.max(from, to))}
                className={isBad ? "bg-risk" : "hatched bg-ok"}
              />
            </Row>
          );
        })}
      </tbody>
      <tfoot className="border-t border-line-2">
        <Row label={total.label} text={total.text} className="font-semibold text-ink" strong>
          <Whisker at={at} value={total.value} low={total.low} high={total.high} />
        </Row>
      </tfoot>
    </table>
  );
}

function cumulate(base: number, steps: ContributionStep[]): { from: number; to: number }[] {
  let sum = base;
  return steps.map((step) => {
    const from = sum;
    sum += step.value;
    return { from, to: sum };
  });
}

type RowProps = {
  label: ReactNode;
  text: ReactNode;
  className: string;
  strong?: boolean;
  children: ReactNode;
};

function Row({ label, text, className, strong, children }: RowProps) {
  return (
    <tr>
      <th
        scope="row"
        className={classNames("py-0.5 pe-2 text-start font-normal text-ink", strong && "font-semibold")}
      >
        {label}
      </th>
      <td className="w-[34%] py-0.5" aria-hidden="true">
        <div className="relative h-3 border-s border-line-2">{children}</div>
      </td>
      <td className={classNames("num w-12 py-0.5 ps-2", className)}>{text}</td>
    </tr>
  );
}

function Piece({ from, to, className }: { from: string; to: string; className: string }) {
  return (
    <div
      className={classNames("absolute inset-y-0.5 min-w-0.5 rounded-bar", className)}
      style={{ insetInlineStart: from, insetInlineEnd: `calc(100% - ${to})` }}
    />
  );
}

type WhiskerProps = {
  at: (value: number) => string;
  value: number;
  low?: number | null;
  high?: number | null;
};

function Whisker({ at, value, low, high }: WhiskerProps) {
  const hasInterval = low !== null && low !== undefined && high !== null && high !== undefined;
  return (
    <>
      {hasInterval ? (
        <div
          className="absolute top-[5px] h-0.5 bg-ink"
          style={{ insetInlineStart: at(low), insetInlineEnd: `calc(100% - ${at(high)})` }}
        />
      ) : null}
      <div
        className="absolute top-0.5 -ms-1 size-2 rounded-full bg-ink"
        style={{ insetInlineStart: at(value) }}
      />
    </>
  );
}
