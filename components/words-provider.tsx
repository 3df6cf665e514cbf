"use client";

import type { ReactNode } from "react";
import { NextIntlClientProvider, useLocale, useMessages, type AbstractIntlMessages } from "next-intl";

/** Adds a page's own words to those the shell has already sent, so that each page carries only its own. */
export function WordsProvider({
  messages,
  children,
}: {
  messages: AbstractIntlMessages;
  children: ReactNode;
}) {
  const shared = useMessages();
  return (
    <NextIntlClientProvider locale={useLocale()} messages={{ ...shared, ...messages }}>
      {children}
    </NextIntlClientProvider>
  );
}
