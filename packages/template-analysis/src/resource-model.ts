import { loadAwsServiceSpecSync } from "@aws-cdk/aws-service-spec";
import type { Resource, SpecDatabase } from "@aws-cdk/service-spec-types";

let specification: SpecDatabase | undefined;

/** AWS's published specification of a type; it is loaded once a process, which takes a second. */
function loadResourceModel(resourceType: string): Resource | undefined {
  specification ??= loadAwsServiceSpecSync();
  return specification.lookup("resource", "cloudFormationType", "equals", resourceType)[0];
}

/**
 * What a change of that top-level property does to the resource. Unknown types and properties: NEVER, as
 * CloudFormation's diff says.
 */
export function causesReplacement(resourceType: string, property: string): "ALWAYS" | "MAYBE" | "NEVER" {
  const cause = loadResourceModel(resourceType)?.properties[property]?.causesReplacement;
  return cause === "yes" ? "ALWAYS" : cause === "maybe" ? "MAYBE" : "NEVER";
}

/** Whether resources of the type hold data that deletion loses. */
export function isStateful(resourceType: string): boolean {
  return loadResourceModel(resourceType)?.isStateful ?? false;
}

/**
 * Whether an attribute stays the same as long as its resource is not replaced: identifiers do. CloudFormation
 * does not know, and lists whatever reads any attribute of a changed resource as "may change".
 */
export function isIdentity(attribute: string): boolean {
  return /(^|\.)\w*(Arn|Id|Url|Name)$/.test(attribute);
}
