import type { Role } from "@greenroom/identity/schema";

export const REQUEST_STATUSES = [
  "DRAFT",
  "PLANNING",
  "PENDING_APPROVAL",
  "APPROVED",
  "REJECTED",
  "WITHDRAWN",
  "EXPIRED",
] as const;
export type RequestStatus = (typeof REQUEST_STATUSES)[number];
export const REQUEST_KINDS = ["CREATE", "CHANGE", "DESTROY"] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

interface StatusRule {
  to: readonly RequestStatus[];
  /** open: somebody or something still has to act. closed: nothing more happens to it. */
  phase: "open" | "closed";
  tone: "neutral" | "progress" | "attention" | "good" | "bad";
}

export const REQUEST_TRANSITIONS = {
  DRAFT: { to: ["PLANNING", "WITHDRAWN"], phase: "open", tone: "neutral" },
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

export const REQUEST_ACTIONS = ["approve", "reject", "withdraw"] as const;
export type RequestAction = (typeof REQUEST_ACTIONS)[number];

/** What a budget asks of whoever would approve, the milder first: to be a platform engineer, or to leave it. */
export const BUDGET_HOLDS = ["APPROVE", "BLOCK"] as const;
export type BudgetHold = (typeof BUDGET_HOLDS)[number];

/**
 * What a person may do to a request: deciders decide on others' requests only, and approve what no budget keeps them from; the
 * requester may withdraw.
 */
export function allowedActions(
  status: RequestStatus,
  role: Role | null,
  isRequester: boolean,
  heldByBudget: BudgetHold | null = null,
): readonly RequestAction[] {
  if (role === null || !isOpen(status)) return [];
  const actions: RequestAction[] = [];
  const decides = role === "APPROVER" || role === "PLATFORM_ENGINEER";
  if (status === "PENDING_APPROVAL" && decides && !isRequester) {
    const isHeld = heldByBudget === "BLOCK" || (heldByBudget === "APPROVE" && role !== "PLATFORM_ENGINEER");
    if (!isHeld) actions.push("approve");
    actions.push("reject");
  }
  if (isRequester || role === "PLATFORM_ENGINEER") actions.push("withdraw");
  return actions;
}
