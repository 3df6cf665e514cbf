import type { ReactNode } from "react";

/** A reason behind a number, in words that carry their own figures: "Usage down 56%". It wraps, it is never cut. */
export function ReasonChip({ children }: { children: ReactNode }) {
  return (
    <span className="inline-flex min-h-[18px] items-center rounded-chip bg-ink/7 px-1.5 text-meta text-ink-2">
      {children}
    </span>
  );
}
