"use client";

import { useId, type ReactNode } from "react";
import { classNames } from "./class-names";

export type SegmentedOption<V extends string> = {
  value: V;
  label: string;
  icon?: ReactNode;
  /** Shown behind the label, already formatted. */
  count?: ReactNode;
  /** True when only the icon is drawn; the label stays the accessible name. */
  iconOnly?: boolean;
};

type Props<V extends string> = {
  /** What the choice is about; read out before the options. */
  label: string;
  value: V;
  options: readonly SegmentedOption<V>[];
  onChange: (value: V) => void;
};

/** One choice out of a few, as native radio buttons in a row. */
export function Segmented<V extends string>({ label, value, options, onChange }: Props<V>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className="inline-flex shrink-0 rounded-control border border-line-2 bg-surface-3 p-px"
    >
      {options.map((option) => (
        <label
          key={option.value}
          title={option.iconOnly ? option.label : undefined}
          className={classNames(
            "touch-target relative inline-flex h-[26px] cursor-pointer items-center justify-center gap-1.5",
            "rounded-[6px] px-2.5 text-meta has-focus-visible:outline-2 has-focus-visible:outline-lapis",
            option.value === value
              ? "bg-surface font-semibold text-ink shadow-sh1"
              : "text-ink-2 hover:text-ink",
          )}
        >
          <input
            type="radio"
            name={name}
            className="absolute inset-0 cursor-pointer opacity-0"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon}
          <span className={option.iconOnly ? "sr-only" : undefined}>{option.label}</span>
          {option.count === undefined ? null : <span className="text-ink-3">{option.count}</span>}
        </label>
      ))}
    </div>
  );
}
