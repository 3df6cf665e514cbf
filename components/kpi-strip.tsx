import type { ReactNode } from "react";
import { classNames } from "./ui/class-names";

/** The row of headline figures under the top bar; on a phone the cells become small cards. */
export function KpiStrip({
  label,
  children,
  tone = "bg",
}: {
  label: string;
  children: ReactNode;
  tone?: "bg" | "surface";
}) {
  return (
    <dl
      aria-label={label}
      className={classNames(
        "flex flex-wrap border-b border-line max-md:grid max-md:grid-cols-2 max-md:gap-2 max-md:border-0 max-md:p-4",
        tone === "surface" && "md:bg-surface",
      )}
    >
      {children}
    </dl>
  );
}

type CellProps = {
  label: ReactNode;
  /** A Figure, so that the number opens. */
  value: ReactNode;
  /** The movement, shown beside the value. */
  change?: ReactNode;
  /** The line below: interval, count, what it is part of. */
  note?: ReactNode;
  noteTone?: "plain" | "ok" | "watch" | "risk";
};

const NOTES = { plain: "text-ink-2", ok: "text-ok-ink", watch: "text-watch-ink", risk: "text-risk-ink" };

/** One headline figure: label, value, movement, and the line that says how sure it is. */
export function KpiCell({ label, value, change, note, noteTone = "plain" }: CellProps) {
  return (
    <div className="flex min-w-0 flex-1 basis-auto flex-col border-e border-line px-3.5 py-2.5 first:ps-5 last:border-e-0 max-md:rounded-card max-md:border max-md:bg-surface max-md:px-3 max-md:first:ps-3 max-md:last:border-e">
      <dt className="text-meta text-ink-2">{label}</dt>
      <dd className="flex flex-wrap items-baseline gap-x-1.5">
        <span className="text-kpi text-ink">{value}</span>
        {change ? <span className="text-meta font-medium">{change}</span> : null}
      </dd>
      {note ? <dd className={classNames("text-meta", NOTES[noteTone])}>{note}</dd> : null}
    </div>
  );
}
