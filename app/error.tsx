"use client";

import { startTransition } from "react";
import { useRouter } from "next/navigation";
import { FaultCard } from "./fault";

/** A fault outside the signed-in shell. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const router = useRouter();
  return (
    <main className="mx-auto max-w-xl p-5 pt-20">
      <FaultCard
        error={error}
        onRetry={() =>
          startTransition(() => {
            router.refresh();
            reset();
          })
        }
      />
    </main>
  );
}
