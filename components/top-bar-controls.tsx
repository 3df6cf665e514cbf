"use client";

import { History, Menu as MenuIcon, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { snapshotDay } from "@/lib/period";
import { useFormat } from "./format-context";
import { FreshnessBadge } from "./freshness-badge";
import { useShellControls } from "./shell-controls";
import { Chip } from "./ui/chip";
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

/** The age of the data in one line on a phone; the day of imported history at every width, on every page. */
export function TopBarFreshness() {
  const { freshness } = useShellControls();
  if (!freshness) return null;
  const { pinned } = freshness.state;
  return pinned ? (
    <PinnedChip pinned={pinned} />
  ) : (
    <div data-shell className="md:hidden">
      <FreshnessBadge {...freshness} isCompact />
    </div>
  );
}

function PinnedChip({ pinned }: { pinned: Date }) {
  const t = useTranslations("shell");
  const format = useFormat();
  const day = format.day(snapshotDay(pinned, format.settings.zone), "medium");
  return (
    <span title={t("pinnedNote", { day })}>
      <Chip tone="watch" icon={<History size={13} strokeWidth={1.75} aria-hidden="true" />}>
        {t("pinned", { day })}
      </Chip>
    </span>
  );
}
