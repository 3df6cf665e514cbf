"use client";

import { useState, type ReactNode } from "react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { Direction } from "radix-ui";
import { ToastProvider } from "@/components/ui/toast";

const FRESH_MS = 30_000;

type Props = {
  dir: "ltr" | "rtl";
  closeLabel: string;
  /** Of the document's security policy; dialogs write a style element while they lock the scroll. */
  nonce: string | undefined;
  children: ReactNode;
};

/** What client components of every page share: direction, address state, fetched data, messages at the foot. */
export function Providers({ dir, closeLabel, nonce, children }: Props) {
  const [queries] = useState(() => {
    if (typeof window !== "undefined") keepNonce(nonce);
    return new QueryClient({
      defaultOptions: { queries: { staleTime: FRESH_MS, retry: 1, refetchOnWindowFocus: false } },
    });
  });
  return (
    <NuqsAdapter>
      <Direction.Provider dir={dir}>
        <QueryClientProvider client={queries}>
          <ToastProvider closeLabel={closeLabel}>{children}</ToastProvider>
        </QueryClientProvider>
      </Direction.Provider>
    </NuqsAdapter>
  );
}

/** The name under which the library behind Radix (get-nonce) looks for it; the first document's policy stays in force. */
function keepNonce(nonce: string | undefined): void {
  Object.assign(window, { __webpack_nonce__: nonce });
}
