import type { ReactNode } from "react";
import type { Band } from "@/lib/metrics/health/card";

/** The shape of a band: circle, diamond, triangle, octagon with a mark, hollow circle. Decoration; the word stands elsewhere. */
export function HealthMark({ band, size = 12 }: { band: Band; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 12 12" aria-hidden="true" className="inline-block shrink-0">
      {SHAPES[band]}
    </svg>
  );
}

const SHAPES: Record<Band, ReactNode> = {
  healthy: <circle cx="6" cy="6" r="4.25" fill="var(--ok)" />,
  watch: (
    <path
      d="M6 1.1 10.9 6 6 10.9 1.1 6Z"
      fill="var(--watch)"
      stroke="var(--watch-edge)"
      strokeWidth="1"
      strokeLinejoin="round"
    />
  ),
  at_risk: <path d="M6 1.4 11.2 10.6H.8Z" fill="var(--risk)" />,
  critical: (
    <>
      <path d="M3.7.5h4.6l3.2 3.2v4.6l-3.2 3.2H3.7L.5 8.3V3.7Z" fill="var(--crit)" />
      <path d="M6 2.9v3.7M6 8.7v.3" stroke="var(--on-mark)" strokeWidth="1.6" strokeLinecap="round" />
    </>
  ),
  unknown: <circle cx="6" cy="6" r="4" fill="none" stroke="var(--slate)" strokeWidth="2" />,
};

const INKS: Record<Band, string> = {
  healthy: "text-ok-ink",
  watch: "text-watch-ink",
  at_risk: "text-risk-ink",
  critical: "text-crit-ink",
  unknown: "text-ink-2",
};

/** The class name of text that speaks about a band. */
export function bandInk(band: Band): string {
  return INKS[band];
}

const LINES: Record<Band, string> = {
  healthy: "var(--ok)",
  watch: "var(--watch-line)",
  at_risk: "var(--risk)",
  critical: "var(--crit)",
  unknown: "var(--slate)",
};

/** The colour of a line that speaks about a band, as a CSS value for SVG. */
export function bandLine(band: Band): string {
  return LINES[band];
}
