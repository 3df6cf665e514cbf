import PgBoss from "pg-boss";
import { env } from "@/lib/env";

/** Names of the queues; a queue is made by the owner at migration, workers only use it. */
export const QUEUES = ["recompute", "nightly"] as const;
const HOUR_SECONDS = 3600;

export type QueueName = (typeof QUEUES)[number];

/** Makes the job schema and its queues as the owner. Safe to run twice. */
export async function prepareQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false });
  await boss.start();
  const existing = new Set((await boss.getQueues()).map((queue) => queue.name));
  for (const name of QUEUES) {
    if (!existing.has(name))
      await boss.createQueue(name, {
        name,
        policy: "standard",
        retryLimit: 3,
        retryBackoff: true,
        expireInHours: 6,
      });
  }
  await boss.stop({ graceful: false });
}

const held = globalThis as typeof globalThis & { vafaQueue?: Promise<PgBoss> };

/** The queue client of this process, started on first use with the runtime role. */
export function queue(): Promise<PgBoss> {
  held.vafaQueue ??= start();
  return held.vafaQueue;
}

async function start(): Promise<PgBoss> {
  const boss = new PgBoss({ connectionString: env().databaseUrl, max: 3, migrate: false });
  boss.on("error", (error) => process.emitWarning(error));
  await boss.start();
  return boss;
}

/** Stops polling and closes the queue's connections. */
export async function closeQueue(): Promise<void> {
  const boss = await held.vafaQueue;
  held.vafaQueue = undefined;
  await boss?.stop({ graceful: false });
}

/** Puts a job on its queue; a second send under the same key within the hour is one job. */
export async function sendJob(name: QueueName, data: Record<string, string>, key: string): Promise<void> {
  const boss = await queue();
  await boss.send(name, data, { singletonKey: key, singletonSeconds: HOUR_SECONDS });
}

/** Takes jobs off a queue, one at a time, and hands their data over; a throw puts the job back for another try. */
export async function takeJobs(
  name: QueueName,
  handle: (data: Record<string, string>) => Promise<void>,
): Promise<void> {
  const boss = await queue();
  await boss.work<Record<string, string>>(
    name,
    { batchSize: 1, pollingIntervalSeconds: 1 },
    async ([job]) => {
      if (job) await handle(job.data);
    },
  );
}
