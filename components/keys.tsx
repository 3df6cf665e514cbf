"use client";

import { createContext, useContext, useEffect, useMemo, useRef, type ReactNode } from "react";

/** What a key does, by physical code: "KeyJ", "Enter", "Shift+Slash". Codes are the same on every layout. */
export type KeyMap = Partial<Record<string, (event: KeyboardEvent) => void>>;

type Registry = { add: (map: { current: KeyMap }) => () => void };

const KeysContext = createContext<Registry | null>(null);
const GO_TO_MS = 1500;
/** Not characters, so they stay on when single-key shortcuts are switched off (WCAG 2.1.4). */
const ALWAYS_ON = new Set(["Escape", "Enter", "ArrowDown", "ArrowUp"]);

type ProviderProps = {
  /** The person's preference; off leaves only keys that are not characters. */
  isOn: boolean;
  /** Where G followed by a key goes: code to path. */
  goTo: Record<string, string>;
  onGoTo: (path: string) => void;
  children: ReactNode;
};

/** Listens once for the whole page and hands each key to the part that asked for it last. */
export function KeysProvider({ isOn, goTo, onGoTo, children }: ProviderProps) {
  const maps = useRef<{ current: KeyMap }[]>([]);
  const leaving = useRef(0);
  const registry = useMemo<Registry>(
    () => ({
      add(map) {
        maps.current = [map, ...maps.current];
        return () => {
          maps.current = maps.current.filter((other) => other !== map);
        };
      },
    }),
    [],
  );

  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (isElsewhere(event) || (!isOn && !ALWAYS_ON.has(event.code))) return;
      const path = Date.now() - leaving.current < GO_TO_MS ? goTo[event.code] : undefined;
      leaving.current = isOn && event.code === "KeyG" && !event.shiftKey ? Date.now() : 0;
      if (path) {
        event.preventDefault();
        onGoTo(path);
      } else {
        handOver(event, maps.current);
      }
    }
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [isOn, goTo, onGoTo]);

  return <KeysContext.Provider value={registry}>{children}</KeysContext.Provider>;
}

/** Binds keys while the calling component is on the page; the component mounted last wins. */
export function useKeys(map: KeyMap): void {
  const registry = useContext(KeysContext);
  const latest = useRef(map);
  useEffect(() => {
    latest.current = map;
  });
  useEffect(() => registry?.add(latest), [registry]);
}

function handOver(event: KeyboardEvent, maps: { current: KeyMap }[]): void {
  const name = event.shiftKey ? `Shift+${event.code}` : event.code;
  const act = maps.map((map) => map.current[name]).find((found) => found !== undefined);
  if (act) {
    event.preventDefault();
    act(event);
  }
}

/** Typing, a modifier, an open box, or a key that the focused control needs for itself. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey)
    return true;
  if (!(event.target instanceof HTMLElement)) return false;
  if (
    event.target.closest(
      "[role=dialog], [role=menu], [role=listbox], [contenteditable=true], textarea, select",
    )
  ) {
    return true;
  }
  const field = event.target.closest("input");
  if (field && field.type !== "checkbox" && field.type !== "radio") return true;
  const presses = event.code === "Enter" || event.code === "Space";
  const moves = event.code.startsWith("Arrow");
  return (
    (presses && event.target.closest("a, button, input, summary") !== null) ||
    (moves && field?.type === "radio")
  );
}
