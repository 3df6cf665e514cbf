"use client";

import { useRef, useState, type ReactNode } from "react";
import dynamic from "next/dynamic";
import { ChevronDown } from "lucide-react";
import { classNames } from "./class-names";

const MenuList = dynamic(() => import("./menu-list").then((module) => module.MenuList), { ssr: false });

export type MenuEntry =
  | { kind: "label"; key: string; label: string }
  | { kind: "separator"; key: string }
  | { kind: "item"; key: string; label: string; icon?: ReactNode; danger?: boolean; onSelect: () => void }
  | { kind: "link"; key: string; label: string; icon?: ReactNode; href: string }
  | { kind: "choice"; key: string; label: string; lang?: string; checked: boolean; onSelect: () => void };

type MenuProps = {
  /** Accessible name of the list, and of the trigger when it shows an icon only. */
  label: string;
  trigger: ReactNode;
  /** True when the trigger has no words of its own. */
  iconOnly?: boolean;
  triggerClassName?: string;
  align?: "start" | "end";
  entries: MenuEntry[];
};

/** A button that opens a list of actions or choices. The list is loaded on first use. */
export function Menu({
  label,
  trigger,
  iconOnly = false,
  triggerClassName,
  align = "start",
  entries,
}: MenuProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <span className="relative inline-flex min-w-0">
      <button
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={iconOnly ? label : undefined}
        title={iconOnly ? label : undefined}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") {
            event.preventDefault();
            setIsOpen(true);
          }
        }}
        className={triggerClassName}
      >
        {trigger}
      </button>
      {isOpen ? (
        <MenuList
          label={label}
          align={align}
          entries={entries}
          onClose={() => {
            setIsOpen(false);
            button.current?.focus();
          }}
        />
      ) : null}
    </span>
  );
}

type SelectProps<V extends string> = {
  /** The field, in words; drawn before the value. */
  label: string;
  value: V;
  options: readonly { value: V; label: string }[];
  onChange: (value: V) => void;
  icon?: ReactNode;
};

/** A choice drawn as a chip: field, bold value, chevron. */
export function Select<V extends string>({ label, value, options, onChange, icon }: SelectProps<V>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <Menu
      label={label}
      triggerClassName={classNames(
        "touch-target inline-flex h-[26px] items-center gap-1.5 rounded-control border border-line-2 bg-surface",
        "px-2 text-meta whitespace-nowrap shadow-sh1 hover:bg-surface-2",
      )}
      trigger={
        <>
          {icon}
          <span className="text-ink-2">{label}</span>
          <span className="font-semibold text-ink">{chosen?.label}</span>
          <ChevronDown size={12} strokeWidth={1.75} aria-hidden="true" className="text-ink-3" />
        </>
      }
      entries={options.map((option) => ({
        kind: "choice",
        key: option.value,
        label: option.label,
        checked: option.value === value,
        onSelect: () => onChange(option.value),
      }))}
    />
  );
}
