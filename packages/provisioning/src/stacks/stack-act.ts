import type { StackTarget } from "@greenroom/cloud";
import { type Slice, type StepRecord, targetOf } from "../slice";
import type { StackCheckpoint } from "./stack-checkpoint";

/** A step's work on one stack that is there already: which one, and where the work stands. */
export interface StackAct {
  slice: Slice;
  step: StepRecord;
  stackKey: string;
  /** By its id as soon as it is known: a name may belong to a later stack. */
  target: StackTarget;
  at: StackCheckpoint;
}

export function stackActOf(slice: Slice, step: StepRecord, at: StackCheckpoint): StackAct {
  const { stackKey } = step;
  if (stackKey === null) throw new Error(`The step ${step.key} of run ${slice.run.id} names no stack.`);
  const known = slice.subject.environment?.stacks.find(({ key }) => key === stackKey);
  const stackId = at.stackId ?? known?.stackId ?? undefined;
  return { slice, step, stackKey, target: { ...targetOf(slice, stackKey), stackId }, at };
}

/**
 * Whether the cloud has carried out something that was asked for under this token, since the intent was
 * written down.
 */
export async function hasTrace({ slice, target, at }: StackAct, token: string): Promise<boolean> {
  const events = await slice.deps.stacks.listEvents(target, at.lastEventId);
  return events.some((event) => event.token === token);
}
