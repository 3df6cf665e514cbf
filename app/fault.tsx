"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ErrorCard } from "@/components/ui/error-card";

type Fault = Error & { digest?: string };
type Cause = "newVersion" | "unreachable" | "database" | "error";

/** Says plainly what went wrong: an upgrade behind an open tab, a silent server or database, or a fault with its reference. */
export function FaultCard({ error, onRetry }: { error: Fault; onRetry: () => void }) {
  const t = useTranslations("states");
  const cause = causeOf(error);
  const isStale = cause === "newVersion";
  return (
    <ErrorCard
      isPage
      title={t(`${cause}Title`)}
      reference={cause === "error" && error.digest ? t("reference", { code: error.digest }) : undefined}
      action={
        <Button variant="primary" onClick={isStale ? () => window.location.reload() : onRetry}>
          {t(isStale ? "reload" : "tryAgain")}
        </Button>
      }
    >
      {t(`${cause}Text`)}
    </ErrorCard>
  );
}

const STALE_NAMES = ["ChunkLoadError", "UnrecognizedActionError"];
const STALE_WORDS =
  /Failed to find Server Action|Failed to load chunk|Loading chunk|dynamically imported module/i;
/** The digest that auth.ts puts on a fault when nothing answers. */
const DATABASE_DOWN = "database_down";

function causeOf(error: Fault): Cause {
  if (STALE_NAMES.includes(error.name) || STALE_WORDS.test(error.message)) return "newVersion";
  if (error.digest === DATABASE_DOWN) return "database";
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) return "unreachable";
  return "error";
}
