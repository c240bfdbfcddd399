import { act } from "@greenroom/audit";
import { createEnvironment, recordEnvironmentTransition } from "@greenroom/environments";
import type { Stage } from "@greenroom/environments/schema";
import { AppError } from "@greenroom/errors";
import type { ActingActor, Actor } from "@greenroom/identity/schema";
import { type Message, message } from "@greenroom/messages";
import type { Transaction } from "@greenroom/prisma";
import { queueRun, wakeRun } from "@greenroom/provisioning";
import { findBusyProblem } from "../checks/change";
import { claimsOf, lockClaims } from "../checks/claims";
import { findCollision } from "../checks/collision";
import { lockNetworks } from "../checks/networks";
import type { RequestsDeps } from "../deps";
import { problem, problemError } from "../problems";
import type { PlannedCost } from "../queries/planned-cost";
import { recordRequestTransition } from "../record-transition";
import { holdAgainstBudgets } from "./hold-against-budgets";
import { lockForDecision } from "./lock-for-decision";
import { queuePlan } from "./queue-plan";

type LockedRequest = Awaited<ReturnType<typeof lockForDecision>>;
type QueuedRun = Awaited<ReturnType<typeof queueRun>>;
type Outcome = { run: QueuedRun; voided: null } | { run: QueuedRun; voided: AppError };

/**
 * Lets what was planned happen: the environment is PROVISIONING, UPDATING or DESTROYING, and a run that carries the approved
 * digest waits for a worker. When the fixture has moved since the plan (the environment was changed, its name, network or domain is
 * taken), nothing is approved and a new plan is made.
 * @throws NOT_FOUND, FORBIDDEN (no right, or one's own request), CONFLICT (not waiting, or the environment is busy), STALE (a
 * newer plan exists, or has to be made), BUDGET_EXCEEDED or FORBIDDEN (a budget stands in the way, see `holdAgainstBudgets`)
 */
export async function approveRequest(
  deps: RequestsDeps,
  actor: Actor,
  input: { requestId: string; digest: string; note: string },
): Promise<{ runId: string }> {
  const now = deps.now();
  const { run, voided } = await act(deps, actor, async (tx, actor): Promise<Outcome> => {
    const request = await lockForDecision(tx, actor, input);
    await lockNetworks(tx, request.cloudAccountId);
    await lockClaims(tx, claimsOf(request.blueprint, request.spec, request.region));
    const why = await findWhyVoid(tx, request);
    if (why !== null) return voidApproval(tx, request, { actor, now, why });
    const planned = await holdAgainstBudgets(tx, actor, request, now);
    const run = await approve(tx, request, { actor, now, note: input.note, planned });
    return { run, voided: null };
  });
  await wakeRun(deps.enqueue, run);
  if (voided) throw voided;
  return { runId: run.id };
}

/** Why the plan is no longer about the fixture as it is; null when it is. @throws CONFLICT while another run is at work. */
async function findWhyVoid(tx: Transaction, request: LockedRequest): Promise<Message | null> {
  if (request.environmentId !== null) {
    const environment = await tx.environment.findUniqueOrThrow({ where: { id: request.environmentId } });
    const { name, status, version } = environment;
    if (status === "DESTROYED")
      throw problemError(problem("environmentId", message("environmentGone", { name })));
    const busy = await findBusyProblem(tx, environment);
    if (busy) throw problemError(busy);
    if (version !== request.baseEnvironmentVersion)
      return message("trail.changedMeanwhile", { name, base: request.baseEnvironmentVersion ?? 0, version });
  }
  const collision = await findCollision(tx, request);
  return collision?.message ?? null;
}

/** Back to PLANNING with a new run, on the environment as it is now. */
async function voidApproval(
  tx: Transaction,
  request: LockedRequest,
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

async function approve(
  tx: Transaction,
  request: LockedRequest,
  { actor, now, note, planned }: { actor: ActingActor; now: Date; note: string; planned: PlannedCost },
): Promise<QueuedRun> {
  const { digest } = request;
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
  request: LockedRequest,
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

/** What it is stays written in its row until the run has made it something else; until then both networks are taken. */
async function markBusy(
  tx: Transaction,
  environmentId: string,
  request: LockedRequest,
  planned: PlannedCost,
  by: Cause,
): Promise<void> {
  if (request.kind === "DESTROY")
    return recordEnvironmentTransition(tx, environmentId, { to: "DESTROYING", ...by });
  const { cidrs } = await tx.environment.findUniqueOrThrow({
    where: { id: environmentId },
    select: { cidrs: true },
  });
  await recordEnvironmentTransition(tx, environmentId, {
    to: "UPDATING",
    ...by,
    changes: {
      cidrs: [...new Set([...cidrs, ...request.cidrs])],
      approvedMonthlyUsd: planned.monthlyUsd,
      // What stands may leave something out, too, until the run has replaced it.
      ...(planned.isAtLeast && { isCostAtLeast: true }),
    },
  });
}
