import { isObject, type TemplateResource } from "@greenroom/template";
import type { TemplateChange } from "./template-change";

type Safeguard = NonNullable<TemplateChange["safeguards"]>[number];

/**
 * Types that CloudFormation takes a last snapshot of; on others the policy is refused. Source: its
 * DeletionPolicy reference.
 */
const SNAPSHOT_TYPES = /^AWS::(DocDB|EC2::Volume|ElastiCache|Neptune|RDS|Redshift)/;

/**
 * What stands between a resource and the loss of its data when this change is carried out. CloudFormation
 * asks the new template what to do with the replaced one, and the old template what to do with one that is
 * removed; protection is that of what exists.
 */
export function safeguardsOf(
  action: TemplateChange["action"],
  before: TemplateResource | undefined,
  after: TemplateResource | undefined,
): Safeguard[] {
  if (!before || (action !== "REPLACE" && action !== "MAY_REPLACE" && action !== "DELETE")) return [];
  const policy = action === "DELETE" ? before.DeletionPolicy : after?.UpdateReplacePolicy;
  const properties = before.Properties ?? {};
  const found: Safeguard[] = [];
  if (policy === "Retain" || policy === "RetainExceptOnCreate") found.push("KEPT");
  if (policy === "Snapshot" && SNAPSHOT_TYPES.test(before.Type)) found.push("SNAPSHOT");
  if (properties.DeletionProtectionEnabled === true || properties.DeletionProtection === true)
    found.push("PROTECTED");
  const replicas = Array.isArray(properties.Replicas) ? properties.Replicas : [];
  if ([properties, ...replicas].some(hasPointInTimeRecovery)) found.push("POINT_IN_TIME");
  return found;
}

function hasPointInTimeRecovery(holder: unknown): boolean {
  const specification = isObject(holder) ? holder.PointInTimeRecoverySpecification : undefined;
  return isObject(specification) && specification.PointInTimeRecoveryEnabled === true;
}
