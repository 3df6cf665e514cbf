"use client";

import { useSyncExternalStore } from "react";
import "./globals.css";
import ar from "@/lib/words/ar/states.json";
import en from "@/lib/words/en/states.json";
import fa from "@/lib/words/fa/states.json";
import { dir, isLocale, type Locale } from "@/lib/words/locale";

const WORDS = { en, fa, ar };

/** A fault in the document itself: no provider is left, so the words come with the page. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const locale = useSyncExternalStore<Locale>(stay, chosenLocale, () => "en");
  const t = WORDS[locale];
  return (
    <html lang={locale} dir={dir(locale)} data-theme="system">
      <body>
        <main role="alert" className="mx-auto flex max-w-xl flex-col items-start gap-3 p-5 pt-20">
          <h1 className="text-title text-ink">{t.errorTitle}</h1>
          <p className="text-body text-ink-2">{t.errorText}</p>
          <button
            type="button"
            onClick={reset}
            className="h-9 rounded-control bg-lapis px-4 text-body font-semibold text-on-lapis"
          >
            {t.tryAgain}
          </button>
          {error.digest ? (
            <p className="text-meta text-ink-3">{t.reference.replace("{code}", error.digest)}</p>
          ) : null}
        </main>
      </body>
    </html>
  );
}

/** The cookie is read once; nothing tells of a change. */
function stay(): () => void {
  return () => undefined;
}

function chosenLocale(): Locale {
  const chosen = /(?:^|; )vafa_locale=(\w+)/.exec(document.cookie)?.[1];
  return isLocale(chosen) ? chosen : "en";
}
