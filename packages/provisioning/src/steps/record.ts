import { appendAudit } from "@greenroom/audit";
import { markDeployed, markDestroyed, markUntouched } from "@greenroom/environments";
import { message } from "@greenroom/messages";
import type { Prisma, Transaction } from "@greenroom/prisma";
import { withFence } from "../lease/lease";
import type { Slice, StepOutcome, StepRunner } from "../slice";
import { draftOf } from "../slice";
import { recordRunTransition } from "../transitions/record-run-transition";
import { recordStepTransition } from "../transitions/record-step-transition";
import { settleRolledBack } from "../transitions/settle-environment";
import { settleRun } from "../transitions/settle-run";
import { judgeChecks } from "./judge-checks";

/** The last step: what the run came to is written with its success, in one transaction. */
export const record: StepRunner = async (slice, step) => {
  const { deps, lease, run } = slice;
  const refused = run.kind === "PLAN" ? await judgeAgain(slice) : null;
  if (refused) return refused;
  const write = run.kind === "PLAN" ? await planWriter(slice) : environmentWriter(slice);
  await withFence(deps.db, lease, async (tx) => {
    const now = deps.now();
    if (run.kind === "PLAN" && !(await isAwaited(tx, run.requestId))) {
      await settleRun(tx, deps, run, { to: "CANCELLED" });
      return;
    }
    await recordStepTransition(tx, step, { to: "SUCCEEDED", now });
    await recordRunTransition(tx, run.id, { to: "SUCCEEDED", now });
    await write(tx);
    await appendAudit(tx, {
      actor: null,
      action: "run.succeeded",
      subject: { id: run.id, name: `#${run.number} ${run.environmentName}` },
      teamId: run.teamId,
      details: { kind: run.kind, digest: run.digest },
      now,
    });
  });
  return { is: "SETTLED" };
};

/** What is written down was drafted anew since the checks looked at it: it has to pass them as it is now. */
async function judgeAgain(slice: Slice): Promise<StepOutcome | null> {
  const draft = draftOf(slice);
  const checks = [...(await draft.checks()), ...(await draft.policies())];
  const verdict = judgeChecks(slice, checks, await draft.stacks());
  return verdict.is === "FAILED" ? verdict : null;
}

/** Its requester may have withdrawn the request while it was planned. */
async function isAwaited(tx: Transaction, requestId: string): Promise<boolean> {
  const request = await tx.request.findUnique({ where: { id: requestId }, select: { status: true } });
  return request?.status === "PLANNING";
}

async function planWriter(slice: Slice): Promise<(tx: Transaction) => Promise<void>> {
  const { deps, run, subject } = slice;
  const draft = draftOf(slice);
  const [stacks, removed, changes, checks, policies, digest] = await Promise.all([
    draft.stacks(),
    draft.removed(),
    draft.changes(),
    draft.checks(),
    draft.policies(),
    draft.digest(),
  ]);
  const { estimate, before } = await draft.estimates();
  const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
  return async (tx) => {
    await tx.plan.create({
      data: {
        runId: run.id,
        digest,
        blueprintVersion: subject.request.blueprintVersion,
        stacks: json(stacks),
        removed: json(removed),
        changes: json(changes),
        estimate: json(estimate),
        estimateBefore: before === null ? undefined : json(before),
        checks: json([...checks, ...policies]),
        createdAt: deps.now(),
      },
    });
    await tx.run.update({ where: { id: run.id }, data: { digest } });
    await deps.onPlanned(tx, { requestId: run.requestId, runId: run.id, digest });
  };
}

function environmentWriter({ deps, run, subject }: Slice): (tx: Transaction) => Promise<void> {
  const { environment, request, plan } = subject;
  if (!environment) throw new Error(`Run ${run.id} has no environment.`);
  const now = deps.now();
  const numbers = { number: run.number, request: request.number };
  if (run.kind === "DESTROY") {
    const cause = message("trail.runDeleted", numbers);
    return (tx) => markDestroyed(tx, environment.id, { actor: null, cause, now });
  }
  if (run.retryMode === "ROLL_BACK") {
    const cause = message("trail.runRolledBack", { number: run.number });
    return (tx) => settleRolledBack(tx, environment.id, { actor: null, cause, now });
  }
  if (request.kind === "REVERT") {
    const cause = message("trail.runReverted", numbers);
    return (tx) => markUntouched(tx, environment.id, { actor: null, cause, now });
  }
  return (tx) =>
    markDeployed(tx, environment.id, {
      lifetimeDays: request.lifetimeDays,
      monthlyCostUsd: plan?.monthlyCostUsd ?? null,
      isCostAtLeast: plan?.isCostAtLeast ?? false,
      blueprintVersion: request.blueprintVersion,
      spec: request.spec as Prisma.InputJsonObject,
      cidrs: request.cidrs,
      cause: message("trail.runBuilt", numbers),
      now,
    });
}
