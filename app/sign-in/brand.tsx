import { getLocale, getTranslations } from "next-intl/server";
import { BrandMark } from "@/components/brand-mark";
import { classNames } from "@/components/ui/class-names";

/** The name in the reader's script, and beside it in the other one. */
export async function Brand({ className }: { className?: string }) {
  const t = await getTranslations();
  const isLatin = (await getLocale()).startsWith("en");
  return (
    <p className={classNames("flex items-center gap-2.5 font-strong", className)}>
      <BrandMark size={30} />
      {t("shell.brand")}
      <span lang={isLatin ? "fa" : "en"} className="font-normal text-ink-3">
        {t("signIn.otherName")}
      </span>
    </p>
  );
}
