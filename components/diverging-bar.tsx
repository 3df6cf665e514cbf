import { classNames } from "./ui/class-names";

type Props = {
  /** Signed; null draws the axis only. */
  value: number | null;
  /** The largest absolute value of the list, so that rows compare. */
  max: number;
  /** Whether a positive value is good news. */
  rising: "bad" | "good";
};

/** A bar to either side of a middle axis; decoration beside a signed number. */
export function DivergingBar({ value, max, rising }: Props) {
  const share = value === null || max === 0 ? 0 : (Math.min(Math.abs(value), max) / max) * 50;
  const isGood = value !== null && value > 0 === (rising === "good");
  return (
    <div aria-hidden="true" className="relative h-3 w-full">
      <div className="absolute inset-y-0 start-1/2 w-px bg-line-2" />
      {share === 0 ? null : (
        <div
          className={classNames("absolute inset-y-0.5 rounded-bar", isGood ? "hatched bg-ok" : "bg-risk")}
          style={
            value !== null && value > 0
              ? { insetInlineStart: "50%", inlineSize: `${share}%` }
              : { insetInlineEnd: "50%", inlineSize: `${share}%` }
          }
        />
      )}
    </div>
  );
}
