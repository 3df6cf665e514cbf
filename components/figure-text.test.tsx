import type { ReactNode } from "react";
import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { messages } from "@/lib/words/catalogues";
import { formatters, type FormatSettings } from "@/lib/words/format";
import { DateText, DurationText, InstantText, RelativeDay } from "./date-text";
import { FormatProvider } from "./format-context";
import { MoneyDeltaText, MoneyText, MoneyUnitText } from "./money-text";
import { CompactText, DeltaText, IdText, NumberText, PercentText } from "./number-text";

const EN: FormatSettings = {
  locale: "en",
  digits: "latn",
  calendar: "gregory",
  zone: "UTC",
  currency: "USD",
  country: "US",
};
const FA: FormatSettings = {
  locale: "fa",
  digits: "arabext",
  calendar: "persian",
  zone: "Asia/Tehran",
  currency: "IRR",
  country: "IR",
};

async function markup(settings: FormatSettings, node: ReactNode): Promise<string> {
  const words = await messages(settings.locale, ["common"]);
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={formatters(settings).tag} messages={words} timeZone={settings.zone}>
      <FormatProvider settings={settings} today="2025-11-19">
        {node}
      </FormatProvider>
    </NextIntlClientProvider>,
  );
}

describe("numbers in markup", () => {
  test("sign and digits are one left-to-right isolate", async () => {
    expect(await markup(FA, <NumberText value={-9.4} decimals={1} />)).toBe('<bdi dir="ltr">−۹٫۴</bdi>');
    expect(await markup(EN, <NumberText value={1234} />)).toBe('<bdi dir="ltr">1,234</bdi>');
  });

  test("a missing value is a dash whose reason is said in the reader's language", async () => {
    const html = await markup(FA, <NumberText value={null} reason="too_few" />);
    expect(html).toContain('title="شمار موارد برای نتیجه‌گیری کم است."');
    expect(html).toContain('<span aria-hidden="true">–</span>');
    expect(html).toContain('<span class="sr-only">شمار موارد');
  });

  test("percent stands left of the digits in Persian, right of them in English", async () => {
    expect(await markup(EN, <PercentText value={0.46} />)).toContain(">46%</bdi>");
    expect(await markup(FA, <PercentText value={-0.125} decimals={1} />)).toBe(
      '<bdi dir="rtl" class="whitespace-nowrap"><bdi dir="ltr">−۱۲٫۵</bdi>\u200f٪</bdi>',
    );
  });

  test("a change has its sign, and a colour by what is good", async () => {
    expect(await markup(EN, <DeltaText value={-18} />)).toContain("text-risk-ink");
    expect(await markup(EN, <DeltaText value={-18} better="low" />)).toContain("text-ok-ink");
    expect(await markup(EN, <DeltaText value={2} hasArrow />)).toMatch(/▲.*\+2/);
    expect(await markup(EN, <DeltaText value={2} isSignificant={false} />)).toContain("text-ink-2");
    expect(await markup(EN, <DeltaText value={0.04} decimals={1} />)).toMatch(/text-ink-2.*>0\.0</);
    expect(await markup(EN, <DeltaText value={0.011} as="percent" decimals={1} />)).toContain("+1.1%");
  });

  test("counts may be compact, ids take the reader's digits", async () => {
    expect(await markup(EN, <CompactText value={12_400} />)).toContain("12.4k");
    expect(await markup(FA, <IdText id="#4821" />)).toBe('<bdi dir="ltr">#۴۸۲۱</bdi>');
  });
});

describe("money in markup", () => {
  test("the amount never breaks and its unit may move into a label", async () => {
    const html = await markup(FA, <MoneyText amountMinor={438_000_000_000} compact />);
    expect(html).toContain('class="whitespace-nowrap"');
    expect(html).toContain(
      '<bdi dir="ltr">۴۳٫۸</bdi>\u00a0<bdi class="text-meta font-normal text-ink-3">میلیارد تومان</bdi>',
    );
    expect(
      await markup(FA, <MoneyText amountMinor={438_000_000_000} compact hasUnit={false} />),
    ).not.toContain("تومان");
    expect(await markup(FA, <MoneyUnitText scale="billion" />)).toBe("<bdi>میلیارد تومان</bdi>");
  });

  test("English writes the sign of the currency; a total of several currencies is marked ≈", async () => {
    expect(await markup(EN, <MoneyText amountMinor={7_912_000} compact isApproximate />)).toContain(
      ">≈$79.1k<",
    );
    expect(await markup(EN, <MoneyText amountMinor={null} reason="no_data" />)).toContain(
      "No data has arrived",
    );
  });

  test("a change of an amount is signed and coloured", async () => {
    const html = await markup(EN, <MoneyDeltaText amountMinor={6_100_000} compact better="low" />);
    expect(html).toMatch(/text-risk-ink.*\+\$61k/);
  });
});

describe("dates in markup", () => {
  test("a day is a time element with the machine date and isolated words", async () => {
    expect(await markup(FA, <DateText day="2025-11-19" style="medium" />)).toBe(
      '<time dateTime="2025-11-19"><bdi>۲۸ آبان ۱۴۰۴</bdi></time>',
    );
    expect(await markup(EN, <DateText day={null} reason="never" />)).toContain("It has never happened.");
  });

  test("a relative day has the date on hover and counts from the workspace's today", async () => {
    const html = await markup(FA, <RelativeDay day="2025-11-20" />);
    expect(html).toContain('title="پنجشنبه ۲۹ آبان ۱۴۰۴"');
    expect(html).toContain("<bdi>فردا</bdi>");
  });

  test("instants are shown in the zone, durations with their unit", async () => {
    expect(await markup(FA, <InstantText instant="2025-06-30T21:05:00Z" />)).toContain("۱۰ تیر ۱۴۰۴ ۰۰:۳۵");
    expect(await markup(EN, <DurationText minutes={14} />)).toBe("<bdi>14 min</bdi>");
  });
});
