import { forgetStack } from "@greenroom/environments";
import type { StepRunner } from "../slice";
import { deleteStackStep } from "../stacks/stack-deletion";

/** Deletes a stack of the environment, whatever state it is in, and forgets it once it is gone. */
export const deleteStack: StepRunner = async (slice, step) => {
  const outcome = await deleteStackStep(slice, step, "delete", () => true);
  const { environment } = slice.subject;
  if (outcome.is !== "DONE" || !environment || step.stackKey === null) return outcome;
  const { stackKey } = step;
  return {
    ...outcome,
    write: async (tx) => {
      await outcome.write?.(tx);
      await forgetStack(tx, environment.id, stackKey);
    },
  };
};
