import { type ActionRule, actionsIn, type Permission } from "@greenroom/identity/permissions";

/** Every status of an environment; Prisma's enum, zod and the pages use this spelling. */
export const ENVIRONMENT_STATUSES = [
  "PROVISIONING",
  "READY",
  "UPDATING",
  "FAILED",
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
   * What it costs a month. deployed: what stands. approved: at most the dearer of what stands and what was
   * approved, since a run makes, or failed to make, it so. none: nothing stands.
   */
  cost: "deployed" | "approved" | "none";
}

export const ENVIRONMENT_TRANSITIONS = {
  PROVISIONING: { to: ["READY", "FAILED", "DESTROYED"], phase: "busy", tone: "progress", cost: "approved" },
  READY: { to: ["UPDATING", "DESTROYING"], phase: "settled", tone: "good", cost: "deployed" },
  UPDATING: { to: ["READY", "FAILED"], phase: "busy", tone: "progress", cost: "approved" },
  FAILED: {
    to: ["PROVISIONING", "UPDATING", "DESTROYING", "READY"],
    phase: "settled",
    tone: "bad",
    cost: "approved",
  },
  // READY when it was called off before anything was deleted.
  DESTROYING: { to: ["DESTROYED", "FAILED", "READY"], phase: "busy", tone: "progress", cost: "deployed" },
  DESTROYED: { to: [], phase: "settled", tone: "neutral", cost: "none" },
} as const satisfies Record<EnvironmentStatus, StatusRule>;

/** Whether a run is at work on it, so that no other may start. */
export const isBusy = (status: EnvironmentStatus): boolean =>
  ENVIRONMENT_TRANSITIONS[status].phase === "busy";

/**
 * What an environment is while a run is at work: it ends, it is made for the first time, or it is changed.
 */
export const busyStatus = ({ ends, isFirst }: { ends: boolean; isFirst: boolean }) =>
  ends ? "DESTROYING" : isFirst ? "PROVISIONING" : "UPDATING";

/** Statuses in which an environment may come to what was approved for it. */
export const COSTS_AS_APPROVED = ENVIRONMENT_STATUSES.filter(
  (status) => ENVIRONMENT_TRANSITIONS[status].cost === "approved",
);

export const canTransition = (from: EnvironmentStatus, to: EnvironmentStatus): boolean =>
  (ENVIRONMENT_TRANSITIONS[from].to as readonly EnvironmentStatus[]).includes(to);

/** What people ask for an environment that stands; its runs have actions of their own. */
const ACTIONS = {
  change: { permission: "request.create", statuses: ["READY", "FAILED"] },
  destroy: { permission: "request.create", statuses: ["READY", "FAILED"] },
} as const satisfies Record<string, ActionRule<EnvironmentStatus>>;
export type EnvironmentAction = keyof typeof ACTIONS;
export const ENVIRONMENT_ACTIONS = Object.keys(ACTIONS) as EnvironmentAction[];

/** What somebody may do to an environment now, by what they may do to it at all (`permissionsOn`). */
export const allowedActions = (
  { status }: { status: EnvironmentStatus },
  permissions: ReadonlySet<Permission>,
): EnvironmentAction[] => actionsIn(ACTIONS, status, permissions);

const DAY_MS = 86_400_000;
/** What ends within so many days is shown as ending soon. */
const SOON_DAYS = 3;

/** When something ends that begins now and lives this many days. */
export const endOfLifetime = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);

/** Days until the end, begun ones counted whole, at least one; null for an environment without an end. */
export const daysLeft = (expiresAt: Date | null, now: Date): number | null =>
  expiresAt && Math.max(1, Math.ceil((expiresAt.getTime() - now.getTime()) / DAY_MS));

/** Whether it ends within three days, or should have ended. */
export const endsSoon = (expiresAt: Date, now: Date): boolean =>
  expiresAt.getTime() - now.getTime() < SOON_DAYS * DAY_MS;
