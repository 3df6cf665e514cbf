import type { ReactNode } from "react";
import { X } from "lucide-react";
import { classNames } from "./class-names";

export type Tone = "plain" | "lapis" | "ok" | "watch" | "risk" | "crit";

const TONES: Record<Tone, string> = {
  plain: "border-line bg-surface-3 text-ink-2",
  lapis: "border-transparent bg-lapis-soft text-lapis-ink",
  ok: "border-transparent bg-ok-soft text-ok-ink",
  watch: "border-transparent bg-watch-soft text-watch-ink",
  risk: "border-transparent bg-risk-soft text-risk-ink",
  crit: "border-transparent bg-crit-soft text-crit-ink",
};

/** A short fact: a segment, a plan, the state of an import. */
export function Chip({
  tone = "plain",
  icon,
  children,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
}) {
  return (
    <span
      className={classNames(
        "inline-flex min-h-5 items-center gap-1 rounded-chip border px-1.5 text-meta font-medium",
        TONES[tone],
      )}
    >
      {icon}
      {children}
    </span>
  );
}

type FilterChipProps = {
  /** The field, in words. */
  label: string;
  /** The chosen value, in words; drawn bold. */
  value: ReactNode;
  icon?: ReactNode;
  /** Accessible name of the remove button, such as "Remove filter Owner". */
  removeLabel: string;
  onRemove: () => void;
};

/** A filter in force, with the button that takes it away. */
export function FilterChip({ label, value, icon, removeLabel, onRemove }: FilterChipProps) {
  return (
    <span className="inline-flex h-[26px] items-center gap-1.5 rounded-control border border-line-2 bg-surface ps-2 pe-0.5 text-meta shadow-sh1">
      {icon}
      <span className="text-ink-2">{label}</span>
      <span className="font-semibold text-ink">{value}</span>
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="inline-flex size-6 items-center justify-center rounded-chip text-ink-3 hover:text-ink"
      >
        <X size={12} strokeWidth={1.75} aria-hidden="true" />
      </button>
    </span>
  );
}
