import type { EnvironmentStatus } from "@greenroom/environments/lifecycle";
import { type ActionRule, actionsIn, type Permission } from "@greenroom/identity/permissions";
import type { DriftClass } from "./compare";

interface StatusRule {
  to: readonly DriftCheckStatus[];
  /** open: a worker is at it, or will be. over: what it found stands. */
  phase: "open" | "over";
}

/** Every status of a check; Prisma's enum uses this spelling. */
export const DRIFT_CHECK_STATUSES = ["QUEUED", "RUNNING", "DONE", "FAILED"] as const;
export type DriftCheckStatus = (typeof DRIFT_CHECK_STATUSES)[number];

/** RUNNING becomes RUNNING with each slice of its worker. */
const DRIFT_CHECK_TRANSITIONS = {
  QUEUED: { to: ["RUNNING"], phase: "open" },
  RUNNING: { to: ["RUNNING", "DONE", "FAILED"], phase: "open" },
  DONE: { to: [], phase: "over" },
  FAILED: { to: [], phase: "over" },
} as const satisfies Record<DriftCheckStatus, StatusRule>;

export const isOpen = (status: DriftCheckStatus): boolean => DRIFT_CHECK_TRANSITIONS[status].phase === "open";
/** The partial unique index of the migration names the same two. */
export const OPEN_CHECK_STATUSES = DRIFT_CHECK_STATUSES.filter(isOpen);

/** Statuses from which a check may become this one. */
export const statusesBefore = (to: DriftCheckStatus): DriftCheckStatus[] =>
  DRIFT_CHECK_STATUSES.filter((from) =>
    (DRIFT_CHECK_TRANSITIONS[from].to as readonly DriftCheckStatus[]).includes(to),
  );

/** What people do about the drift of an environment; what is being changed has nothing to compare. */
const ACTIONS = {
  check: { permission: "drift.check", statuses: ["READY"] },
  /** To ask for it, as for any change. */
  revert: { permission: "request.create", statuses: ["READY"] },
  ignore: {
    permission: "drift.ignore",
    statuses: ["READY", "UPDATING", "FAILED", "PROVISIONING", "DESTROYING"],
  },
} as const satisfies Record<string, ActionRule<EnvironmentStatus>>;
export type DriftAction = keyof typeof ACTIONS;

/** What somebody may do now, by what they may do at all (`permissionsOn`). */
export const driftActions = (
  { status }: { status: EnvironmentStatus },
  permissions: ReadonlySet<Permission>,
): DriftAction[] => actionsIn(ACTIONS, status, permissions);

/** What is known of an environment. Nothing that was not looked at is ever in sync. */
export const DRIFT_STATES = ["IN_SYNC", "DRIFTED", "NOT_CHECKED"] as const;
export type DriftState = (typeof DRIFT_STATES)[number];

/** Differences that are as they should be: they are shown, and nobody has to do anything about them. */
export const EXPECTED_CLASSES = ["AUTOSCALER", "NOISE"] as const satisfies readonly DriftClass[];
const isExpected = (driftClass: string): boolean => EXPECTED_CLASSES.some((one) => one === driftClass);

/** Whether somebody has to do something about a difference; a rule that has run out hides none. */
export const isOpenDifference = (finding: {
  driftClass: string;
  ignore: { isOver: boolean } | null;
}): boolean => !isExpected(finding.driftClass) && (finding.ignore?.isOver ?? true);

/** @param check the newest that is done, of the environment as it is now */
export function driftState(check: unknown, openFindings: number): DriftState {
  if (!check) return "NOT_CHECKED";
  return openFindings > 0 ? "DRIFTED" : "IN_SYNC";
}
