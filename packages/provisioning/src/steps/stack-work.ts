import type { StackTarget } from "@greenroom/cloud";
import type { SealedStack } from "../plan/approved-plan";
import type { Slice, StepRecord } from "../slice";
import type { StackCheckpoint } from "../stacks/stack-checkpoint";

/** One stack of a run's step: what it should become, where it is, and how far the step has come. */
export interface StackWork {
  slice: Slice;
  step: StepRecord;
  stack: SealedStack;
  target: StackTarget;
  at: StackCheckpoint;
}
