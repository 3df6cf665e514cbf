import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { cookies } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/vazirmatn/wght.css";
import "@fontsource/ibm-plex-sans-arabic/arabic-400.css";
import "@fontsource/ibm-plex-sans-arabic/arabic-500.css";
import "@fontsource/ibm-plex-sans-arabic/arabic-600.css";
import "./globals.css";
import { dir, isLocale } from "@/lib/words/locale";
import { messages } from "@/lib/words/catalogues";
import { Providers } from "./providers";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("brand"), template: `%s · ${t("brand")}` },
    icons: { icon: "/favicon.svg" },
  };
}

export const viewport: Viewport = { colorScheme: "light dark" };

const THEMES = ["light", "dark", "system"];

/** The document: language, direction, theme and the words that every page may need, errors included. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const tag = await getLocale();
  const language = tag.split("-")[0];
  const locale = isLocale(language) ? language : "en";
  const theme = (await cookies()).get("vafa_theme")?.value ?? "system";
  const words = await messages(locale, ["states", "shell"]);
  const t = await getTranslations("shell");
  return (
    <html lang={locale} dir={dir(locale)} data-theme={THEMES.includes(theme) ? theme : "system"}>
      <body>
        <NextIntlClientProvider messages={words}>
          <Providers dir={dir(locale)} closeLabel={t("close")}>
            {children}
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
