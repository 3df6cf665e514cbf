"use client";

import type { ReactNode } from "react";
import { Dialog as Radix } from "radix-ui";
import { X } from "lucide-react";
import { classNames } from "./class-names";
import { IconButton } from "./icon-button";

export type DialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** One sentence below the title; also read out when the dialog opens. */
  description?: ReactNode;
  closeLabel: string;
  children: ReactNode;
  /** Buttons at the foot. */
  footer?: ReactNode;
  /** Gets the focus back when the opener was not a Radix trigger. */
  returnFocus?: () => void;
  className?: string;
};

const VEIL = "fixed inset-0 z-40 animate-fade bg-[oklch(0.1_0.02_265/40%)]";
const SHELL = "z-50 flex flex-col border border-line bg-surface shadow-sh3 outline-none";

/** A modal box in the middle. Import it with next/dynamic: dialogs load on first use. */
export function Dialog({ className, ...props }: DialogProps) {
  return (
    <Frame
      {...props}
      className={classNames(
        SHELL,
        "fixed inset-x-4 top-[10vh] mx-auto max-h-[80vh] max-w-lg animate-fade rounded-card",
        className,
      )}
    />
  );
}

/** A modal sheet at the inline end, as wide as a list of rows needs. */
export function Drawer({ className, ...props }: DialogProps) {
  return (
    <Frame
      {...props}
      className={classNames(
        SHELL,
        "fixed inset-y-0 end-0 w-[min(640px,100vw)] animate-slide-end border-y-0 border-e-0",
        className,
      )}
    />
  );
}

/** A modal sheet at the inline start: the navigation on narrow screens. */
export function StartDrawer({ className, ...props }: DialogProps) {
  return (
    <Frame
      {...props}
      className={classNames(
        SHELL,
        "fixed inset-y-0 start-0 w-[min(280px,85vw)] animate-slide-start border-y-0 border-s-0",
        className,
      )}
    />
  );
}

function Frame(props: DialogProps) {
  const { open, onOpenChange, title, description, closeLabel, children, footer, returnFocus, className } =
    props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={VEIL} />
        <Radix.Content
          className={className}
          {...(description ? {} : { "aria-describedby": undefined })}
          onCloseAutoFocus={(event) => {
            if (returnFocus) {
              event.preventDefault();
              returnFocus();
            }
          }}
        >
          <header className="flex min-h-[52px] items-start gap-3 border-b border-line px-5 py-3.5">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-title text-ink">{title}</Radix.Title>
              {description ? (
                <Radix.Description className="text-meta text-ink-2">{description}</Radix.Description>
              ) : null}
            </div>
            <Radix.Close asChild>
              <IconButton label={closeLabel} icon={<X size={16} strokeWidth={1.75} aria-hidden="true" />} />
            </Radix.Close>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
          {footer ? (
            <footer className="flex items-center justify-end gap-2 border-t border-line px-5 py-3">
              {footer}
            </footer>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
