import { FileQuestion } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Shown for an address that does not exist, and in the same words for one of another workspace. */
export default async function NotFound() {
  const t = await getTranslations("states");
  return (
    <main className="flex min-h-[70dvh] flex-1 items-center justify-center">
      <h1 className="sr-only">{t("notFoundTitle")}</h1>
      <EmptyState
        title={t("notFoundTitle")}
        icon={<FileQuestion size={28} strokeWidth={1.5} aria-hidden="true" />}
        action={
          <ButtonLink href="/" variant="primary">
            {t("home")}
          </ButtonLink>
        }
      >
        {t("notFoundText")}
      </EmptyState>
    </main>
  );
}
