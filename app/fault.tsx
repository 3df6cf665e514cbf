"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorCard } from "@/components/ui/error-card";

type Props = { error: Error & { digest?: string }; onRetry: () => void };

/** Says plainly what went wrong: an upgrade behind an open tab, a silent server, or a fault with its reference. */
export function Fault({ error, onRetry }: Props) {
  const t = useTranslations("states");
  if (isStaleTab(error)) {
    return (
      <ErrorCard
        isPage
        title={t("newVersionTitle")}
        action={
          <Button variant="primary" onClick={() => window.location.reload()}>
            {t("reload")}
          </Button>
        }
      >
        {t("newVersionText")}
      </ErrorCard>
    );
  }
  const isUnreachable = error instanceof TypeError && /fetch|network/i.test(error.message);
  return (
    <ErrorCard
      isPage
      title={t(isUnreachable ? "unreachableTitle" : "errorTitle")}
      reference={error.digest ? t("reference", { code: error.digest }) : undefined}
      action={
        <Button variant="primary" onClick={onRetry}>
          {t("tryAgain")}
        </Button>
      }
    >
      {t(isUnreachable ? "unreachableText" : "errorText")}
    </ErrorCard>
  );
}

/** An action or a script of the build this tab was opened with is gone from the server. */
function isStaleTab(error: Error): boolean {
  return (
    error.name === "ChunkLoadError" ||
    error.name === "UnrecognizedActionError" ||
    /Failed to find Server Action|Loading chunk|dynamically imported module|Failed to load chunk/i.test(
      error.message,
    )
  );
}
