// The package has no entry for it, and its own dependency, the published resource specification, is the one truth about types.
import { loadResourceModel } from "@aws-cdk/cloudformation-diff/lib/diff/util.js";

/** What a change of that top-level property does to the resource. Unknown types and properties: NEVER, as CloudFormation's diff says. */
export function causesReplacement(resourceType: string, property: string): "ALWAYS" | "MAYBE" | "NEVER" {
  const cause = loadResourceModel(resourceType)?.properties[property]?.causesReplacement;
  return cause === "yes" ? "ALWAYS" : cause === "maybe" ? "MAYBE" : "NEVER";
}

/** Whether resources of the type hold data that deletion loses. */
export function isStateful(resourceType: string): boolean {
  return loadResourceModel(resourceType)?.isStateful ?? false;
}

/**
 * Whether an attribute stays the same as long as its resource is not replaced: identifiers do. CloudFormation does not know, and
 * lists whatever reads any attribute of a changed resource as "may change".
 */
export function isIdentity(attribute: string): boolean {
  return /(^|\.)\w*(Arn|Id|Url|Name)$/.test(attribute);
}
