import type { ResolvedResource } from "@greenroom/template";
import type { Sandbox } from "../sandbox";
import type { Place } from "../state/store";
import type { RetainedResource, Submission } from "../state/types";

/**
 * What a stack once left behind under the very name that a resource is going to have, where the change set
 * was made with ImportExistingResources. CloudFormation takes over only what is named by its template and
 * kept by its DeletionPolicy (user guide, "Import AWS resources into a CloudFormation stack automatically").
 */
export function findLeftBehind(
  { store }: Sandbox,
  place: Place,
  submission: Submission | undefined,
  { type, properties, deletionPolicy }: ResolvedResource,
): RetainedResource | undefined {
  if (!submission?.importExisting || !deletionPolicy?.startsWith("Retain")) return undefined;
  const names = Object.values(properties);
  return store.retained.find((kept) => {
    const origin = store.stacks.get(kept.stackId);
    const isHere = origin?.accountId === place.accountId && origin.region === place.region;
    return isHere && kept.type === type && names.includes(kept.physicalId);
  });
}
