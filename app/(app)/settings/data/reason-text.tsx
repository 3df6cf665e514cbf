"use client";

import { useTranslations } from "next-intl";
import { useFormat } from "@/components/format-context";
import { reasonWords } from "@/lib/imports/reason-words";
import { messageKey } from "@/lib/words/message-key";

type Props = { kind: "refused" | "warned"; code: string; params: Record<string, string | number> };

/** Why a row was refused or remarked on, with dates and numbers as its reader writes them. */
export function ReasonText({ kind, code, params }: Props) {
  const t = useTranslations("imports");
  const format = useFormat();
  return t(`${kind}.${messageKey(code)}` as "refused.badDate", reasonWords(params, format) as never);
}
