import { act } from "@greenroom/audit";
import { AppError } from "@greenroom/errors";
import { may } from "@greenroom/identity/permissions";
import type { Actor } from "@greenroom/identity/schema";
import type { Database } from "@greenroom/prisma";
import type { Enqueue } from "@greenroom/queue";
import { wakeRun } from "../jobs";
import { getAccessibleRun } from "../queries/run-access";
import { stopRun } from "./stop-run";

/**
 * Stops a run that is not settled. One at work is asked to stop and does so at its next step; asking twice is
 * asking once.
 * @throws NOT_FOUND, FORBIDDEN, or CONFLICT when it has ended already
 */
export async function cancelRun(
  deps: { db: Database; enqueue: Enqueue; now: () => Date },
  actor: Actor,
  input: { runId: string; reason: string },
): Promise<{ runId: string }> {
  const { run, outcome } = await act(deps, actor, async (tx, actor) => {
    const run = await getAccessibleRun(tx, actor, input.runId);
    if (!may(actor, "run.cancel", run)) throw notYours(run.number);
    if (run.cancelRequestedAt !== null && run.finishedAt === null) return { run, outcome: "ASKED" };
    return { run, outcome: await stopRun(tx, run.id, { actor, reason: input.reason, now: deps.now() }) };
  });
  if (outcome === "SETTLED") {
    throw new AppError("runEnded", { number: run.number });
  }
  if (outcome === "CANCELLING") await wakeRun(deps.enqueue, run, { mark: "cancel" });
  return { runId: run.id };
}

function notYours(number: number): AppError {
  return new AppError("runCancelForbidden", { number });
}
