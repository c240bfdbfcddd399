import type { StackStatus } from "@aws-sdk/client-cloudformation";
import type { StackPhase } from "../contract";

/**
 * CloudFormation's stack statuses, in the words of a run ("Understand CloudFormation stack statuses", user guide).
 * FAILED: the stack needs a person, or another operation. ONLY_DELETABLE: nothing but a delete is accepted.
 */
const PHASES: Record<StackStatus, StackPhase> = {
  CREATE_IN_PROGRESS: "MOVING",
  CREATE_COMPLETE: "SUCCEEDED",
  CREATE_FAILED: "ONLY_DELETABLE",
  DELETE_IN_PROGRESS: "MOVING",
  DELETE_COMPLETE: "DELETED",
  DELETE_FAILED: "ONLY_DELETABLE",
  REVIEW_IN_PROGRESS: "REVIEW",
  ROLLBACK_IN_PROGRESS: "MOVING",
  ROLLBACK_COMPLETE: "ONLY_DELETABLE",
  ROLLBACK_FAILED: "ONLY_DELETABLE",
  UPDATE_IN_PROGRESS: "MOVING",
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: "MOVING",
  UPDATE_COMPLETE: "SUCCEEDED",
  UPDATE_FAILED: "FAILED",
  UPDATE_ROLLBACK_IN_PROGRESS: "MOVING",
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: "MOVING",
  UPDATE_ROLLBACK_COMPLETE: "ROLLED_BACK",
  UPDATE_ROLLBACK_FAILED: "FAILED",
  IMPORT_IN_PROGRESS: "MOVING",
  IMPORT_COMPLETE: "SUCCEEDED",
  IMPORT_ROLLBACK_IN_PROGRESS: "MOVING",
  IMPORT_ROLLBACK_COMPLETE: "ROLLED_BACK",
  IMPORT_ROLLBACK_FAILED: "FAILED",
};

/** A status that did not exist when this was written is taken by its ending. */
export function phaseOf(status: string): StackPhase {
  const known = PHASES[status as StackStatus] as StackPhase | undefined;
  return known ?? (status.endsWith("_IN_PROGRESS") ? "MOVING" : "FAILED");
}
