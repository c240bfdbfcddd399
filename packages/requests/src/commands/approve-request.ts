import { act } from "@greenroom/audit";
import { lockBudgets, raiseRequestAlerts } from "@greenroom/costs";
import type { BudgetImpact } from "@greenroom/costs/schema";
import { createEnvironment, recordEnvironmentTransition } from "@greenroom/environments";
import { busyStatus } from "@greenroom/environments/lifecycle";
import type { Stage } from "@greenroom/environments/schema";
import { AppError } from "@greenroom/errors";
import type { ActingActor, Actor } from "@greenroom/identity/schema";
import { type Message, message } from "@greenroom/messages";
import { type Transaction, takeLocks } from "@greenroom/prisma";
import { queueRun, wakeRun } from "@greenroom/provisioning";
import { checkBudgets } from "../checks/budgets";
import { findWhyVoid, getForDecision, type PlannedRequest } from "../checks/decision";
import type { RequestsDeps } from "../deps";
import { parseSubmitted } from "../parse-request";
import { problem, problemError } from "../problems";
import type { PlannedCost } from "../queries/planned-cost";
import { recordRequestTransition } from "../record-transition";
import { queuePlan } from "./queue-plan";

type QueuedRun = Awaited<ReturnType<typeof queueRun>>;
type Outcome = { run: QueuedRun; voided: AppError | null };

/**
 * Lets what was planned happen: the environment is PROVISIONING, UPDATING or DESTROYING, and a run that
 * carries the approved digest waits for a worker. When something has moved since the plan (the environment
 * was changed, its name, network or domain is taken), nothing is approved and a new plan is made.
 * @throws NOT_FOUND, FORBIDDEN (no right, or one's own request), CONFLICT (not waiting, or the environment is
 * busy), STALE (a newer plan exists, or has to be made), BUDGET_EXCEEDED or FORBIDDEN (a budget stands in the
 * way, see `checkBudgets`)
 */
export async function approveRequest(
  deps: RequestsDeps,
  actor: Actor,
  input: { requestId: string; digest: string; note: string },
): Promise<{ runId: string }> {
  const now = deps.now();
  const { run, voided } = await act(deps, actor, async (tx, actor): Promise<Outcome> => {
    await takeLocks(tx, ["request", input.requestId]);
    const request = await getForDecision(tx, actor, input);
    const asked = parseSubmitted(request);
    const claims = asked?.claims ?? [];
    await takeLocks(tx, ["account", request.cloudAccountId], claims.length > 0 && ["claims"]);
    await lockBudgets(tx, request);
    const why = await findWhyVoid(tx, request, asked);
    if (why !== null) return voidApproval(tx, request, { actor, now, why });
    const { planned, impacts } = await checkBudgets(tx, actor, request);
    const run = await approve(tx, request, { actor, now, note: input.note, planned, impacts });
    return { run, voided: null };
  });
  await wakeRun(deps.enqueue, run);
  if (voided) throw voided;
  return { runId: run.id };
}

/** Back to PLANNING with a new run, on the environment as it is now. */
async function voidApproval(
  tx: Transaction,
  request: PlannedRequest,
  { actor, now, why }: { actor: ActingActor; now: Date; why: Message },
): Promise<Outcome> {
  const environment = request.environmentId
    ? await tx.environment.findUnique({ where: { id: request.environmentId }, select: { version: true } })
    : null;
  const run = await queuePlan(tx, request, { actor: null, now });
  await recordRequestTransition(tx, request.id, {
    to: "PLANNING",
    actor,
    action: "request.approvalVoided",
    reason: why,
    details: { digest: request.digest, planRunId: run.id },
    now,
    changes: {
      digest: null,
      plannedAt: null,
      planRunId: run.id,
      baseEnvironmentVersion: environment?.version ?? request.baseEnvironmentVersion,
    },
  });
  const voided = new AppError("approvalVoided", { number: request.number, why });
  return { run, voided };
}

interface Approval {
  actor: ActingActor;
  now: Date;
  note: string;
  planned: PlannedCost;
  /** Budgets that tell of it, or that the approver lets it pass. */
  impacts: readonly BudgetImpact[];
}

async function approve(
  tx: Transaction,
  request: PlannedRequest,
  { actor, now, note, planned, impacts }: Approval,
): Promise<QueuedRun> {
  const { digest } = request;
  const requestName = `#${request.number} ${request.environmentName}`;
  await raiseRequestAlerts(tx, impacts, { requestId: request.id, requestName, now });
  await tx.approval.create({
    data: {
      requestId: request.id,
      requesterId: request.requesterId,
      approverId: actor.userId,
      decision: "APPROVED",
      digest,
      note,
      createdAt: now,
    },
  });
  const by = { actor, now, cause: message("trail.requestApproved", { number: request.number }) };
  const environmentId = request.environmentId ?? (await createEnvironmentFor(tx, request, planned, by));
  const run = await queueRun(tx, {
    kind: request.kind === "DESTROY" ? "DESTROY" : "APPLY",
    requestId: request.id,
    environmentId,
    environmentName: request.environmentName,
    teamId: request.teamId,
    actor,
    digest,
    now,
  });
  if (request.kind !== "CREATE") await markBusy(tx, environmentId, request, planned, by);
  await recordRequestTransition(tx, request.id, {
    to: "APPROVED",
    actor,
    action: "request.approved",
    reason: note || null,
    details: { digest, runId: run.id },
    now,
    changes: { environmentId },
  });
  return run;
}

type Cause = { actor: ActingActor; now: Date; cause: Message };

async function createEnvironmentFor(
  tx: Transaction,
  request: PlannedRequest,
  planned: PlannedCost,
  by: Cause,
): Promise<string> {
  const environmentId = await createEnvironment(
    tx,
    {
      name: request.environmentName,
      teamId: request.teamId,
      ownerId: request.requesterId,
      cloudAccountId: request.cloudAccountId,
      region: request.region,
      stage: request.stage as Stage,
      blueprint: request.blueprint,
      blueprintVersion: request.blueprintVersion,
      spec: request.spec as Record<string, unknown>,
      cidrs: request.cidrs,
      approvedMonthlyUsd: planned.monthlyUsd,
      isCostAtLeast: planned.isAtLeast,
    },
    by,
  );
  if (environmentId === null)
    throw problemError(problem("name", message("nameTaken", { name: request.environmentName })));
  return environmentId;
}

/**
 * What it is stays written in its row until the run has made it something else; until then both networks are
 * taken.
 */
async function markBusy(
  tx: Transaction,
  environmentId: string,
  request: PlannedRequest,
  planned: PlannedCost,
  by: Cause,
): Promise<void> {
  const to = busyStatus({ ends: request.kind === "DESTROY", isFirst: false });
  if (to === "DESTROYING") return recordEnvironmentTransition(tx, environmentId, { to, ...by });
  const { cidrs } = await tx.environment.findUniqueOrThrow({
    where: { id: environmentId },
    select: { cidrs: true },
  });
  await recordEnvironmentTransition(tx, environmentId, {
    to,
    ...by,
    changes: {
      cidrs: [...new Set([...cidrs, ...request.cidrs])],
      approvedMonthlyUsd: planned.monthlyUsd,
      // What stands may leave something out, too, until the run has replaced it.
      ...(planned.isAtLeast && { isCostAtLeast: true }),
    },
  });
}
