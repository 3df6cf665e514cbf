"use client";

import { Menu as MenuIcon, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { FreshnessBadge } from "./freshness-badge";
import { useShellControls } from "./shell-controls";
import { IconButton } from "./ui/icon-button";

/** Opens the navigation where the sidebar does not fit and there is no bottom bar. */
export function TopBarMenu() {
  const t = useTranslations("shell");
  const { openMenu } = useShellControls();
  return (
    <IconButton
      data-shell
      label={t("openMenu")}
      className="lg:hidden max-md:hidden"
      icon={<MenuIcon size={18} strokeWidth={1.75} aria-hidden="true" />}
      onClick={openMenu}
    />
  );
}

/** Opens the command palette where the sidebar's search box is not shown. */
export function TopBarSearch() {
  const t = useTranslations("shell");
  const { openPalette } = useShellControls();
  return (
    <IconButton
      data-shell
      label={t("search")}
      className="lg:hidden"
      icon={<Search size={18} strokeWidth={1.75} aria-hidden="true" />}
      onClick={openPalette}
    />
  );
}

/** The age of the data in one line, where the sidebar that says it is not shown. */
export function TopBarFreshness() {
  const { freshness } = useShellControls();
  return freshness ? (
    <div data-shell className="md:hidden">
      <FreshnessBadge {...freshness} isCompact />
    </div>
  ) : null;
}
