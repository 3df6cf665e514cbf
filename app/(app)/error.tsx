"use client";

import { startTransition } from "react";
import { useRouter } from "next/navigation";
import { FaultCard } from "../fault";

/** A fault inside the shell: the navigation stays. */
export default function AppErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const router = useRouter();
  return (
    <div className="mx-auto w-full max-w-xl p-5 pt-11">
      <FaultCard
        error={error}
        onRetry={() =>
          startTransition(() => {
            router.refresh();
            reset();
          })
        }
      />
    </div>
  );
}
