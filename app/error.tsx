"use client";

import { Fault } from "./fault";

/** A fault outside the signed-in shell. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="mx-auto max-w-xl p-5 pt-20">
      <Fault error={error} onRetry={reset} />
    </main>
  );
}
