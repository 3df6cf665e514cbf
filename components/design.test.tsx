import type { ReactNode } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { messages } from "@/lib/words/catalogues";
import { formatters, type FormatSettings } from "@/lib/words/format";
import { ContributionBars } from "./contribution-bars";
import { FormatProvider } from "./format-context";
import { FreshnessBadge, type FreshnessState } from "./freshness-badge";
import { HealthBadge } from "./health-badge";
import { ProbabilityWhisker } from "./probability-whisker";
import { Sparkline } from "./sparkline";

const EN: FormatSettings = {
  locale: "en",
  digits: "latn",
  calendar: "gregory",
  zone: "UTC",
  currency: "USD",
  country: "US",
};
const FA: FormatSettings = { ...EN, locale: "fa", digits: "arabext", calendar: "persian", country: "IR" };

async function markup(settings: FormatSettings, node: ReactNode): Promise<string> {
  const words = await messages(settings.locale, ["common", "figure", "shell"]);
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={formatters(settings).tag} messages={words} timeZone={settings.zone}>
      <FormatProvider settings={settings} today="2025-11-19">
        {node}
      </FormatProvider>
    </NextIntlClientProvider>,
  );
}

describe("health as shape, number and word", () => {
  test("is read out with its band and its change: Health 34, critical, down 18 in 30 days", async () => {
    const html = await markup(EN, <HealthBadge score={34} band="critical" change={-18} />);
    expect(html).toContain("Health 34, Critical, down 18 in 30 days");
    expect(html).toContain("<svg");
  });

  test("says unchanged for a change of 0 and nothing for a change that is not known", async () => {
    expect(await markup(EN, <HealthBadge score={57} band="watch" change={0} />)).toContain(
      "unchanged in 30 days",
    );
    expect(await markup(EN, <HealthBadge score={57} band="watch" change={null} />)).not.toContain("30 days");
  });

  test("shows a missing score as a dash, never as 0", async () => {
    const html = await markup(EN, <HealthBadge score={null} band="unknown" />);
    expect(html).toContain("–");
    expect(html).not.toContain(">0<");
  });

  test("writes the number in the reader's digits", async () => {
    expect(await markup(FA, <HealthBadge score={34} band="critical" />)).toContain("۳۴");
  });
});

describe("bars that add up", () => {
  test("start each step where the last one ended: base 9, +14, −3 end at 20 of 23", async () => {
    const html = await markup(
      EN,
      <ContributionBars
        label="sum"
        rising="bad"
        base={{ key: "base", label: "Reference", value: 9, text: "9" }}
        steps={[
          { key: "a", label: "Usage", value: 14, text: "+14" },
          { key: "b", label: "Goal", value: -3, text: "−3" },
        ]}
        total={{ label: "Probability", value: 20, text: "20%" }}
      />,
    );
    const at = (value: number) => `inset-inline-start:${(value / 23) * 100}%`;
    expect(html).toContain(at(9));
    expect(html).toContain(at(20));
    expect(html.match(/hatched/g)).toHaveLength(1);
  });
});

describe("small drawings", () => {
  test("a sparkline breaks where nothing is known and needs two known points", () => {
    expect(renderToStaticMarkup(<Sparkline points={[60, null, 40, 34]} />).match(/M/g)).toHaveLength(2);
    expect(renderToStaticMarkup(<Sparkline points={[null, 34]} />)).toBe("");
  });

  test("a whisker without an interval draws the point only, and without a value the track only", () => {
    const marks = (html: string) => html.match(/inset-inline-start/g)?.length ?? 0;
    expect(marks(renderToStaticMarkup(<ProbabilityWhisker value={0.46} low={0.38} high={0.54} />))).toBe(2);
    expect(marks(renderToStaticMarkup(<ProbabilityWhisker value={0.46} />))).toBe(1);
    expect(marks(renderToStaticMarkup(<ProbabilityWhisker value={null} />))).toBe(0);
  });
});

describe("how fresh the data is", () => {
  const now = new Date("2025-11-19T12:00:00Z");
  const state: FreshnessState = {
    scoresAt: new Date("2025-11-19T11:58:00Z"),
    pinned: null,
    sources: [
      { source: "chat", families: ["tickets"], lastAt: new Date("2025-11-17T09:00:00Z"), state: "late" },
      {
        source: "ledger",
        families: ["invoices"],
        lastAt: new Date("2025-11-09T09:00:00Z"),
        state: "stopped",
      },
      { source: "crm", families: ["accounts"], lastAt: now, state: "ok" },
    ],
  };

  test("names the age of the scores and every source that is behind, each with its day", async () => {
    const html = await markup(EN, <FreshnessBadge state={state} now={now} />);
    expect(html).toContain("Live; scores 2 minutes ago");
    expect(html).toContain("Chat late since 17 Nov");
    expect(html).toContain("Ledger stopped 9 Nov");
    expect(html).not.toContain("CRM");
  });

  test("names the day of imported history instead of an age", async () => {
    const pinned = new Date("2024-12-31T23:59:59Z");
    const html = await markup(EN, <FreshnessBadge state={{ ...state, pinned }} now={now} />);
    expect(html).toContain("Data as of 31 Dec 2024");
  });

  test("says that there are no sources yet", async () => {
    const empty = { scoresAt: null, pinned: null, sources: [] };
    expect(await markup(EN, <FreshnessBadge state={empty} now={now} />)).toContain("No sources yet");
  });
});
