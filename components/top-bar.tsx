import type { ReactNode } from "react";
import Link from "next/link";
import { ChevronRight } from "lucide-react";
import { BrandMark } from "./brand-mark";
import { TopBarFreshness, TopBarMenu, TopBarSearch } from "./top-bar-controls";

type Props = {
  title: ReactNode;
  /** The scope in words: the date, "87 of 248 accounts". */
  scope?: ReactNode;
  /** The way back up: account → list. */
  parent?: { label: string; href: string };
  /** Chips behind the title. */
  chips?: ReactNode;
  /** Buttons at the end; one of them at most is primary. */
  actions?: ReactNode;
};

/** The head of every page, 52 px, with the only heading of level one. */
export function TopBar({ title, scope, parent, chips, actions }: Props) {
  return (
    <header className="sticky top-0 z-20 flex min-h-[52px] shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line bg-bg px-5 py-2 max-md:px-4">
      <TopBarMenu />
      <span className="md:hidden">
        <BrandMark size={26} />
      </span>
      {parent ? (
        <nav aria-label={parent.label} className="flex items-center gap-2 text-body text-ink-2 max-md:hidden">
          <Link
            href={parent.href}
            className="inline-flex min-h-6 items-center hover:text-ink hover:underline"
          >
            {parent.label}
          </Link>
          <ChevronRight size={14} strokeWidth={1.75} aria-hidden="true" className="mirror text-ink-3" />
        </nav>
      ) : null}
      <h1 className="min-w-0 text-title text-ink">{title}</h1>
      {chips ? <div className="flex flex-wrap items-center gap-1.5">{chips}</div> : null}
      {scope ? (
        <div className="min-w-0 text-body text-ink-2 max-md:order-3 max-md:text-meta">{scope}</div>
      ) : null}
      <TopBarFreshness />
      <div className="ms-auto flex flex-wrap items-center gap-2 max-md:order-3">{actions}</div>
      <div className="max-md:order-2 max-md:ms-auto lg:hidden">
        <TopBarSearch />
      </div>
      {scope || actions ? <div className="order-2 h-0 basis-full md:hidden" /> : null}
    </header>
  );
}
