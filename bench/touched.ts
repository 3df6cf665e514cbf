import { listStoredAt, storeTicketNow } from "@/db/baselines-touched";
import type { Scope } from "@/db/scope";
import { startTicking } from "@/flows/tick";
import { quantile, type Row } from "./report";

const EVENTS = 30;
const BAR_SECONDS = 2;
const PATIENCE_MS = 20_000;
const LOOK_MS = 10;

/** From the commit of a new ticket to the changed standing of its account, over some events one after the other. */
export async function benchTouched(scope: Scope, accounts: number): Promise<Row> {
  const ticking = await startTicking(
    () => new Date(),
    (error) => console.error(error),
  );
  const seconds: number[] = [];
  for (let event = 0; event < EVENTS; event++) {
    const { accountId, committedAt } = await storeTicketNow(scope, event);
    seconds.push(await untilChanged(scope, accountId, committedAt));
  }
  await ticking.stop();
  return {
    what: "touched account: stored fact to changed row, p95",
    accounts,
    value: quantile(seconds, 0.95),
    unit: "s",
    bar: BAR_SECONDS,
    detail: `${EVENTS} events, median ${quantile(seconds, 0.5).toFixed(2)} s`,
  };
}

async function untilChanged(scope: Scope, accountId: string, since: Date): Promise<number> {
  const begin = performance.now();
  while (performance.now() - begin < PATIENCE_MS) {
    const at = await listStoredAt(scope, accountId);
    if (at !== null && at >= since) return (performance.now() - begin) / 1000;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return PATIENCE_MS / 1000;
}
