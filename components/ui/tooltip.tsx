"use client";

import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import dynamic from "next/dynamic";

const Floating = dynamic(() => import("./floating").then((module) => module.Floating), { ssr: false });
const HOVER_DELAY_MS = 350;

type Props = {
  /** The explanation, such as the reason behind a dash. */
  content: ReactNode;
  /** What is explained; it becomes focusable. */
  children: ReactNode;
  className?: string;
};

/** A hint on hover or focus; Escape hides it, and it is read out as a description. */
export function Tooltip({ content, children, className }: Props) {
  const anchor = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  useEffect(() => () => clearTimeout(timer.current), []);

  function show(delay: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setIsOpen(true), delay);
  }
  function hide() {
    clearTimeout(timer.current);
    setIsOpen(false);
  }

  return (
    <>
      <span
        ref={anchor}
        tabIndex={0}
        aria-describedby={id}
        className={className}
        onPointerEnter={() => show(HOVER_DELAY_MS)}
        onPointerLeave={hide}
        onFocus={() => show(0)}
        onBlur={hide}
        onKeyDown={(event) => event.key === "Escape" && hide()}
      >
        {children}
      </span>
      <span id={id} hidden>
        {content}
      </span>
      {isOpen ? (
        <Floating
          anchor={anchor}
          open
          onOpenChange={setIsOpen}
          role="tooltip"
          grabFocus={false}
          side="top"
          align="center"
          className="max-w-72 rounded-chip bg-ink px-2 py-1 text-meta text-bg"
        >
          {content}
        </Floating>
      ) : null}
    </>
  );
}
