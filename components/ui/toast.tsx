"use client";

import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from "react";
import { X } from "lucide-react";
import { IconButton } from "./icon-button";

export type ToastMessage = {
  /** The fact, in the person's language. */
  text: string;
  /** Undo, or a link to what was made; shown for ten seconds. */
  action?: { label: string; onSelect: () => void };
  /** An error is announced at once and stays until it is closed. */
  isError?: boolean;
};

const SHOWN_MS = 10_000;
const ToastContext = createContext<(message: ToastMessage) => void>(() => undefined);

/** Gives the function that says something briefly at the foot of the page. */
export function useToast(): (message: ToastMessage) => void {
  return useContext(ToastContext);
}

/** Holds what is being said; one polite live region for facts and one assertive for errors. */
export function ToastProvider({ closeLabel, children }: { closeLabel: string; children: ReactNode }) {
  const [messages, setMessages] = useState<(ToastMessage & { id: number })[]>([]);
  const close = useCallback(
    (id: number) => setMessages((all) => all.filter((message) => message.id !== id)),
    [],
  );
  const say = useCallback(
    (message: ToastMessage) => {
      const id = Date.now() + Math.random();
      setMessages((all) => [...all.slice(-2), { ...message, id }]);
      if (!message.isError) setTimeout(() => close(id), SHOWN_MS);
    },
    [close],
  );
  const facts = useMemo(() => messages.filter((message) => !message.isError), [messages]);
  const errors = useMemo(() => messages.filter((message) => message.isError), [messages]);
  return (
    <ToastContext.Provider value={say}>
      {children}
      <div
        data-shell
        className="pointer-events-none fixed inset-x-4 bottom-4 z-50 flex flex-col items-center gap-2 max-md:bottom-20"
      >
        <Region role="status" messages={facts} closeLabel={closeLabel} onClose={close} />
        <Region role="alert" messages={errors} closeLabel={closeLabel} onClose={close} />
      </div>
    </ToastContext.Provider>
  );
}

type RegionProps = {
  role: "status" | "alert";
  messages: (ToastMessage & { id: number })[];
  closeLabel: string;
  onClose: (id: number) => void;
};

function Region({ role, messages, closeLabel, onClose }: RegionProps) {
  return (
    <div role={role} className="flex flex-col items-center gap-2">
      {messages.map((message) => (
        <div
          key={message.id}
          className="pointer-events-auto flex min-h-10 animate-fade items-center gap-3 rounded-card bg-ink ps-4 pe-1.5 text-body text-bg shadow-sh3"
        >
          <span>{message.text}</span>
          {message.action ? (
            <button
              type="button"
              className="min-h-6 font-semibold underline underline-offset-2"
              onClick={() => {
                message.action?.onSelect();
                onClose(message.id);
              }}
            >
              {message.action.label}
            </button>
          ) : null}
          <IconButton
            label={closeLabel}
            className="text-bg hover:bg-bg/15 hover:text-bg"
            icon={<X size={14} strokeWidth={1.75} aria-hidden="true" />}
            onClick={() => onClose(message.id)}
          />
        </div>
      ))}
    </div>
  );
}
