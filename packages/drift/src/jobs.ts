import { defineJob } from "@greenroom/queue";
import { z } from "zod";

const payload = z.strictObject({ checkId: z.string().max(64) });

/** A queue of its own: looking never delays a deployment. */
export const checkDrift = defineJob({ name: "drift.check", queue: "drift", payload });

export const DRIFT_JOBS = [checkDrift] as const;
