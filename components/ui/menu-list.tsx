"use client";

import Link from "next/link";
import { DropdownMenu as Radix } from "radix-ui";
import { Check } from "lucide-react";
import { classNames } from "./class-names";
import type { MenuEntry } from "./menu";

type Props = { label: string; align: "start" | "end"; entries: MenuEntry[]; onClose: () => void };

const ROW =
  "flex min-h-[30px] cursor-pointer items-center gap-2 rounded-chip px-2 text-body text-ink outline-none " +
  "data-highlighted:bg-lapis-soft data-highlighted:text-lapis-ink pointer-coarse:min-h-11";

/** The open list of a Menu; it lies over an invisible anchor of the same size as the menu's button. */
export function MenuList({ label, align, entries, onClose }: Props) {
  return (
    <Radix.Root open modal={false} onOpenChange={(open) => !open && onClose()}>
      <Radix.Trigger asChild>
        <span aria-hidden="true" className="pointer-events-none absolute inset-0" />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          aria-labelledby={undefined}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          onCloseAutoFocus={(event) => event.preventDefault()}
          className="z-50 max-h-[70vh] min-w-44 animate-fade overflow-y-auto rounded-popover border border-line bg-surface p-1 shadow-sh3"
        >
          {entries.map((entry) => (
            <Entry key={entry.key} entry={entry} />
          ))}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Entry({ entry }: { entry: MenuEntry }) {
  switch (entry.kind) {
    case "label":
      return <Radix.Label className="px-2 pt-2 pb-1 text-meta text-ink-3">{entry.label}</Radix.Label>;
    case "separator":
      return <Radix.Separator className="my-1 h-px bg-line" />;
    case "link":
      return (
        <Radix.Item asChild className={ROW}>
          <Link href={entry.href}>
            {entry.icon}
            {entry.label}
          </Link>
        </Radix.Item>
      );
    case "item":
      return (
        <Radix.Item className={classNames(ROW, entry.danger && "text-risk-ink")} onSelect={entry.onSelect}>
          {entry.icon}
          {entry.label}
        </Radix.Item>
      );
    case "choice":
      return (
        <Radix.CheckboxItem
          role="menuitemradio"
          className={ROW}
          checked={entry.checked}
          onSelect={entry.onSelect}
          lang={entry.lang}
        >
          <span className="inline-flex size-3.5 items-center">
            <Radix.ItemIndicator>
              <Check size={14} strokeWidth={2} aria-hidden="true" className="text-lapis-ink" />
            </Radix.ItemIndicator>
          </span>
          {entry.label}
        </Radix.CheckboxItem>
      );
  }
}
