type Props = {
  /** Probability, 0 to 1; null draws an empty track. */
  value: number | null;
  /** Ends of the interval, 0 to 1; without them only the point is drawn. */
  low?: number | null;
  high?: number | null;
  /** The probability at the end of the track, the same for every row of a list. */
  max?: number;
  /** The probability and its interval in words. Without it the drawing is decoration beside the number. */
  label?: string;
};

/** A point with its interval on a short track; it grows from the inline start. */
export function ProbabilityWhisker({ value, low, high, max = 1, label }: Props) {
  const at = (probability: number) => `${Math.max(0, Math.min(1, probability / max)) * 100}%`;
  const hasInterval = low !== null && low !== undefined && high !== null && high !== undefined;
  return (
    <span
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className="relative inline-block h-2 w-[76px] shrink-0"
    >
      <span className="absolute inset-x-0 top-[3px] h-0.5 rounded-bar bg-surface-3" />
      {hasInterval ? (
        <span
          className="absolute top-0.5 h-1 rounded-bar bg-slate/45"
          style={{ insetInlineStart: at(low), insetInlineEnd: `calc(100% - ${at(high)})` }}
        />
      ) : null}
      {value === null ? null : (
        <span
          className="absolute inset-y-0 -ms-[1.5px] w-[3px] rounded-bar bg-ink"
          style={{ insetInlineStart: at(value) }}
        />
      )}
    </span>
  );
}
