"use client";

import { useRouter } from "next/navigation";
import { ChevronDown, ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useKeys } from "@/components/keys";
import { ButtonLink } from "@/components/ui/button";

type Props = { previousHref: string | null; nextHref: string | null };

/** The account before and the one after in the list it was opened from; K and J do the same. */
export function NeighbourLinks({ previousHref, nextHref }: Props) {
  const t = useTranslations("account.head");
  const router = useRouter();
  useKeys({
    ...(previousHref ? { KeyK: () => router.push(previousHref) } : {}),
    ...(nextHref ? { KeyJ: () => router.push(nextHref) } : {}),
  });
  return (
    <>
      {previousHref ? (
        <ButtonLink
          href={previousHref}
          prefetch={false}
          variant="quiet"
          aria-label={t("previous")}
          keyHint="K"
          icon={<ChevronUp size={15} strokeWidth={1.75} aria-hidden="true" />}
        />
      ) : null}
      {nextHref ? (
        <ButtonLink
          href={nextHref}
          prefetch={false}
          variant="quiet"
          aria-label={t("next")}
          keyHint="J"
          icon={<ChevronDown size={15} strokeWidth={1.75} aria-hidden="true" />}
        />
      ) : null}
    </>
  );
}

/** Escape goes back to the list. */
export function BackKey({ href }: { href: string }) {
  const router = useRouter();
  useKeys({ Escape: () => router.push(href) });
  return null;
}
