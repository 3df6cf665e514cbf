import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { cookies, headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/vazirmatn/wght.css";
import "@fontsource/ibm-plex-sans-arabic/arabic-400.css";
import "@fontsource/ibm-plex-sans-arabic/arabic-500.css";
import "@fontsource/ibm-plex-sans-arabic/arabic-600.css";
import "./globals.css";
import { currentSession } from "@/auth";
import { messages } from "@/lib/words/catalogues";
import { dir, localeOf } from "@/lib/words/locale";
import { Providers } from "./providers";
import { themeOf } from "./theme";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return {
    title: { default: t("brand"), template: `%s · ${t("brand")}` },
    icons: { icon: "/favicon.svg" },
  };
}

export const viewport: Viewport = { colorScheme: "light dark" };

/** The document: language, direction, theme and the words that every page may need, errors included. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = localeOf(await getLocale());
  const session = await currentSession().catch(() => null);
  const theme = themeOf((await cookies()).get("vafa_theme")?.value ?? session?.person.theme);
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const words = await messages(locale, ["states", "shell"]);
  const t = await getTranslations("shell");
  return (
    <html lang={locale} dir={dir(locale)} data-theme={theme}>
      <body>
        <NextIntlClientProvider messages={words}>
          <Providers dir={dir(locale)} closeLabel={t("close")} nonce={nonce}>
            {children}
          </Providers>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
