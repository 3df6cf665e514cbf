"use client";

import { createContext, useContext } from "react";

export type ShellControls = {
  /** Opens the navigation drawer of narrow screens. */
  openMenu: () => void;
  openPalette: () => void;
};

/** What the shell around a page can do; outside the shell it does nothing. */
export const ShellControlsContext = createContext<ShellControls>({
  openMenu: () => undefined,
  openPalette: () => undefined,
});

/** The shell's own controls, for the parts of a page that repeat them. */
export function useShellControls(): ShellControls {
  return useContext(ShellControlsContext);
}
