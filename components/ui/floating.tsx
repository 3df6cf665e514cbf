"use client";

import type { ReactNode, RefObject } from "react";
import { Popover as Radix } from "radix-ui";
import { classNames } from "./class-names";

export type FloatingProps = {
  /** The element the box points at; it keeps the focus when `grabFocus` is false. */
  anchor: RefObject<HTMLElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Accessible name of a popover; a tooltip has none, it describes its anchor. */
  label?: string;
  role?: "dialog" | "tooltip";
  id?: string;
  grabFocus?: boolean;
  side?: "top" | "bottom";
  align?: "start" | "center" | "end";
  className?: string;
  onPointerEnter?: () => void;
  onPointerLeave?: () => void;
  children: ReactNode;
};

/** A box that floats beside an element that is not its child. Loaded on first use by Popover, Tooltip and Figure. */
export function Floating(props: FloatingProps) {
  const {
    anchor,
    open,
    onOpenChange,
    label,
    role = "dialog",
    grabFocus = true,
    className,
    children,
    ...rest
  } = props;
  const { side = "bottom", align = "start", ...content } = rest;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Radix.Portal>
        <Radix.Content
          role={role}
          aria-label={label}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={12}
          onOpenAutoFocus={(event) => {
            if (!grabFocus) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (grabFocus) anchor.current?.focus();
          }}
          onInteractOutside={(event) => {
            if (event.target instanceof Node && anchor.current?.contains(event.target))
              event.preventDefault();
          }}
          className={classNames("z-50 animate-fade shadow-sh3 outline-none", className)}
          {...content}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
