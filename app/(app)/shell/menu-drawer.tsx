"use client";

import { useTranslations } from "next-intl";
import { StartDrawer } from "@/components/ui/dialog";
import { Sidebar } from "./sidebar";
import type { ShellState } from "./state";

type Props = { state: ShellState; onSearch: () => void; onAllKeys: () => void; onClose: () => void };

/** The navigation as a sheet, where the sidebar does not fit. */
export function MenuDrawer({ state, onSearch, onAllKeys, onClose }: Props) {
  const t = useTranslations("shell");
  return (
    <StartDrawer
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("navigation")}
      closeLabel={t("close")}
    >
      <Sidebar state={state} onSearch={onSearch} onAllKeys={onAllKeys} onLeave={onClose} />
    </StartDrawer>
  );
}
