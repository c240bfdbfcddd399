import type { RawFinding } from "./finding";

/**
 * What to do about a family of cloudformation-validate's rules, for those that do not advise themselves.
 * Longest prefix wins.
 */
const REMEDIES: Record<string, string> = {
  F: "Correct the template where this points: CloudFormation refuses it as it is.",
  F3: "Correct the resource in the blueprint: its schema in CloudFormation does not allow this.",
  F3006:
    "Use a resource type that exists in this region, or add the type to the known exceptions if AWS has just released it.",
  E1: "Correct the intrinsic function or the template's outer structure in the blueprint.",
  F1: "Refer only to what the same template defines.",
  E2: "Correct the parameter or the property named here in the blueprint.",
  E3: "Correct the property named here in the blueprint: AWS would refuse the resource during deployment.",
  E2533: "Move the function to a runtime that Lambda still lets you create.",
  E6: "Correct the output in the blueprint.",
  F6: "Correct the output in the blueprint: it names something the resource does not have, or is not a text.",
  E8: "Correct the condition in the blueprint.",
  E9: "Correct the property or attribute named here in the blueprint.",
  W1: "Simplify the intrinsic function, or accept the finding beside the construct with a reason.",
  W2: "Narrow the setting named here, or accept the finding beside the construct with a reason.",
  W3: "Change the property named here, or accept the finding beside the construct with a reason.",
};
const OTHERWISE =
  "Change the resource in the blueprint, or accept the finding beside the construct with a reason.";

/** The rule's own advice where it has one, else ours for its family: never empty. */
export function remedyOf({ rule, advice }: Pick<RawFinding, "rule" | "advice">): string {
  if (advice) return advice;
  for (let length = rule.length; length > 0; length--) {
    const remedy = REMEDIES[rule.slice(0, length)];
    if (remedy) return remedy;
  }
  return OTHERWISE;
}
