import { closeConnection } from "@/db/client";
import { startWorking } from "@/flows/jobs";

const working = await startWorking(
  () => new Date(),
  (error) => console.error(error),
);
console.log("Background work is running. Ctrl-C stops it.");

const stop = async () => {
  await working.stop();
  await closeConnection();
  process.exit(0);
};
process.once("SIGINT", () => void stop());
process.once("SIGTERM", () => void stop());
