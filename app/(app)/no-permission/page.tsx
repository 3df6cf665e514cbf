import { Lock } from "lucide-react";
import { getLocale, getTranslations } from "next-intl/server";
import { gate } from "@/auth";
import { TopBar } from "@/components/top-bar";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { listPeople } from "@/db/queries/people";
import { isolate } from "@/lib/words/isolate";

/** Where a direct link leads whose page the role does not open: says who can grant access. */
export default async function NoPermissionPage() {
  const { scope } = await gate();
  const t = await getTranslations();
  const admins = (await listPeople(scope, { role: "admin" })).map((person) => isolate(person.name));
  const list = new Intl.ListFormat(await getLocale());
  return (
    <>
      <TopBar title={t("states.noPermissionTitle")} />
      <EmptyState
        title={t("states.noPermissionText")}
        icon={<Lock size={28} strokeWidth={1.5} aria-hidden="true" />}
        action={
          <ButtonLink href="/" variant="primary">
            {t("states.home")}
          </ButtonLink>
        }
      >
        {admins.length > 0 ? t("errors.askAdmins", { names: list.format(admins) }) : null}
      </EmptyState>
    </>
  );
}
