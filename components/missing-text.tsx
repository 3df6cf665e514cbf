"use client";

import { useTranslations } from "next-intl";
import type { Reason } from "@/lib/metrics/result";
import { MISSING } from "@/lib/words/format";
import { messageKey } from "@/lib/words/message-key";
import { classNames } from "./ui/class-names";

type Props = { reason?: Reason; className?: string };

/** What stands for a figure that cannot be computed: an en dash, its reason on hover and for screen readers. */
export function MissingText({ reason = "no_data", className }: Props) {
  const t = useTranslations("common.reasons");
  const words = t(messageKey(reason));
  return (
    <span title={words} className={classNames("text-ink-3", className)}>
      <span aria-hidden="true">{MISSING}</span>
      <span className="sr-only">{words}</span>
    </span>
  );
}
