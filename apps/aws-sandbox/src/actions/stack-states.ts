import type { ChangeSet, Stack } from "../state/types";

const UPDATABLE = new Set([
  "CREATE_COMPLETE",
  "CREATE_FAILED",
  "UPDATE_COMPLETE",
  "UPDATE_FAILED",
  "UPDATE_ROLLBACK_COMPLETE",
]);

/** May this stack be updated as it stands? */
export function isUpdatable(stack: Stack): boolean {
  return UPDATABLE.has(stack.status);
}

/** Is an operation under way? Review is not one. */
export function isInProgress({ status }: Stack): boolean {
  return status.endsWith("_IN_PROGRESS") && status !== "REVIEW_IN_PROGRESS";
}

/** Can it still be executed, or never could? */
export function isUnexecuted({ executionStatus }: ChangeSet): boolean {
  return !executionStatus.startsWith("EXECUTE_");
}
