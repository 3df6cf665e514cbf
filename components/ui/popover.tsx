"use client";

import { useRef, useState, type ReactNode } from "react";
import dynamic from "next/dynamic";
import { classNames } from "./class-names";

const Floating = dynamic(() => import("./floating").then((module) => module.Floating), { ssr: false });

type Props = {
  /** What the trigger shows; its words are its accessible name. */
  trigger: ReactNode;
  triggerClassName?: string;
  /** Accessible name of the box. */
  label: string;
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
};

/** A button that opens a box beside itself. The box is loaded on first use. */
export function Popover({ trigger, triggerClassName, label, align, className, children }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className={triggerClassName}
      >
        {trigger}
      </button>
      {isOpen ? (
        <Floating
          anchor={button}
          open
          onOpenChange={setIsOpen}
          label={label}
          align={align}
          className={classNames("rounded-popover border border-line bg-surface p-4", className)}
        >
          {children}
        </Floating>
      ) : null}
    </>
  );
}
