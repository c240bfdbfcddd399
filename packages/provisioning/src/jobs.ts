import { defineJob, type Enqueue } from "@greenroom/queue";
import { z } from "zod";
import type { RunKind } from "./lifecycle";

const payload = z.strictObject({ runId: z.string().max(64) });

const planRun = defineJob({ name: "provisioning.plan", queue: "runs", payload });
const applyRun = defineJob({ name: "provisioning.apply", queue: "runs", payload });
const destroyRun = defineJob({ name: "provisioning.destroy", queue: "runs", payload });

export const PROVISIONING_JOBS = [planRun, applyRun, destroyRun] as const;

const JOB_OF = { PLAN: planRun, APPLY: applyRun, DESTROY: destroyRun } as const satisfies Record<
  RunKind,
  object
>;

/**
 * Tells the worker that a run is due. The row says so too, so a lost call costs only the time until the next
 * sweep.
 * @param mark the same wake-up sent twice, by a slice and by the sweep, is one job: what was not sent before
 * has another mark
 */
export async function wakeRun(
  enqueue: Enqueue,
  run: { id: string; kind: RunKind },
  { mark = 0, delayMs }: { mark?: number | string; delayMs?: number } = {},
): Promise<void> {
  await enqueue(JOB_OF[run.kind], { runId: run.id }, { jobId: `${run.id}-${mark}`, delayMs });
}
