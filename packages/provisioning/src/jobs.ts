import { defineJob } from "@greenroom/queue";
import { z } from "zod";
import type { RunKind } from "./lifecycle";

const payload = z.strictObject({ runId: z.string().max(64) });

const planRun = defineJob({ name: "provisioning.plan", queue: "runs", payload });
const applyRun = defineJob({ name: "provisioning.apply", queue: "runs", payload });
const destroyRun = defineJob({ name: "provisioning.destroy", queue: "runs", payload });

export const PROVISIONING_JOBS = [planRun, applyRun, destroyRun] as const;

/** The job that advances a run of this kind. */
export const jobOf = (kind: RunKind): (typeof PROVISIONING_JOBS)[number] =>
  ({ PLAN: planRun, APPLY: applyRun, DESTROY: destroyRun })[kind];

/** Deterministic, so that the same wake-up sent twice (by a slice and by the sweep) is one job. */
export const wakeUpId = (runId: string, fence: number): string => `${runId}-${fence}`;
