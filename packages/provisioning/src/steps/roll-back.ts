import { message } from "@greenroom/messages";
import { pollMs } from "../lease/backoff";
import { failureWith } from "../lease/failures";
import {
  executionRoleOf,
  type Slice,
  type StepOutcome,
  type StepRecord,
  type StepRunner,
  saveCheckpoint,
} from "../slice";
import { observeStack, rollbackFailure } from "../stacks/observe-stack";
import { operationName } from "../stacks/operation-name";
import { hasTrace, type StackAct, stackActOf } from "../stacks/stack-act";
import { stackCheckpointSchema } from "../stacks/stack-checkpoint";
import { isOurStack } from "../stacks/stack-ownership";

/**
 * Goes on with a rollback that failed: find the stack → ask → observe. A stack in any other state is left as
 * it is.
 */
export const rollBack: StepRunner = async (slice, step) => {
  const act = stackActOf(slice, step, stackCheckpointSchema.parse(step.checkpoint));
  if (act.at.phase === "FIND") return find(act);
  if (act.at.phase === "ROLL_BACK") return ask(act);
  return observe(act);
};

async function find(act: StackAct): Promise<StepOutcome> {
  const { slice, step, stackKey, target, at } = act;
  const { stacks } = slice.deps;
  const found = await stacks.findStack(target);
  if (found?.phase === "MOVING") return lookAgain(slice, step, act);
  if (found?.phase !== "ROLLBACK_STUCK") return { is: "DONE", status: "SKIPPED" };
  if (!(await isOurStack(slice, stackKey, target, found))) {
    const says = message("run.stackNotOurs", { stackName: target.stackName });
    return {
      is: "FAILED",
      failure: failureWith({ says, remedy: message("remedy.lookAtStack"), stackKey }),
    };
  }
  const history = await stacks.listEvents({ ...target, stackId: found.stackId }, null);
  const lastEventId = history.at(-1)?.eventId ?? null;
  Object.assign(at, { phase: "ROLL_BACK", stackId: found.stackId, lastEventId, polls: 0 });
  await saveCheckpoint(slice, step, at);
  return { is: "AGAIN" };
}

async function lookAgain(slice: Slice, step: StepRecord, { at }: StackAct): Promise<StepOutcome> {
  at.polls++;
  await saveCheckpoint(slice, step, at);
  return { is: "WAIT", ms: pollMs(at.polls, slice.deps) };
}

/** Looks before it acts, in case whoever wrote the intent came to act on it too. */
async function ask(act: StackAct): Promise<StepOutcome> {
  const { slice, step, stackKey, target, at } = act;
  const token = operationName(slice.run.id, stackKey, "roll-back");
  const found = await slice.deps.stacks.findStack(target);
  if (found?.phase === "ROLLBACK_STUCK" && !(await hasTrace(act, token))) {
    slice.lease.assertHeld();
    await slice.deps.stacks.continueRollback(target, {
      token,
      executionRoleArn: executionRoleOf(slice, stackKey),
    });
  }
  at.phase = "OBSERVE";
  await saveCheckpoint(slice, step, at);
  return { is: "WAIT", ms: pollMs(0, slice.deps) };
}

async function observe({ slice, step, stackKey, target, at }: StackAct): Promise<StepOutcome> {
  const observation = await observeStack(slice, step, target, at);
  if (observation.is === "MOVING") return { is: "WAIT", ms: observation.ms };
  const { snapshot } = observation;
  if (snapshot.phase === "ROLLED_BACK") return { is: "DONE", status: "SUCCEEDED" };
  return { is: "FAILED", failure: rollbackFailure(target.stackName, at, snapshot, stackKey) };
}
