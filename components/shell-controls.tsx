"use client";

import { createContext, useContext } from "react";
import type { FreshnessState } from "./freshness-badge";

export type ShellControls = {
  /** Opens the navigation drawer of narrow screens. */
  openMenu: () => void;
  openPalette: () => void;
  /** How fresh the data is, with the server's clock; null outside the shell. */
  freshness: { state: FreshnessState; now: Date } | null;
};

/** What the shell around a page can do; outside the shell it does nothing. */
export const ShellControlsContext = createContext<ShellControls>({
  openMenu: () => undefined,
  openPalette: () => undefined,
  freshness: null,
});

/** The shell's own controls, for the parts of a page that repeat them. */
export function useShellControls(): ShellControls {
  return useContext(ShellControlsContext);
}
