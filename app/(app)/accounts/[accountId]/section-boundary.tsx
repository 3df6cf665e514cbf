"use client";

import { catchError, type ErrorInfo } from "next/error";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorCard } from "@/components/ui/error-card";

export type SectionName =
  | "kpis"
  | "head"
  | "stages"
  | "why"
  | "usage"
  | "tickets"
  | "subscriptions"
  | "invoices"
  | "contacts"
  | "timeline";

/** Holds a fault of one section, so that the others stay. */
export const SectionBoundary = catchError(Failed);

function Failed({ name }: { name: SectionName }, { error, retry }: ErrorInfo) {
  return <FailedCard name={name} digest={digestOf(error)} onRetry={retry} />;
}

function FailedCard({
  name,
  digest,
  onRetry,
}: {
  name: SectionName;
  digest: string | null;
  onRetry: () => void;
}) {
  const t = useTranslations("account.sections");
  return (
    <ErrorCard
      title={t("failed", { section: t(name) })}
      reference={digest === null ? undefined : t("reference", { code: digest })}
      action={<Button onClick={onRetry}>{t("again")}</Button>}
    />
  );
}

function digestOf(error: unknown): string | null {
  return error instanceof Error && "digest" in error && typeof error.digest === "string"
    ? error.digest
    : null;
}
