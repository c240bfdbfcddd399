import type { StackSnapshot } from "@greenroom/cloud";
import { message } from "@greenroom/messages";
import { appendRunEvents } from "../events/run-events";
import { pollMs } from "../lease/backoff";
import { failureWith } from "../lease/failures";
import { executionRoleOf, type Slice, type StepOutcome, type StepRecord, saveCheckpoint } from "../slice";
import { observeStack, stackMessage } from "./observe-stack";
import { operationName } from "./operation-name";
import { hasTrace, type StackAct, stackActOf } from "./stack-act";
import { stackCheckpointSchema } from "./stack-checkpoint";
import { isOurStack } from "./stack-ownership";

interface Deletion extends StackAct {
  what: "delete" | "clean";
}

/**
 * Deletes one stack: find it → ask for its deletion → observe. One that is gone is a success.
 *
 * @param wanted which state of the stack is to be deleted; another is left alone, and the step is SKIPPED
 */
export async function deleteStackStep(
  slice: Slice,
  step: StepRecord,
  what: Deletion["what"],
  wanted: (found: StackSnapshot) => boolean,
): Promise<StepOutcome> {
  const work: Deletion = { ...stackActOf(slice, step, stackCheckpointSchema.parse(step.checkpoint)), what };
  const { at } = work;
  if (at.phase === "FIND") return find(work, wanted);
  if (at.phase === "DELETE") return ask(work);
  return observe(work);
}

async function find(work: Deletion, wanted: (found: StackSnapshot) => boolean): Promise<StepOutcome> {
  const { slice, step, stackKey, target, at } = work;
  const { deps } = slice;
  const found = await deps.stacks.findStack(target);
  if (!found || found.phase === "DELETED") return { is: "DONE", status: "SKIPPED" };
  if (found.phase === "MOVING") {
    at.polls++;
    await saveCheckpoint(slice, step, at);
    return { is: "WAIT", ms: pollMs(at.polls, deps) };
  }
  if (!wanted(found)) return { is: "DONE", status: "SKIPPED" };
  if (!(await isOurStack(slice, stackKey, target, found))) {
    return {
      is: "FAILED",
      failure: failureWith({
        says: message("run.stackNotDeleted", { stackName: target.stackName }),
        remedy: message("remedy.lookAtStack"),
        stackKey,
      }),
    };
  }
  const history = await deps.stacks.listEvents({ ...target, stackId: found.stackId }, null);
  at.phase = "DELETE";
  at.stackId = found.stackId;
  at.lastEventId = history.at(-1)?.eventId ?? null;
  at.polls = 0;
  await saveCheckpoint(slice, step, at);
  return { is: "AGAIN" };
}

/** Looks before it acts, in case whoever wrote the intent came to act on it too. */
async function ask(work: Deletion): Promise<StepOutcome> {
  const { slice, step, stackKey, target, at, what } = work;
  const { deps, lease, run } = slice;
  const token = operationName(run.id, stackKey, what);
  const found = await deps.stacks.findStack(target);
  const isAsked = !found || found.phase === "DELETED" || found.operation === "DELETE";
  if (!isAsked && !(await hasTrace(work, token))) {
    lease.assertHeld();
    if (found.isProtected) await deps.stacks.setTerminationProtection(target, false);
    await deps.stacks.deleteStack(target, { token, executionRoleArn: executionRoleOf(slice, stackKey) });
  }
  at.phase = "OBSERVE";
  await saveCheckpoint(slice, step, at);
  return { is: "WAIT", ms: pollMs(0, deps) };
}

async function observe({ slice, step, stackKey, target, at }: Deletion): Promise<StepOutcome> {
  const observation = await observeStack(slice, step, target, at);
  if (observation.is === "MOVING") return { is: "WAIT", ms: observation.ms };
  const { snapshot } = observation;
  if (snapshot.phase !== "DELETED") {
    const cause = failureWith({ says: stackMessage(target.stackName, snapshot), remedy: null, stackKey });
    return {
      is: "FAILED",
      failure: { ...(at.rootCause ?? cause), remedy: message("remedy.keptFromDeletion") },
    };
  }
  return {
    is: "DONE",
    status: "SUCCEEDED",
    write: async (tx) => {
      if (at.retained.length === 0) return;
      const resources = at.retained.join(", ");
      const says = message("run.keptOnPurpose", { stackName: target.stackName, resources });
      await appendRunEvents(tx, slice.run.id, [
        { at: slice.deps.now(), data: { kind: "LOG", level: "WARNING", message: says, stackKey } },
      ]);
    },
  };
}
