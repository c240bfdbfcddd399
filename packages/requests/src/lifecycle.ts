import { type ActionRule, actionsIn, type Permission } from "@greenroom/identity/permissions";

export const REQUEST_STATUSES = [
  "PLANNING",
  "PENDING_APPROVAL",
  "APPROVED",
  "REJECTED",
  "WITHDRAWN",
  "EXPIRED",
] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];
export const REQUEST_KINDS = ["CREATE", "CHANGE", "REVERT", "DESTROY"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

interface StatusRule {
  to: readonly RequestStatus[];
  /** open: somebody or something still has to act. closed: nothing more happens to it. */
  phase: "open" | "closed";
  tone: "neutral" | "progress" | "attention" | "good" | "bad";
}

export const REQUEST_TRANSITIONS = {
  /** A plan that fails sends the request back to REJECTED with Greenroom's reason. */
  PLANNING: { to: ["PENDING_APPROVAL", "REJECTED", "WITHDRAWN"], phase: "open", tone: "progress" },
  PENDING_APPROVAL: {
    to: ["APPROVED", "REJECTED", "WITHDRAWN", "EXPIRED", "PLANNING"],
    phase: "open",
    tone: "attention",
  },
  APPROVED: { to: [], phase: "closed", tone: "good" },
  REJECTED: { to: [], phase: "closed", tone: "bad" },
  WITHDRAWN: { to: [], phase: "closed", tone: "neutral" },
  EXPIRED: { to: [], phase: "closed", tone: "neutral" },
} as const satisfies Record<RequestStatus, StatusRule>;

export const isOpen = (status: RequestStatus): boolean => REQUEST_TRANSITIONS[status].phase === "open";

/** Statuses in which a request still holds its name and networks. */
export const OPEN_REQUEST_STATUSES = REQUEST_STATUSES.filter(isOpen);

export const canTransition = (from: RequestStatus, to: RequestStatus): boolean =>
  (REQUEST_TRANSITIONS[from].to as readonly RequestStatus[]).includes(to);

/** What people do to a request. */
const ACTIONS = {
  approve: { permission: "request.decide", statuses: ["PENDING_APPROVAL"] },
  reject: { permission: "request.decide", statuses: ["PENDING_APPROVAL"] },
  withdraw: { permission: "request.withdraw", statuses: OPEN_REQUEST_STATUSES },
} as const satisfies Record<string, ActionRule<RequestStatus>>;
export type RequestAction = keyof typeof ACTIONS;
export const REQUEST_ACTIONS = Object.keys(ACTIONS) as RequestAction[];

/**
 * What a budget asks of whoever would approve, the milder first: to be a platform engineer, or to leave it.
 */
export const BUDGET_HOLDS = ["APPROVE", "BLOCK"] as const;
export type BudgetHold = (typeof BUDGET_HOLDS)[number];

/** Whether a budget keeps somebody with these permissions from approving. */
export const isHeldBack = (hold: BudgetHold | null, permissions: ReadonlySet<Permission>): boolean =>
  hold === "BLOCK" || (hold === "APPROVE" && !permissions.has("request.approveOverBudget"));

/** What somebody may do to a request now, by what they may do to it at all (`permissionsOn`). */
export function allowedActions(
  { status, heldByBudget }: { status: RequestStatus; heldByBudget: BudgetHold | null },
  permissions: ReadonlySet<Permission>,
): RequestAction[] {
  return actionsIn(ACTIONS, status, permissions).filter(
    (action) => action !== "approve" || !isHeldBack(heldByBudget, permissions),
  );
}
