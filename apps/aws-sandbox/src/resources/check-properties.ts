import type { Resource } from "@aws-cdk/service-spec-types";
import type { JsonObject } from "@greenroom/template";

/**
 * Why these properties cannot make a resource of the type, in the words of AWS's resource handlers: a
 * property that the type does not know, or a required one that is absent. Types of values are not checked.
 */
export function propertyProblem(
  logicalId: string,
  properties: JsonObject,
  spec?: Resource,
): string | undefined {
  if (!spec) return undefined;
  const problems = [
    ...Object.keys(properties)
      .filter((name) => !Object.hasOwn(spec.properties, name))
      .map((name) => `#: extraneous key [${name}] is not permitted`),
    ...Object.entries(spec.properties)
      .filter(([name, { required }]) => required && properties[name] === undefined)
      .map(([name]) => `#: required key [${name}] not found`),
  ];
  if (problems.length === 0) return undefined;
  return `Properties validation failed for resource ${logicalId} with message:\n${problems.join("\n")}`;
}
