import type { Band } from "@/lib/metrics/health/card";
import { bandLine } from "./health-mark";

type Props = {
  /** Oldest first; null where nothing is known, which breaks the line. */
  points: readonly (number | null)[];
  /** Colours the line by what the last point means; without it the line is grey. */
  band?: Band;
  /** The movement in words. Without it the line is decoration beside a number that says it. */
  label?: string;
  width?: number;
  height?: number;
};

const INSET = 3;

/** A tiny line whose last point carries a dot. It mirrors with the reading direction. */
export function Sparkline({ points, band, label, width = 44, height = 18 }: Props) {
  const known = points.filter((point) => point !== null);
  const last = points.at(-1);
  if (known.length < 2) return null;
  const low = Math.min(...known);
  const span = Math.max(...known) - low || 1;
  const x = (place: number) => INSET + (place / (points.length - 1)) * (width - 2 * INSET);
  const y = (point: number) => height - INSET - ((point - low) / span) * (height - 2 * INSET);
  const colour = band ? bandLine(band) : "var(--ink-3)";
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role={label ? "img" : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      className="mirror shrink-0"
    >
      <path d={path(points, x, y)} fill="none" stroke={colour} strokeWidth="1.5" strokeLinejoin="round" />
      {last === null || last === undefined ? null : (
        <circle cx={x(points.length - 1)} cy={y(last)} r="2.25" fill={colour} />
      )}
    </svg>
  );
}

function path(points: Props["points"], x: (place: number) => number, y: (point: number) => number): string {
  let isDrawing = false;
  const parts: string[] = [];
  points.forEach((point, place) => {
    if (point !== null) parts.push(`${isDrawing ? "L" : "M"}${x(place).toFixed(1)} ${y(point).toFixed(1)}`);
    isDrawing = point !== null;
  });
  return parts.join("");
}
