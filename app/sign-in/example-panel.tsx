import { getTranslations } from "next-intl/server";
import { Brand } from "./brand";
import { ExampleChart } from "./example-chart";

/** What Vafa is for, in a sentence and a drawing. Absent on a phone, where the form comes first. */
export async function ExamplePanel() {
  const t = await getTranslations("signIn");
  return (
    <aside
      aria-label={t("headline")}
      className="flex flex-col border-e border-line bg-surface-2 px-[72px] py-14 max-lg:hidden"
    >
      <Brand className="text-kpi" />
      <div className="flex flex-1 flex-col justify-center py-10">
        <p className="max-w-[600px] text-[38px] leading-[48px] font-strong tracking-tight text-balance rtl:leading-[58px] rtl:tracking-normal">
          {t("headline")}
        </p>
        <p className="mt-3 max-w-[520px] text-title font-normal text-ink-2">{t("promise")}</p>
        <figure className="mt-10 w-full max-w-[600px] rounded-card border border-line bg-surface px-5 pt-4 pb-5 shadow-sh2">
          <figcaption className="mb-5 flex items-baseline justify-between gap-3">
            <span className="text-card-title">{t("example.title")}</span>
            <span className="text-meta text-ink-3">{t("example.note")}</span>
          </figcaption>
          <ExampleChart />
        </figure>
      </div>
      <p className="text-meta text-ink-3">{t("openSource")}</p>
    </aside>
  );
}
