import { createHash } from "node:crypto";
import { isObject, isUnknown } from "@greenroom/template";
import type { StackResource } from "./resolve-stacks";

/**
 * Digest of all that decides what resources cost: what is known of them, what their template says where it is
 * not, and what else the caller names. Two alike cost the same, even where nobody knows how much.
 */
export function fingerprint(resources: readonly StackResource[], ...others: unknown[]): string {
  const parts = resources.map(({ type, properties, existence, declared }) => [
    ...[type, properties, existence ?? null],
    declared && [
      declared.resource.Properties,
      declared.resource.Condition,
      declared.Conditions,
      declared.Mappings,
    ],
  ]);
  return createHash("sha256")
    .update(JSON.stringify([parts, others], canonical))
    .digest("hex")
    .slice(0, 32);
}

/**
 * A value that is not known is told by where it comes from. The order of keys says nothing, and tags cost
 * nothing.
 */
function canonical(this: Record<string, unknown>, key: string, value: unknown): unknown {
  const original = this[key];
  if (key === "Tags") return undefined;
  if (isUnknown(original)) return { unknown: original.causes };
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
