import type { StepRunner } from "../slice";
import { deleteStackStep } from "../stacks/stack-deletion";

/**
 * Deletes a stack of ours that can only be deleted, so that it can be built again. Any other is left as it
 * is.
 */
export const clean: StepRunner = (slice, step) =>
  deleteStackStep(slice, step, "clean", ({ phase }) => phase === "ONLY_DELETABLE" || phase === "REVIEW");
