import { type ActionRule, actionsIn, type Permission } from "@greenroom/identity/permissions";

export const RUN_KINDS = ["PLAN", "APPLY", "DESTROY"] as const;
export type RunKind = (typeof RUN_KINDS)[number];
export const RUN_STATUSES = ["QUEUED", "RUNNING", "SUCCEEDED", "FAILED", "CANCELLED"] as const;
export type RunStatus = (typeof RUN_STATUSES)[number];
export const STEP_STATUSES = ["PENDING", "RUNNING", "SUCCEEDED", "FAILED", "SKIPPED", "CANCELLED"] as const;
export type StepStatus = (typeof STEP_STATUSES)[number];
/** ROLL_BACK only goes on with rollbacks that failed, and applies nothing. */
export const RETRY_MODES = ["RETRY", "CLEAN", "ROLL_BACK"] as const;
export type RetryMode = (typeof RETRY_MODES)[number];

interface StatusRule<Status> {
  to: readonly Status[];
  phase: "busy" | "settled";
  tone: "neutral" | "progress" | "good" | "bad";
}

export const RUN_TRANSITIONS = {
  QUEUED: { to: ["RUNNING", "CANCELLED", "FAILED"], phase: "busy", tone: "neutral" },
  RUNNING: { to: ["SUCCEEDED", "FAILED", "CANCELLED"], phase: "busy", tone: "progress" },
  SUCCEEDED: { to: [], phase: "settled", tone: "good" },
  FAILED: { to: [], phase: "settled", tone: "bad" },
  CANCELLED: { to: [], phase: "settled", tone: "neutral" },
} as const satisfies Record<RunStatus, StatusRule<RunStatus>>;

export const STEP_TRANSITIONS = {
  PENDING: { to: ["RUNNING", "SKIPPED", "CANCELLED"], phase: "busy", tone: "neutral" },
  RUNNING: { to: ["SUCCEEDED", "FAILED", "CANCELLED", "SKIPPED"], phase: "busy", tone: "progress" },
  SUCCEEDED: { to: [], phase: "settled", tone: "good" },
  FAILED: { to: [], phase: "settled", tone: "bad" },
  SKIPPED: { to: [], phase: "settled", tone: "neutral" },
  CANCELLED: { to: [], phase: "settled", tone: "neutral" },
} as const satisfies Record<StepStatus, StatusRule<StepStatus>>;

export const isActive = (status: RunStatus): boolean => RUN_TRANSITIONS[status].phase === "busy";

/**
 * Statuses in which a run still holds its environment; the partial unique index in the migration names the
 * same two.
 */
export const ACTIVE_RUN_STATUSES = RUN_STATUSES.filter(isActive);
const SETTLED_RUN_STATUSES = RUN_STATUSES.filter((status) => !isActive(status));

/** What people do to a run. */
const ACTIONS = {
  cancel: { permission: "run.cancel", statuses: ACTIVE_RUN_STATUSES },
  retry: { permission: "run.retry", statuses: SETTLED_RUN_STATUSES },
  cleanAndRetry: { permission: "run.retry", statuses: SETTLED_RUN_STATUSES },
  continueRollback: { permission: "run.retry", statuses: SETTLED_RUN_STATUSES },
} as const satisfies Record<string, ActionRule<RunStatus>>;
export type RunAction = keyof typeof ACTIONS;
export const RUN_ACTIONS = Object.keys(ACTIONS) as RunAction[];
/** How each way on is offered. */
export const RETRY_ACTIONS = {
  RETRY: "retry",
  CLEAN: "cleanAndRetry",
  ROLL_BACK: "continueRollback",
} as const satisfies Record<RetryMode, RunAction>;

/**
 * What somebody may do to a run now, by what they may do to it at all (`permissionsOn`). `isLatest`: only the
 * newest run of an environment that waits in FAILED can be retried, and `retryMode` is the way on that its
 * stacks leave.
 */
export function allowedActions(
  run: { status: RunStatus; isLatest: boolean; retryMode: RetryMode; isCancelling: boolean },
  permissions: ReadonlySet<Permission>,
): RunAction[] {
  return actionsIn(ACTIONS, run.status, permissions).filter((action) =>
    action === "cancel" ? !run.isCancelling : run.isLatest && action === RETRY_ACTIONS[run.retryMode],
  );
}
