"use client";

import { Fault } from "../fault";

/** A fault inside the shell: the navigation stays. */
export default function AppErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <div className="mx-auto w-full max-w-xl p-5 pt-11">
      <Fault error={error} onRetry={reset} />
    </div>
  );
}
