import type { JsonObject } from "@greenroom/template";
import { detectsDrift } from "../resources/drift-support";
import type { StackResource, Submission } from "../state/types";

/*
 * A change set that undoes drift compares three things: the new template, the deployed one and what is there
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/drift-aware-change-sets.html). No recording
 * of one was found.
 */

/** Whether the resource was deleted behind CloudFormation's back and is to be created again. */
export const isGone = ({ type, live }: StackResource, submission: Submission | undefined): boolean =>
  submission?.revertDrift === true && live === null && detectsDrift(type);

/** What the new properties are compared with: what was declared, or what is there of it. */
export function comparedProperties(
  { type, properties, live }: StackResource,
  submission: Submission | undefined,
): JsonObject {
  if (!submission?.revertDrift || live === null || !detectsDrift(type)) return properties;
  return Object.fromEntries(
    Object.keys(properties).flatMap((name) => {
      const value = live[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
