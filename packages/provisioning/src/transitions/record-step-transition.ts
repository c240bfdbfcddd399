import { AppError } from "@greenroom/errors";
import type { Prisma, Transaction } from "@greenroom/prisma";
import { appendRunEvents } from "../events/run-events";
import { STEP_STATUSES, STEP_TRANSITIONS, type StepStatus } from "../lifecycle";
import { runStepSchema } from "../schema";

/**
 * The only writer of a step's status: a compare-and-set and its event.
 *
 * @throws CONFLICT when the step cannot become `to` from where it is
 */
export async function recordStepTransition(
  tx: Transaction,
  step: { runId: string; position: number },
  { to, now, checkpoint }: { to: StepStatus; now: Date; checkpoint?: Prisma.InputJsonObject },
): Promise<void> {
  const allowed = STEP_STATUSES.filter((status) =>
    (STEP_TRANSITIONS[status].to as readonly StepStatus[]).includes(to),
  );
  const isSettled = STEP_TRANSITIONS[to].phase === "settled";
  const [row] = await tx.runStep.updateManyAndReturn({
    where: { runId: step.runId, position: step.position, status: { in: allowed } },
    data: {
      status: to,
      checkpoint,
      startedAt: to === "RUNNING" ? now : undefined,
      finishedAt: isSettled ? now : undefined,
    },
  });
  if (!row) {
    throw new AppError("stepMoved", { position: step.position, to });
  }
  await appendRunEvents(tx, step.runId, [
    { at: now, data: { kind: "STEP", step: runStepSchema.parse(row) } },
  ]);
}
