"use server";

import { z } from "zod";
import { cancelRecompute, requestRecompute } from "@/flows/recompute-job";
import { action } from "../../../action";

/** Asks for a recompute of every score; while one is under way, answers with that one. */
export const recomputeAction = action({
  may: "recompute",
  form: z.object({}),
  flow: async ({ scope }, _form, now) => ({ ok: true, ...(await requestRecompute(scope, now)) }),
});

/** Stops a recompute after the batch it is in. */
export const cancelRecomputeAction = action({
  may: "recompute",
  form: z.object({ jobId: z.uuid() }),
  flow: async ({ scope }, { jobId }, now) => ({
    ok: true,
    ...(await cancelRecompute(scope, { jobId }, now)),
  }),
});
