import { deleteStackStep } from "../stacks/stack-deletion";
import type { StepRunner } from "./slice";

/** Left by a failed first creation or deletion: CloudFormation takes nothing but a deletion of them. */
const LEFT_OVER = new Set([
  "ROLLBACK_COMPLETE",
  "ROLLBACK_FAILED",
  "CREATE_FAILED",
  "DELETE_FAILED",
  "REVIEW_IN_PROGRESS",
]);

/** Deletes a stack of ours that can only be deleted, so that it can be built again. Any other is left as it is. */
export const clean: StepRunner = (slice, step) =>
  deleteStackStep(slice, step, "clean", ({ status }) => LEFT_OVER.has(status));
