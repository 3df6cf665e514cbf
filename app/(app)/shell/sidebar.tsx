"use client";

import { useSyncExternalStore } from "react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { ChevronsUpDown, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { BrandMark } from "@/components/brand-mark";
import { FreshnessBadge } from "@/components/freshness-badge";
import { NumberText } from "@/components/number-text";
import { classNames } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";
import { Menu } from "@/components/ui/menu";
import { PageIcon } from "./page-icon";
import { PersonMenus } from "./person-menus";
import type { ShellState } from "./state";
import { useSwitchWorkspace } from "./switch-workspace";

type Props = {
  state: ShellState;
  onSearch: () => void;
  onAllKeys: () => void;
  /** Called when a link was followed, so that a drawer can close. */
  onLeave?: () => void;
  /** True where the sidebar may shrink to icons; a drawer never does. */
  canShrink?: boolean;
};

const MAC_KEYS = "⌘K";
const OTHER_KEYS = "Ctrl K";
const GROUPS = ["work", "configure"] as const;
/** From 1024 to 1279 px the sidebar keeps its icons only. */
const SHRINKS = "lg:max-xl:sr-only";

/** The navigation: workspace, search, pages of the role, freshness, the person. */
export function Sidebar({ state, onSearch, onAllKeys, onLeave, canShrink = false }: Props) {
  const hidden = canShrink ? SHRINKS : undefined;
  return (
    <div className="flex h-full flex-col gap-3 px-3 pt-3 pb-3">
      <Head state={state} hidden={hidden} />
      <SearchBox onSearch={onSearch} hidden={hidden} />
      <Pages state={state} onLeave={onLeave} hidden={hidden} />
      <div className="mt-auto flex flex-col gap-2">
        <div className={classNames("mx-1", canShrink && "lg:max-xl:hidden")}>
          <FreshnessBadge state={state.freshness} now={state.now} />
        </div>
        <PersonMenus state={state} onAllKeys={onAllKeys} canShrink={canShrink} />
      </div>
    </div>
  );
}

function Head({ state, hidden }: { state: ShellState; hidden?: string }) {
  const t = useTranslations("shell");
  const switchTo = useSwitchWorkspace();
  const { workspace, memberships } = state;
  return (
    <div className="flex min-h-6 items-center gap-2 px-1">
      <BrandMark />
      <span className={classNames("text-title text-ink", hidden)}>{t("brand")}</span>
      <span className={classNames("ms-auto min-w-0 text-meta text-ink-2", hidden && "lg:max-xl:hidden")}>
        {memberships.length > 1 ? (
          <Menu
            label={t("switchWorkspace")}
            align="end"
            triggerClassName="touch-target inline-flex min-h-6 min-w-0 items-center gap-1 rounded-chip px-1 hover:bg-surface-3"
            trigger={
              <>
                <span className="sr-only">{`${t("switchWorkspace")}: `}</span>
                <bdi className="truncate">{workspace.name}</bdi>
                <ChevronsUpDown size={12} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
              </>
            }
            entries={memberships.map((membership) => ({
              kind: "choice",
              key: membership.slug,
              label: membership.name,
              checked: membership.slug === workspace.slug,
              onSelect: () => switchTo(membership.slug),
            }))}
          />
        ) : (
          <bdi className="block truncate">{workspace.name}</bdi>
        )}
      </span>
    </div>
  );
}

function SearchBox({ onSearch, hidden }: { onSearch: () => void; hidden?: string }) {
  const t = useTranslations("shell");
  const paletteKeys = useSyncExternalStore(stay, keysOfThisDevice, () => MAC_KEYS);
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      title={t("search")}
      onClick={onSearch}
      className="touch-target flex h-[30px] items-center gap-2 rounded-control border border-line-2 bg-surface px-2 text-meta text-ink-2 shadow-sh1 hover:bg-surface-3"
    >
      <Search size={14} strokeWidth={1.75} aria-hidden="true" className="shrink-0" />
      <span className={classNames("truncate", hidden)}>{t("search")}</span>
      <span className={classNames("ms-auto", hidden && "lg:max-xl:hidden")}>
        <Kbd>{paletteKeys}</Kbd>
      </span>
    </button>
  );
}

/** A keyboard does not change while a page is open. */
function stay(): () => void {
  return () => undefined;
}

function keysOfThisDevice(): string {
  return /Mac|iPhone|iPad/.test(navigator.platform) ? MAC_KEYS : OTHER_KEYS;
}

function Pages({ state, onLeave, hidden }: Pick<Props, "state" | "onLeave"> & { hidden?: string }) {
  const t = useTranslations("nav");
  const path = usePathname();
  return (
    <nav aria-label={t("label")} className="flex min-h-0 flex-col gap-3 overflow-y-auto p-px">
      {GROUPS.map((group) => {
        const pages = state.pages.filter((page) => page.group === group);
        if (pages.length === 0) return null;
        return (
          <div key={group}>
            <p
              id={`nav-${group}`}
              className={classNames("mb-1.5 px-1.5 text-meta font-medium text-ink-2", hidden)}
            >
              {t(`groups.${group}`)}
            </p>
            <ul aria-labelledby={`nav-${group}`} className="flex flex-col">
              {pages.map((page) => {
                const isHere = path === page.href || path.startsWith(`${page.href}/`);
                return (
                  <li key={page.key}>
                    <Link
                      href={page.href}
                      aria-current={isHere ? "page" : undefined}
                      title={hidden ? t(page.key) : undefined}
                      onClick={onLeave}
                      className={classNames(
                        "touch-target flex h-[30px] items-center gap-2.5 rounded-control border px-1.5 text-body",
                        hidden && "lg:max-xl:justify-center",
                        isHere
                          ? "border-line bg-surface font-semibold text-ink shadow-sh1 [&_svg]:text-lapis"
                          : "border-transparent font-medium text-ink-2 hover:bg-surface-3 hover:text-ink",
                      )}
                    >
                      <PageIcon page={page.key} />
                      <span className={hidden}>{t(page.key)}</span>
                      {page.count === undefined ? null : (
                        <span className={classNames("ms-auto text-meta font-normal text-ink-2", hidden)}>
                          <NumberText value={page.count} />
                        </span>
                      )}
                    </Link>
                  </li>
                );
              })}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
