import { defineJob } from "@greenroom/queue";
import { z } from "zod";

const payload = z.strictObject({ environmentId: z.string().max(64) });

/** A queue of its own: looking never delays a deployment. */
export const checkHealth = defineJob({ name: "health.check", queue: "health", payload });

export const HEALTH_JOBS = [checkHealth] as const;
