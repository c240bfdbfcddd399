import type { ArchitectureStack, ArchitectureView, ResourceChange } from "@greenroom/provisioning/schema";

/** A planned architecture with the resources that the plan takes away, which its templates no longer hold. */
export function withRemoved(view: ArchitectureView, changes: readonly ResourceChange[]): ArchitectureView {
  const planned = new Set(
    view.stacks.flatMap(({ key, groups }) =>
      groups.flatMap(({ members }) => members.map((id) => `${key} ${id}`)),
    ),
  );
  const removed = changes.filter(({ stackKey, logicalId }) => !planned.has(`${stackKey} ${logicalId}`));
  if (removed.length === 0) return view;
  const known = view.stacks.map(({ key }) => key);
  const gone = [...new Set(removed.map(({ stackKey }) => stackKey))].filter((key) => !known.includes(key));
  const groupsOf = (key: string) => groupByType(removed.filter(({ stackKey }) => stackKey === key));
  return {
    ...view,
    stacks: [
      ...view.stacks.map((stack) => ({ ...stack, groups: [...stack.groups, ...groupsOf(stack.key)] })),
      ...gone.map((key) => ({
        key,
        stackName: "",
        region: view.homeRegion,
        title: null,
        groups: groupsOf(key),
        costs: { monthlyUsd: "0", resources: {}, unpriced: [] },
        plannedCount: null,
      })),
    ],
  };
}

function groupByType(removed: readonly ResourceChange[]): ArchitectureStack["groups"] {
  const types = [...new Set(removed.map(({ resourceType }) => resourceType))];
  return types.map((type) => ({
    type,
    members: removed.filter(({ resourceType }) => resourceType === type).map(({ logicalId }) => logicalId),
    needs: [],
    reads: [],
  }));
}
