import type { StackPhase } from "@greenroom/cloud/statuses";
import { type AppError, fromUnknown } from "@greenroom/errors";
import { type Message, message } from "@greenroom/messages";
import { type Prisma, transaction } from "@greenroom/prisma";
import { z } from "zod";
import type { DriftDeps } from "./deps";
import { findDifferences, type LookedAtStack } from "./find-differences";
import { checkDrift } from "./jobs";
import { CHECK_LIMIT_MS, POLL_MS, SLICE_MS } from "./limits";
import { recordCheckTransition } from "./record-check-transition";
import { recordFindings } from "./record-findings";
import { type StackProgress, stackProgressSchema } from "./schema";

/**
 * Stacks in these phases can be looked at:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html
 */
const CHECKABLE: readonly StackPhase[] = ["SUCCEEDED", "ROLLED_BACK", "ROLLBACK_STUCK"];

/**
 * Goes on with a check, unless another worker is at it: begins and polls the detections of its stacks and,
 * when all are through, writes down what they found. Each slice makes a few short calls; between two it waits
 * in the queue.
 */
export async function runCheck(deps: DriftDeps, checkId: string): Promise<void> {
  const { db, now } = deps;
  const startedAt = now();
  const isMine = await recordCheckTransition(db, checkId, {
    to: "RUNNING",
    onlyIf: { wakeAt: { lte: startedAt } },
    changes: { wakeAt: new Date(startedAt.getTime() + SLICE_MS) },
  });
  if (!isMine) return;
  const check = await readCheck(deps, checkId);
  const { environment } = check;
  if (environment.status !== "READY" || environment.version !== check.environmentVersion)
    return giveUp(deps, checkId, message("drift.environmentChanged"));
  const progress = z.array(stackProgressSchema).parse(check.progress);
  try {
    for (const stack of progress) await advance(deps, check, stack);
    if (progress.some(({ state }) => state === "WAITING" || state === "RUNNING"))
      return await waitOn(deps, check, progress);
    await finish(deps, check, progress);
  } catch (error) {
    const failure = fromUnknown(error);
    if (!failure.isRetryable) return giveUp(deps, checkId, failure.says);
    await waitOn(deps, check, progress, failure);
  }
}

const readCheck = ({ db }: DriftDeps, id: string) =>
  db.driftCheck.findUniqueOrThrow({
    where: { id },
    include: {
      environment: { include: { cloudAccount: true, stacks: { orderBy: { position: "asc" } } } },
    },
  });
type Check = Awaited<ReturnType<typeof readCheck>>;

function targetOf({ environment }: Check, key: string) {
  const stack = environment.stacks.find((one) => one.key === key);
  const { accountId, roleArn, externalId } = environment.cloudAccount;
  return {
    accountId,
    region: stack?.region ?? environment.region,
    access: { roleArn, externalId },
    stackName: stack?.stackName ?? "",
    ...(stack?.stackId && { stackId: stack.stackId }),
  };
}

/** One step with one stack; `stack` then says how far it is. */
async function advance({ stacks }: DriftDeps, check: Check, stack: StackProgress): Promise<void> {
  const target = targetOf(check, stack.key);
  if (stack.state === "WAITING") {
    const there = await stacks.findStack(target);
    if (!there || there.phase === "DELETED") stack.state = "GONE";
    else if (there.phase === "MOVING") return;
    else if (!CHECKABLE.includes(there.phase)) stack.state = "UNREADY";
    else {
      stack.detectionId = await stacks.startDriftDetection(target);
      if (stack.detectionId !== null) stack.state = "RUNNING";
    }
  } else if (stack.state === "RUNNING" && stack.detectionId !== null) {
    const { state } = await stacks.findDriftDetection(target, stack.detectionId);
    // What a failed detection has found so far is kept, and the rest counts as not checked.
    if (state !== "RUNNING") stack.state = "DONE";
  }
}

/** Puts the check back into the queue for the next poll. @param failure why it could not go on this time */
async function waitOn(
  deps: DriftDeps,
  check: Check,
  progress: StackProgress[],
  failure?: AppError,
): Promise<void> {
  const at = deps.now();
  if (at.getTime() - check.askedAt.getTime() > CHECK_LIMIT_MS)
    return giveUp(deps, check.id, failure?.says ?? message("drift.detectionTooLong"));
  const delayMs = Math.ceil(POLL_MS * deps.pollFactor);
  const wakeAt = new Date(at.getTime() + delayMs);
  await recordCheckTransition(deps.db, check.id, {
    to: "RUNNING",
    changes: { wakeAt, startedAt: check.startedAt ?? at, progress: progress satisfies Prisma.InputJsonArray },
  });
  await deps.enqueue(
    checkDrift,
    { checkId: check.id },
    { jobId: `drift-${check.id}-${wakeAt.getTime()}`, delayMs },
  );
}

async function finish(deps: DriftDeps, check: Check, progress: StackProgress[]): Promise<void> {
  const looked: LookedAtStack[] = [];
  for (const { key, state } of progress) {
    const stack = check.environment.stacks.find((one) => one.key === key);
    if (!stack) continue;
    const drifts = state === "DONE" ? await deps.stacks.listResourceDrifts(targetOf(check, key)) : null;
    looked.push({ key, template: stack.template, isGone: state === "GONE", drifts });
  }
  const result = findDifferences(looked);
  const finishedAt = deps.now();
  await transaction(deps.db, async (tx) => {
    const isRecorded = await recordCheckTransition(tx, check.id, {
      to: "DONE",
      changes: {
        finishedAt,
        progress: progress satisfies Prisma.InputJsonArray,
        checkedCount: result.checked.length,
        driftedCount: new Set(result.differences.map(({ stackKey, logicalId }) => `${stackKey}/${logicalId}`))
          .size,
        notChecked: result.notChecked satisfies Prisma.InputJsonArray,
      },
    });
    if (isRecorded) await recordFindings(tx, check.environmentId, result, finishedAt);
  });
}

/** Ends a check without a result: what was known before stays. */
async function giveUp({ db, now }: DriftDeps, id: string, failure: Message): Promise<void> {
  await recordCheckTransition(db, id, {
    to: "FAILED",
    changes: { finishedAt: now(), failure: failure as Prisma.InputJsonObject },
  });
}
