import type { ResourceChange } from "@greenroom/provisioning/schema";

export type ChangeAction = ResourceChange["action"];

/** Most dangerous first: what an approver has to see stands on top. */
const SEVERITY: readonly ChangeAction[] = ["REPLACE", "DELETE", "MAY_REPLACE", "RETAIN", "UPDATE", "CREATE"];

/** Whether a change takes something away that is there today. */
export const isDestructive = (action: ChangeAction) =>
  action === "REPLACE" || action === "DELETE" || action === "MAY_REPLACE";

/** How many changes of each kind there are; kinds without any are absent. */
export function countChanges(
  changes: readonly Pick<ResourceChange, "action">[],
): { action: ChangeAction; count: number }[] {
  return SEVERITY.map((action) => ({
    action,
    count: changes.filter((change) => change.action === action).length,
  })).filter(({ count }) => count > 0);
}

/** The changes of each stack, in the order of the stacks, the most dangerous first. */
export function groupByStack(
  stackKeys: readonly string[],
  changes: readonly ResourceChange[],
): { stackKey: string; changes: ResourceChange[] }[] {
  const keys = [...new Set([...stackKeys, ...changes.map((change) => change.stackKey)])];
  return keys
    .map((stackKey) => ({
      stackKey,
      changes: changes
        .filter((change) => change.stackKey === stackKey)
        .sort(
          (a, b) =>
            SEVERITY.indexOf(a.action) - SEVERITY.indexOf(b.action) || a.logicalId.localeCompare(b.logicalId),
        ),
    }))
    .filter((group) => group.changes.length > 0);
}
