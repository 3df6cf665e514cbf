"use client";

import { useState, type ReactNode } from "react";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { Direction } from "radix-ui";
import { ToastProvider } from "@/components/ui/toast";

const FRESH_MS = 30_000;

type Props = { dir: "ltr" | "rtl"; closeLabel: string; children: ReactNode };

/** What client components of every page share: direction, fetched data, messages at the foot. */
export function Providers({ dir, closeLabel, children }: Props) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { staleTime: FRESH_MS, retry: 1, refetchOnWindowFocus: false } },
      }),
  );
  return (
    <Direction.Provider dir={dir}>
      <QueryClientProvider client={queries}>
        <ToastProvider closeLabel={closeLabel}>{children}</ToastProvider>
      </QueryClientProvider>
    </Direction.Provider>
  );
}
