import { getTranslations } from "next-intl/server";

/** Twelve invented weeks, in a drawing 600 wide and 170 high. */
const FALLING = "0,92 44,98 88,105 132,112 176,122 220,129 264,131";
const RISING = "264,131 308,119 352,101 396,78 440,58 484,44";

/** A drawing, not a chart: nothing in it is measured. Time runs with the reading direction. */
export async function ExampleChart() {
  const t = await getTranslations("signIn.example");
  return (
    <div role="img" aria-label={t("sentence")} className="relative text-meta font-semibold">
      <svg viewBox="0 0 600 200" aria-hidden="true" className="w-full rtl:-scale-x-100">
        <rect x="0" y="0" width="600" height="36" rx="3" fill="var(--ok-soft)" />
        <rect x="0" y="122" width="600" height="48" rx="3" fill="var(--risk-soft)" />
        <line
          x1="264"
          y1="131"
          x2="264"
          y2="176"
          stroke="var(--slate)"
          strokeWidth="1.5"
          strokeDasharray="2 3"
        />
        <polyline
          points={FALLING}
          fill="none"
          stroke="var(--risk)"
          strokeWidth="2.5"
          strokeLinejoin="round"
        />
        <polyline points={RISING} fill="none" stroke="var(--ok)" strokeWidth="2.5" strokeLinejoin="round" />
        <circle cx="264" cy="131" r="5" fill="var(--ink)" />
        <circle cx="484" cy="44" r="5" fill="var(--ok)" />
      </svg>
      <span className="absolute start-0 top-[34%] text-risk-ink">{t("falling")}</span>
      <span className="absolute start-[44%] bottom-0 -translate-x-1/2 whitespace-nowrap rtl:translate-x-1/2">
        {t("call")}
      </span>
      <span className="absolute start-[83%] top-[18%] whitespace-nowrap text-ok-ink">{t("renewed")}</span>
    </div>
  );
}
