import type { ReactNode } from "react";
import { TriangleAlert } from "lucide-react";

/** The saffron line: names the source, when it stopped and what it affects. */
export function PartialBanner({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div
      role="note"
      className="flex items-center gap-2.5 rounded-control bg-watch-soft px-3 py-2 text-body text-watch-ink"
    >
      <TriangleAlert size={15} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
