"use client";

import type { ReactNode } from "react";
import { Maximize2, X } from "lucide-react";
import { useKeys } from "./keys";
import { IconButton, IconLink } from "./ui/icon-button";

type Props = {
  /** Accessible name of the panel: "Preview of Arvandeh Logistics". */
  label: string;
  title: ReactNode;
  /** The line below the title: segment, industry, since when. */
  note?: ReactNode;
  initials: string;
  /** The full page of the same thing. */
  href: string;
  openLabel: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
};

/** 340 px at the inline end: beside the list from 1280 px on, over it below. Escape closes it. */
export function PeekPanel(props: Props) {
  const { label, title, note, initials, href, openLabel, closeLabel, onClose, children, footer } = props;
  useKeys({ Escape: onClose });
  return (
    <aside
      aria-label={label}
      className="flex w-[340px] shrink-0 animate-slide-end flex-col border-s border-line bg-surface max-xl:fixed max-xl:inset-y-0 max-xl:end-0 max-xl:z-30 max-xl:shadow-sh3 max-md:w-full max-md:pb-16"
    >
      <header className="flex items-center gap-2.5 px-4 pt-3.5 pb-3">
        <span
          aria-hidden="true"
          className="inline-flex size-9 shrink-0 items-center justify-center rounded-control bg-surface-3 text-meta font-semibold text-ink-2"
        >
          {initials}
        </span>
        <div className="min-w-0 flex-1">
          <h2 className="text-title text-ink">{title}</h2>
          {note ? <p className="text-meta text-ink-2">{note}</p> : null}
        </div>
        <IconLink
          href={href}
          label={openLabel}
          icon={<Maximize2 size={14} strokeWidth={1.75} aria-hidden="true" className="mirror" />}
        />
        <IconButton
          label={closeLabel}
          onClick={onClose}
          icon={<X size={16} strokeWidth={1.75} aria-hidden="true" />}
        />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-4">{children}</div>
      {footer ? (
        <footer className="flex flex-col gap-2 border-t border-line px-4 py-3">{footer}</footer>
      ) : null}
    </aside>
  );
}
