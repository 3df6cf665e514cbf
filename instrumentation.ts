import { env } from "@/lib/env";

/** Starts background work beside the pages, unless it has a process of its own (`npm run worker`). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || env().jobs === "apart") return;
  const { startWorking } = await import("@/flows/jobs");
  await startWorking(
    () => new Date(),
    (error) => process.emitWarning(error instanceof Error ? error : String(error)),
  );
}
