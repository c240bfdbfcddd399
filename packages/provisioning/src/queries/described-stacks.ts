import { findBlueprint, type StackDescription } from "@greenroom/infra-templates/catalog";
import type { Usage } from "@greenroom/pricing/usage";

/**
 * What a blueprint says of a stored spec's stacks; null when it no longer knows the blueprint or takes the
 * spec.
 */
export function describedStacks(
  blueprint: string,
  spec: unknown,
): { stacks: readonly StackDescription[]; usage: Usage } | null {
  const model = findBlueprint(blueprint);
  const parsed = model?.specSchema.safeParse(spec);
  if (!model || !parsed?.success) return null;
  return { stacks: model.stacks(parsed.data), usage: model.usage(parsed.data) };
}
