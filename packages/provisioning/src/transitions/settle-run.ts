import { appendAudit } from "@greenroom/audit";
import { markDestroyed, markFailed } from "@greenroom/environments";
import { type Message, message } from "@greenroom/messages";
import type { Transaction } from "@greenroom/prisma";
import type { ProvisioningDeps } from "../deps";
import { failureWith } from "../lease/failures";
import type { RunRecord } from "../lease/lease";
import type { Failure } from "../schema";
import { recordRunTransition } from "./record-run-transition";
import { recordStepTransition } from "./record-step-transition";
import { settleEnvironment } from "./settle-environment";

const PLAN_CANCELLED = failureWith({
  code: "CANCELLED",
  says: message("run.planCancelled"),
  remedy: message("remedy.submitAgain"),
  stackKey: null,
});

/** How a run ends that did not do what it was for. */
export type Ending = { to: "FAILED"; failure: Failure } | { to: "CANCELLED" };

/**
 * Ends a run that did not do what it was for, with everything that follows from it: steps that never began,
 * the environment, the request that waited for the plan, and the audit row. In the caller's transaction.
 */
export async function settleRun(
  tx: Transaction,
  deps: Pick<ProvisioningDeps, "now" | "onPlanFailed">,
  run: Pick<
    RunRecord,
    "id" | "number" | "kind" | "requestId" | "environmentId" | "environmentName" | "teamId"
  >,
  ending: Ending,
): Promise<void> {
  const now = deps.now();
  const failure = ending.to === "FAILED" ? ending.failure : undefined;
  await endSteps(tx, run.id, ending.to, now);
  await recordRunTransition(tx, run.id, { to: ending.to, now, failure });
  const { number } = run;
  const cause = failure
    ? message("trail.runFailed", { number, failure: failure.message })
    : message("trail.runCancelled", { number });
  if (run.kind === "PLAN") await endPlan(tx, deps, run, failure ?? PLAN_CANCELLED);
  else if (run.environmentId)
    await endEnvironment(tx, run.environmentId, ending.to, { actor: null, cause, now });
  await appendAudit(tx, {
    actor: null,
    action: failure ? "run.failed" : "run.cancelled",
    subject: { id: run.id, name: `#${run.number} ${run.environmentName}` },
    teamId: run.teamId,
    reason: failure?.message ?? null,
    details: { kind: run.kind, code: failure?.code ?? null, stackKey: failure?.stackKey ?? null },
    now,
  });
}

async function endSteps(tx: Transaction, runId: string, to: Ending["to"], now: Date): Promise<void> {
  const open = await tx.runStep.findMany({
    where: { runId, status: { in: ["PENDING", "RUNNING"] } },
    orderBy: { position: "asc" },
    select: { runId: true, position: true, status: true },
  });
  for (const step of open) {
    const unreached = to === "FAILED" && step.status === "PENDING" ? "SKIPPED" : "CANCELLED";
    await recordStepTransition(tx, step, { to: unreached, now });
  }
}

/** The request waits for its plan, unless its requester has withdrawn it meanwhile. */
async function endPlan(
  tx: Transaction,
  deps: Pick<ProvisioningDeps, "onPlanFailed">,
  { id: runId, requestId }: Pick<RunRecord, "id" | "requestId">,
  failure: Failure,
): Promise<void> {
  const request = await tx.request.findUnique({ where: { id: requestId }, select: { status: true } });
  if (request?.status === "PLANNING") await deps.onPlanFailed(tx, { requestId, runId, failure });
}

/**
 * FAILED waits for somebody to act; where nothing was ever built, or nothing was touched, there is nothing to
 * act on.
 */
async function endEnvironment(
  tx: Transaction,
  environmentId: string,
  to: Ending["to"],
  by: { actor: null; cause: Message; now: Date },
): Promise<void> {
  const environment = await tx.environment.findUniqueOrThrow({
    where: { id: environmentId },
    select: { status: true, _count: { select: { stacks: true } } },
  });
  const isNothing = environment.status === "PROVISIONING" && environment._count.stacks === 0;
  if (to === "CANCELLED" && isNothing) await markDestroyed(tx, environmentId, by);
  else if (environment.status === "FAILED") return;
  else if (to === "CANCELLED") await settleEnvironment(tx, environmentId, by);
  else await markFailed(tx, environmentId, by);
}
