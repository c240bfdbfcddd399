import type { Change, ResourceChange, ResourceChangeDetail } from "@aws-sdk/client-cloudformation";
import { isIdentity, type PlannedResourceChange } from "@greenroom/template-analysis";

/**
 * What a change set will really do. CloudFormation also lists resources that read any attribute of a changed
 * one ("Dynamic"), as it cannot know that an ARN or id stays the same; those are left out unless the resource
 * they read is replaced.
 */
export function readChanges(changes: readonly Change[]): PlannedResourceChange[] {
  const resources = changes.flatMap((change) => change.ResourceChange ?? []);
  const moved = new Set<string>();
  for (let size = -1; size !== moved.size; ) {
    size = moved.size;
    for (const resource of resources)
      if (isMoved(resource, moved)) moved.add(resource.LogicalResourceId ?? "");
  }
  return resources.flatMap((resource) => {
    const action = actionOf(resource, moved);
    if (!action) return [];
    return [
      { logicalId: resource.LogicalResourceId ?? "", resourceType: resource.ResourceType ?? "", action },
    ];
  });
}

function actionOf(resource: ResourceChange, moved: Set<string>): PlannedResourceChange["action"] | null {
  const { Action, PolicyAction, Replacement, Details = [] } = resource;
  if (Action === "Add" || Action === "Import") return "CREATE";
  if (Action === "Remove") return PolicyAction === "Retain" ? "RETAIN" : "DELETE";
  const real = realDetails(resource, moved);
  if (Details.length > 0 && real.length === 0) return null;
  if (Replacement === "True") return "REPLACE";
  const mayReplace = Details.length === 0 || real.some(recreates);
  return Replacement === "Conditional" && mayReplace ? "MAY_REPLACE" : "UPDATE";
}

/**
 * Whether the resource may get another identity: it comes, goes, or may be replaced for a reason that counts.
 */
function isMoved(resource: ResourceChange, moved: Set<string>): boolean {
  const action = actionOf(resource, moved);
  return action !== null && action !== "UPDATE";
}

function realDetails({ Details = [] }: ResourceChange, moved: Set<string>): ResourceChangeDetail[] {
  return Details.filter(({ ChangeSource, CausingEntity = "" }) => {
    if (ChangeSource !== "ResourceAttribute") return true;
    const dot = CausingEntity.indexOf(".");
    const [logicalId, attribute] = [CausingEntity.slice(0, dot), CausingEntity.slice(dot + 1)];
    return moved.has(logicalId) || !isIdentity(attribute);
  });
}

function recreates({ Target }: ResourceChangeDetail): boolean {
  return Target?.RequiresRecreation !== undefined && Target.RequiresRecreation !== "Never";
}
