import type {
  ChangeSetStatus,
  ExecutionStatus,
  ResourceStatus,
  StackStatus,
} from "@aws-sdk/client-cloudformation";

/**
 * Where a stack stands, as far as it decides what may be done with it.
 * MOVING: an operation is under way. FAILED: a person has to bring it in order. ROLLED_BACK: it is what it
 * was before. ROLLBACK_STUCK: it is between two states; its rollback can be continued. ONLY_DELETABLE:
 * nothing but a deletion is accepted. REVIEW: it has a change set and nothing else.
 */
export const STACK_PHASES = [
  "MOVING",
  "SUCCEEDED",
  "FAILED",
  "ROLLED_BACK",
  "ROLLBACK_STUCK",
  "ONLY_DELETABLE",
  "REVIEW",
  "DELETED",
] as const;
export type StackPhase = (typeof STACK_PHASES)[number];

/** What became of a resource, or of a stack as one. RETAINED: it was left behind on purpose. */
export const OUTCOMES = ["MOVING", "DONE", "FAILED", "DELETED", "RETAINED"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What is under way in a stack that is MOVING. */
export type StackOperation =
  | "CREATE"
  | "CREATE_ROLLBACK"
  | "UPDATE"
  | "UPDATE_ROLLBACK"
  | "CLEAN_UP"
  | "DELETE"
  | "IMPORT"
  | "IMPORT_ROLLBACK";

interface ResourceRule {
  outcome: Outcome;
}
interface StackRule extends ResourceRule {
  phase: StackPhase;
  /** Absent when nothing is under way. */
  operation?: StackOperation;
}

/**
 * Every status of a stack or a resource, and what it means: nothing else in the house compares their names.
 * Source: "Understand CloudFormation stack creation events" and "Stack status codes", user guide.
 */
export const STATUSES = {
  CREATE_IN_PROGRESS: { outcome: "MOVING", phase: "MOVING", operation: "CREATE" },
  CREATE_COMPLETE: { outcome: "DONE", phase: "SUCCEEDED" },
  CREATE_FAILED: { outcome: "FAILED", phase: "ONLY_DELETABLE" },
  ROLLBACK_IN_PROGRESS: { outcome: "MOVING", phase: "MOVING", operation: "CREATE_ROLLBACK" },
  ROLLBACK_COMPLETE: { outcome: "DONE", phase: "ONLY_DELETABLE" },
  ROLLBACK_FAILED: { outcome: "FAILED", phase: "ONLY_DELETABLE" },
  UPDATE_IN_PROGRESS: { outcome: "MOVING", phase: "MOVING", operation: "UPDATE" },
  UPDATE_COMPLETE_CLEANUP_IN_PROGRESS: { outcome: "MOVING", phase: "MOVING", operation: "CLEAN_UP" },
  UPDATE_COMPLETE: { outcome: "DONE", phase: "SUCCEEDED" },
  UPDATE_FAILED: { outcome: "FAILED", phase: "FAILED" },
  UPDATE_ROLLBACK_IN_PROGRESS: { outcome: "MOVING", phase: "MOVING", operation: "UPDATE_ROLLBACK" },
  UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS: { outcome: "MOVING", phase: "MOVING", operation: "CLEAN_UP" },
  UPDATE_ROLLBACK_COMPLETE: { outcome: "DONE", phase: "ROLLED_BACK" },
  UPDATE_ROLLBACK_FAILED: { outcome: "FAILED", phase: "ROLLBACK_STUCK" },
  DELETE_IN_PROGRESS: { outcome: "MOVING", phase: "MOVING", operation: "DELETE" },
  DELETE_COMPLETE: { outcome: "DELETED", phase: "DELETED" },
  DELETE_FAILED: { outcome: "FAILED", phase: "ONLY_DELETABLE" },
  REVIEW_IN_PROGRESS: { outcome: "MOVING", phase: "REVIEW" },
  IMPORT_IN_PROGRESS: { outcome: "MOVING", phase: "MOVING", operation: "IMPORT" },
  IMPORT_COMPLETE: { outcome: "DONE", phase: "SUCCEEDED" },
  IMPORT_ROLLBACK_IN_PROGRESS: { outcome: "MOVING", phase: "MOVING", operation: "IMPORT_ROLLBACK" },
  IMPORT_ROLLBACK_COMPLETE: { outcome: "DONE", phase: "ROLLED_BACK" },
  IMPORT_ROLLBACK_FAILED: { outcome: "FAILED", phase: "FAILED" },
  // Of resources alone.
  DELETE_SKIPPED: { outcome: "RETAINED" },
  IMPORT_FAILED: { outcome: "FAILED" },
  EXPORT_IN_PROGRESS: { outcome: "MOVING" },
  EXPORT_COMPLETE: { outcome: "DONE" },
  EXPORT_FAILED: { outcome: "FAILED" },
  EXPORT_ROLLBACK_IN_PROGRESS: { outcome: "MOVING" },
  EXPORT_ROLLBACK_COMPLETE: { outcome: "DONE" },
  EXPORT_ROLLBACK_FAILED: { outcome: "FAILED" },
} as const satisfies Record<StackStatus, StackRule> &
  Record<Exclude<ResourceStatus, StackStatus>, ResourceRule>;

/** The status of a stack that is not there any more. */
export const DELETED_STATUS = "DELETE_COMPLETE" satisfies StackStatus;

/** A status that did not exist when this was written is taken by its ending. */
function ruleOf(status: string): ResourceRule & Partial<StackRule> {
  const known = (STATUSES as Record<string, (ResourceRule & Partial<StackRule>) | undefined>)[status];
  if (known) return known;
  if (status.endsWith("_IN_PROGRESS")) return { outcome: "MOVING", phase: "MOVING" };
  return { outcome: status.endsWith("_FAILED") ? "FAILED" : "DONE", phase: "FAILED" };
}

export const outcomeOf = (status: string): Outcome => ruleOf(status).outcome;
export const phaseOf = (stackStatus: string): StackPhase => ruleOf(stackStatus).phase ?? "FAILED";
/** Null when nothing is under way, or nothing that is known. */
export const operationOf = (stackStatus: string): StackOperation | null =>
  ruleOf(stackStatus).operation ?? null;

/** The statuses of these phases, for a query. */
export const statusesOf = (...phases: readonly StackPhase[]): string[] =>
  Object.keys(STATUSES).filter((status) => {
    const { phase } = ruleOf(status);
    return phase !== undefined && phases.includes(phase);
  });

/**
 * NO_CHANGES: there is nothing to do, which is a success. EXECUTED: it was used up (by us, before a crash).
 */
export type ChangeSetState = "PENDING" | "READY" | "NO_CHANGES" | "FAILED" | "EXECUTED" | "OBSOLETE";

/** The status of a change set's making. */
export const CHANGE_SET_STATUSES = {
  CREATE_PENDING: "PENDING",
  CREATE_IN_PROGRESS: "PENDING",
  CREATE_COMPLETE: "READY",
  DELETE_PENDING: "OBSOLETE",
  DELETE_IN_PROGRESS: "OBSOLETE",
  DELETE_COMPLETE: "OBSOLETE",
  DELETE_FAILED: "OBSOLETE",
  FAILED: "FAILED",
} as const satisfies Record<ChangeSetStatus, ChangeSetState>;

/** The status of its use. */
export const EXECUTION_STATUSES = {
  UNAVAILABLE: "PENDING",
  AVAILABLE: "READY",
  EXECUTE_IN_PROGRESS: "EXECUTED",
  EXECUTE_COMPLETE: "EXECUTED",
  EXECUTE_FAILED: "EXECUTED",
  OBSOLETE: "OBSOLETE",
} as const satisfies Record<ExecutionStatus, ChangeSetState>;

/** CloudFormation's words for a change set that has nothing to do; the status is FAILED then. */
const NO_CHANGES = /didn't contain changes|No updates are to be performed/i;

/** The state of a change set, from its two statuses: it is READY only when both say so. */
export function changeSetState(reply: {
  Status: string;
  ExecutionStatus?: string;
  StatusReason?: string;
}): ChangeSetState {
  const made = CHANGE_SET_STATUSES[reply.Status as ChangeSetStatus] ?? "PENDING";
  const used = EXECUTION_STATUSES[reply.ExecutionStatus as ExecutionStatus] ?? "PENDING";
  if (used === "EXECUTED" || used === "OBSOLETE") return used;
  if (made === "FAILED") return NO_CHANGES.test(reply.StatusReason ?? "") ? "NO_CHANGES" : "FAILED";
  return made === "READY" ? used : made;
}
