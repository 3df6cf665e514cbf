"use client";

import { useEffect, useMemo, useState, type ReactNode } from "react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { KeysProvider, useKeys } from "@/components/keys";
import { Live } from "@/components/live";
import { ShellControlsContext } from "@/components/shell-controls";
import { BottomBar } from "./bottom-bar";
import { Sidebar } from "./sidebar";
import type { ShellState } from "./state";

const Palette = dynamic(() => import("./palette").then((module) => module.Palette), { ssr: false });
const KeyHelp = dynamic(() => import("./key-help").then((module) => module.KeyHelp), { ssr: false });
const MenuDrawer = dynamic(() => import("./menu-drawer").then((module) => module.MenuDrawer), { ssr: false });

type Box = "none" | "menu" | "palette" | "keys";

/** The frame around every signed-in page: navigation, search, keys and the live stream. */
export function Shell({ state, children }: { state: ShellState; children: ReactNode }) {
  const router = useRouter();
  const [box, setBox] = useState<Box>("none");
  const controls = useMemo(
    () => ({
      openMenu: () => setBox("menu"),
      openPalette: () => setBox("palette"),
      freshness: { state: state.freshness, now: state.now },
    }),
    [state.freshness, state.now],
  );
  const goTo = useMemo(
    () => Object.fromEntries(state.pages.map((page) => [page.goKey, page.href])),
    [state.pages],
  );
  usePaletteKey(() => setBox((now) => (now === "palette" ? "none" : "palette")));
  const close = () => setBox("none");
  const parts = { state, onSearch: controls.openPalette, onAllKeys: () => setBox("keys") };

  return (
    <KeysProvider isOn={state.preferences.hasKeys} goTo={goTo} onGoTo={(path) => router.push(path)}>
      <HelpKey onPress={parts.onAllKeys} />
      <ShellControlsContext.Provider value={controls}>
        <SkipLink />
        <div data-frame className="flex min-h-dvh md:h-dvh">
          <aside
            data-shell
            className="w-52 shrink-0 border-e border-line bg-surface-2 max-lg:hidden lg:max-xl:w-14 lg:max-xl:[&>div]:px-2"
          >
            <Sidebar {...parts} canShrink />
          </aside>
          <main
            id="content"
            tabIndex={-1}
            data-frame
            className="flex min-w-0 flex-1 flex-col outline-none max-md:pb-16 md:overflow-y-auto"
          >
            {children}
          </main>
        </div>
        <BottomBar state={state} onMore={controls.openMenu} />
        {box === "menu" ? <MenuDrawer {...parts} onClose={close} /> : null}
        {box === "palette" ? <Palette state={state} onAllKeys={parts.onAllKeys} onClose={close} /> : null}
        {box === "keys" ? <KeyHelp state={state} onClose={close} /> : null}
      </ShellControlsContext.Provider>
      <Live workspaceId={state.workspace.id} />
    </KeysProvider>
  );
}

function SkipLink() {
  const t = useTranslations("shell");
  return (
    <a
      href="#content"
      className="sr-only rounded-control bg-surface px-3 py-2 text-body font-semibold text-lapis-ink shadow-sh3 focus:not-sr-only focus:fixed focus:start-2 focus:top-2 focus:z-50 focus:px-3 focus:py-2"
    >
      {t("skip")}
    </a>
  );
}

/** The question mark, by place, so that it opens the help on every layout. */
function HelpKey({ onPress }: { onPress: () => void }) {
  useKeys({ "Shift+Slash": onPress });
  return null;
}

/** Ctrl K or ⌘K, also while typing. */
function usePaletteKey(toggle: () => void): void {
  useEffect(() => {
    function listen(event: KeyboardEvent) {
      if (event.code === "KeyK" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
        event.preventDefault();
        toggle();
      }
    }
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  });
}
