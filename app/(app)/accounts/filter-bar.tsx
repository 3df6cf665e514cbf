"use client";

import { useEffect, useRef, useState, type ReactNode, type RefObject } from "react";
import { Plus, Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useKeys } from "@/components/keys";
import { FilterChip } from "@/components/ui/chip";
import { Kbd } from "@/components/ui/kbd";
import { Menu } from "@/components/ui/menu";
import { useFilterEntries } from "./filter-entries";
import type { FilterNames, Filters } from "./use-filters";

const TYPING_MS = 250;

type Props = {
  filters: Filters;
  names: FilterNames;
  /** Choices behind the filters: grouping, order. */
  children?: ReactNode;
};

/** Search, the filters in force, and the door to the others; F opens it and / goes to the search. */
export function FilterBar({ filters, names, children }: Props) {
  const t = useTranslations("accounts.filters");
  const table = useTranslations("table");
  const search = useRef<HTMLInputElement>(null);
  const door = useRef<HTMLSpanElement>(null);
  useKeys({
    Slash: () => search.current?.focus(),
    KeyF: () => door.current?.querySelector("button")?.click(),
  });
  return (
    <search aria-label={t("bar")} className="flex flex-wrap items-center gap-2 px-4 py-2.5 max-md:px-4">
      <SearchField input={search} value={filters.view.q ?? ""} onSearch={(q) => filters.change({ q })} />
      <div className="contents max-md:order-2 max-md:flex max-md:flex-wrap max-md:gap-2">
        {filters.active
          .filter((filter) => filter.key !== "q")
          .map((filter) => (
            <FilterChip
              key={filter.key}
              label={filter.label}
              value={<bdi>{filter.value}</bdi>}
              removeLabel={table("removeFilter", { name: filter.label })}
              onRemove={filter.remove}
            />
          ))}
      </div>
      <span ref={door} className="max-md:order-1">
        <Menu
          label={t("add")}
          triggerClassName="touch-target inline-flex h-[26px] items-center gap-1.5 rounded-control border border-dashed border-line-2 px-2 text-meta text-ink-2 hover:bg-surface-2"
          trigger={
            <>
              <Plus size={13} strokeWidth={1.75} aria-hidden="true" />
              {t("add")}
              <Kbd>F</Kbd>
            </>
          }
          entries={useFilterEntries(filters, names)}
        />
      </span>
      <div className="contents max-md:order-3 max-md:flex max-md:flex-wrap max-md:gap-2">{children}</div>
    </search>
  );
}

type SearchProps = {
  input: RefObject<HTMLInputElement | null>;
  value: string;
  onSearch: (text: string | null) => void;
};

/** Asks once the typing pauses; the letters of all three languages are treated alike by the server. */
function SearchField({ input, value, onSearch }: SearchProps) {
  const t = useTranslations("accounts.filters");
  const [text, setText] = useState(value);
  const [asked, setAsked] = useState(value);
  const [seen, setSeen] = useState(value);
  // The address changed by another hand (a chip, Back): the field follows. An answer to its own typing leaves it alone.
  if (value !== seen) {
    setSeen(value);
    if (value !== asked) setText(value);
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function ask(next: string, delay: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setAsked(next.trim());
      onSearch(next.trim() === "" ? null : next.trim());
    }, delay);
  }
  return (
    <label className="relative inline-flex items-center max-md:basis-1/2 max-md:grow">
      <span className="sr-only">{t("search")}</span>
      <Search size={13} strokeWidth={1.75} aria-hidden="true" className="absolute start-2 text-ink-3" />
      <input
        ref={input}
        type="search"
        value={text}
        placeholder={t("search")}
        maxLength={100}
        onChange={(event) => {
          setText(event.target.value);
          ask(event.target.value, TYPING_MS);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") ask(text, 0);
          if (event.key === "Escape") event.currentTarget.blur();
        }}
        className="touch-target h-[26px] w-44 rounded-control max-md:w-full border border-ctl bg-surface ps-7 pe-2 text-meta text-ink placeholder:text-ink-3"
      />
    </label>
  );
}
