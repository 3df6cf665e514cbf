import { FileQuestion } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { TopBar } from "@/components/top-bar";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Something of this address is not there, or belongs to another workspace: the same words for both. */
export default async function AppNotFound() {
  const t = await getTranslations("states");
  return (
    <>
      <TopBar title={t("notFoundTitle")} />
      <EmptyState
        title={t("notFoundText")}
        icon={<FileQuestion size={28} strokeWidth={1.5} aria-hidden="true" />}
        action={
          <ButtonLink href="/" variant="primary">
            {t("home")}
          </ButtonLink>
        }
      />
    </>
  );
}
