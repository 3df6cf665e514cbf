"use client";

import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Kbd } from "@/components/ui/kbd";

/** Key caps are the marks on the keys, the same in every language. */
const HINTS = [
  { key: "move", caps: ["J", "K"] },
  { key: "select", caps: ["X"] },
  { key: "open", caps: ["↵"] },
  { key: "peek", caps: ["␣"] },
  { key: "allKeys", caps: ["?"] },
] as const;

/** The keys of a list, at its foot; the whole list of keys opens with the question mark. `isWideOnly` beside other things. */
export function KeyHints({ isWideOnly = false }: { isWideOnly?: boolean }) {
  const t = useTranslations("accounts.keys");
  return (
    <p
      aria-hidden="true"
      className={classNames(
        "flex flex-wrap items-center gap-x-4 gap-y-1 text-meta text-ink-2 pointer-coarse:hidden max-md:hidden",
        isWideOnly && "max-2xl:hidden",
      )}
    >
      {HINTS.map((hint) => (
        <span key={hint.key} className="inline-flex items-center gap-1">
          {hint.caps.map((cap) => (
            <Kbd key={cap}>{cap}</Kbd>
          ))}
          {t(hint.key)}
        </span>
      ))}
    </p>
  );
}
