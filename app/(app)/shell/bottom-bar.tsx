"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { Menu as MenuIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { PageIcon } from "./page-icon";
import type { ShellState } from "./state";

/** The bar at the foot of a phone: up to four pages and the rest. */
export function BottomBar({ state, onMore }: { state: ShellState; onMore: () => void }) {
  const t = useTranslations("nav");
  const path = usePathname();
  const cell =
    "flex min-h-14 flex-1 flex-col items-center justify-center gap-1 text-[10.5px] leading-tight font-medium";
  return (
    <nav
      data-shell
      aria-label={t("label")}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {state.pages.slice(0, 4).map((page) => {
        const isHere = path === page.href || path.startsWith(`${page.href}/`);
        return (
          <Link
            key={page.key}
            href={page.href}
            aria-current={isHere ? "page" : undefined}
            className={classNames(cell, isHere ? "text-lapis-ink" : "text-ink-2")}
          >
            <PageIcon page={page.key} size={20} />
            {t(page.key)}
          </Link>
        );
      })}
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={onMore}
        className={classNames(cell, "text-ink-2")}
      >
        <MenuIcon size={20} strokeWidth={1.75} aria-hidden="true" />
        {t("more")}
      </button>
    </nav>
  );
}
