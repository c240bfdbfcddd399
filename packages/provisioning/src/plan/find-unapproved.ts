import type { PlannedResourceChange } from "@greenroom/template-analysis";
import type { ResourceChange } from "../schema";

type Action = ResourceChange["action"];

/** What an approved action permits: itself and anything gentler of the same kind. */
const PERMITS: Record<Action, readonly Action[]> = {
  CREATE: ["CREATE"],
  UPDATE: ["UPDATE"],
  MAY_REPLACE: ["UPDATE", "MAY_REPLACE", "REPLACE"],
  REPLACE: ["UPDATE", "MAY_REPLACE", "REPLACE"],
  DELETE: ["DELETE", "RETAIN"],
  RETAIN: ["RETAIN"],
};

export interface UnapprovedChange {
  logicalId: string;
  resourceType: string;
  /** What CloudFormation would do. */
  action: Action;
  /** What was approved for that resource; null when nothing was. */
  approved: Action | null;
}

/**
 * The first change of a change set that goes beyond the approved plan, or null. A change set may do less:
 * what is already as planned does not change again.
 */
export function findUnapproved(
  approved: readonly ResourceChange[],
  changeSet: readonly PlannedResourceChange[],
): UnapprovedChange | null {
  const approvedActions = new Map(approved.map((change) => [change.logicalId, change.action]));
  for (const { logicalId, resourceType, action } of changeSet) {
    const planned = approvedActions.get(logicalId) ?? null;
    if (planned === null || !PERMITS[planned].includes(action)) {
      return { logicalId, resourceType, action, approved: planned };
    }
  }
  return null;
}
