import type { Role } from "@greenroom/identity/schema";

/** Every status of an environment; Prisma's enum, zod and the pages use this spelling. */
export const ENVIRONMENT_STATUSES = [
  "PROVISIONING",
  "READY",
  "UPDATING",
  "FAILED",
  "SLEEPING",
  "DESTROYING",
  "DESTROYED",
] as const;
export type EnvironmentStatus = (typeof ENVIRONMENT_STATUSES)[number];

interface StatusRule {
  /** Statuses it may become. */
  to: readonly EnvironmentStatus[];
  /** busy: a run is at work and no other may start. settled: it stays so until somebody acts. */
  phase: "busy" | "settled";
  tone: "neutral" | "progress" | "good" | "bad";
  /**
   * What it costs a month. deployed: what stands. approved: at most the dearer of what stands and what was approved, since a run makes,
   * or failed to make, it so. none: nothing stands.
   */
  cost: "deployed" | "approved" | "none";
}

export const ENVIRONMENT_TRANSITIONS = {
  PROVISIONING: { to: ["READY", "FAILED", "DESTROYED"], phase: "busy", tone: "progress", cost: "approved" },
  READY: { to: ["UPDATING", "DESTROYING", "SLEEPING"], phase: "settled", tone: "good", cost: "deployed" },
  UPDATING: { to: ["READY", "FAILED"], phase: "busy", tone: "progress", cost: "approved" },
  FAILED: {
    to: ["PROVISIONING", "UPDATING", "DESTROYING", "READY"],
    phase: "settled",
    tone: "bad",
    cost: "approved",
  },
  SLEEPING: { to: ["UPDATING", "DESTROYING"], phase: "settled", tone: "neutral", cost: "deployed" },
  // READY when it was called off before anything was deleted.
  DESTROYING: { to: ["DESTROYED", "FAILED", "READY"], phase: "busy", tone: "progress", cost: "deployed" },
  DESTROYED: { to: [], phase: "settled", tone: "neutral", cost: "none" },
} as const satisfies Record<EnvironmentStatus, StatusRule>;

/** Whether a run is at work on it, so that no other may start. */
export const isBusy = (status: EnvironmentStatus): boolean =>
  ENVIRONMENT_TRANSITIONS[status].phase === "busy";

/** Statuses in which an environment may come to what was approved for it. */
export const COSTS_AS_APPROVED = ENVIRONMENT_STATUSES.filter(
  (status) => ENVIRONMENT_TRANSITIONS[status].cost === "approved",
);

export const canTransition = (from: EnvironmentStatus, to: EnvironmentStatus): boolean =>
  (ENVIRONMENT_TRANSITIONS[from].to as readonly EnvironmentStatus[]).includes(to);

export const ENVIRONMENT_ACTIONS = ["change", "destroy", "retry", "cancel"] as const;
export type EnvironmentAction = (typeof ENVIRONMENT_ACTIONS)[number];

const ACTIONS_BY_STATUS = {
  PROVISIONING: ["cancel"],
  READY: ["change", "destroy"],
  UPDATING: ["cancel"],
  FAILED: ["retry", "change", "destroy"],
  SLEEPING: ["change", "destroy"],
  DESTROYING: ["cancel"],
  DESTROYED: [],
} as const satisfies Record<EnvironmentStatus, readonly EnvironmentAction[]>;

/** What somebody with this role may do to an environment in this status; a stranger (null) and a viewer nothing. */
export function allowedActions(status: EnvironmentStatus, role: Role | null): readonly EnvironmentAction[] {
  return role === null || role === "VIEWER" ? [] : ACTIONS_BY_STATUS[status];
}
