import { env } from "@/lib/env";

/** Starts background work beside the pages, unless it has a process of its own (`npm run worker`). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    if (env().jobs === "apart") return;
    const { startBesidePages } = await import("@/flows/jobs");
    await startBesidePages();
  }
}
