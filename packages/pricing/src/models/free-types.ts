import { type Message, message } from "@greenroom/messages";
import type { NotPriced } from "../cost-model";
import { FREE_TYPES } from "./free-type-names";
import { FREE_UNLESS } from "./free-unless";

const IDENTITY: Message = message("pricing.free.identity");
const HOOKS: Message = message("pricing.free.deploymentHook");
/**
 * Custom resources of the CDK that change or empty what is in the template and make nothing of their own.
 * What any other makes nobody knows, so no model stands for it.
 * https://github.com/aws/aws-cdk/tree/main/packages/%40aws-cdk/custom-resource-handlers
 */
const CDK_HOOKS =
  /^Custom::(S3AutoDeleteObjects|S3BucketNotifications|VpcRestrictDefaultSG|ECRAutoDeleteImages)$/;

const REASONS: ReadonlyMap<string, Message> = new Map(
  FREE_TYPES.flatMap(({ reason, types }) =>
    Object.entries(types).flatMap(([service, names]) =>
      names.split(" ").map((name) => [`AWS::${service}::${name}`, reason] as const),
    ),
  ),
);

/**
 * Types that are free unless `FREE_UNLESS` names a property that is set, by name; those of IAM are free
 * beside them.
 */
export const FREE_TYPE_NAMES: ReadonlySet<string> = new Set(REASONS.keys());

/** Properties that make a resource of a free type cost something that is not priced; none for the others. */
export function freeUnless(type: string): readonly NotPriced[] {
  return FREE_UNLESS[type]?.properties ?? [];
}

/** Why resources of a type cost nothing in any form, or null when the type is not known to be free. */
export function freeReason(type: string): Message | null {
  if (type.startsWith("AWS::IAM::")) return IDENTITY;
  if (CDK_HOOKS.test(type)) return HOOKS;
  return REASONS.get(type) ?? null;
}
