import { getLocale, getTranslations } from "next-intl/server";
import { classNames } from "@/components/ui/class-names";
import { dir, LOCALES } from "@/lib/words/locale";
import { chooseLocaleAction } from "./actions";

/** A form of its own, so that it works without scripts and leaves the sign-in form untouched with them. */
export async function LanguageSwitch() {
  const t = await getTranslations();
  const current = (await getLocale()).split("-")[0];
  return (
    <form
      action={chooseLocaleAction}
      aria-label={t("signIn.language")}
      className="inline-flex rounded-control border border-line-2 bg-surface-3 p-px"
    >
      {LOCALES.map((locale) => (
        <button
          key={locale}
          name="locale"
          value={locale}
          lang={locale}
          dir={dir(locale)}
          aria-pressed={locale === current}
          className={classNames(
            "touch-target h-[26px] rounded-[6px] px-2.5 text-meta",
            locale === current ? "bg-surface font-semibold text-ink shadow-sh1" : "text-ink-2 hover:text-ink",
          )}
        >
          {t(`shell.languages.${locale}`)}
        </button>
      ))}
    </form>
  );
}
