import { findUnknowns, isObject, isUnknown, type ResolvedResource, type Value } from "@greenroom/template";
import { COST_MODELS } from "./models";
import { resolveStacks, type StackTemplate } from "./resolve-stacks";

/** A property that a price depends on and that only deployment will know, by what it comes from. */
export interface UnknownInput {
  stackKey: string;
  logicalId: string;
  /** As the model names it: "BlockDeviceMappings[].Ebs.VolumeSize". */
  property: string;
  /** Names of exports, outputs of other stacks, or attributes of custom resources and nested stacks. */
  causes: string[];
}

/** What answers with values of its own, which nothing here can know. */
const ANSWERING = /^(Custom::|AWS::CloudFormation::(CustomResource|Stack)$)/;

/**
 * What an estimate of these stacks leaves at its default because the value comes from outside of them: another stack's export, a
 * custom resource. Ids of resources beside it do not count, nor do parameters, which have values or are asked for.
 * @throws AppError TEMPLATE_INVALID for a template that cannot be read
 */
export function findUnknownInputs(stacks: readonly StackTemplate[]): UnknownInput[] {
  return resolveStacks(stacks).flatMap((resources, index) => {
    const stackKey = stacks[index]?.key ?? "";
    return Object.entries(resources).flatMap(([logicalId, { type, properties }]) =>
      (COST_MODELS.get(type)?.reads ?? []).flatMap((property) => {
        const unknowns = valuesAt(properties, property.split(".")).flatMap((value) => findUnknowns(value));
        const causes = unknowns.flatMap((one) => one.causes).filter((cause) => isOutside(cause, resources));
        return causes.length > 0 ? [{ stackKey, logicalId, property, causes: [...new Set(causes)] }] : [];
      }),
    );
  });
}

function valuesAt(value: Value | undefined, [part, ...rest]: readonly string[]): Value[] {
  if (value === undefined) return [];
  if (part === undefined || isUnknown(value)) return [value];
  const isList = part.endsWith("[]");
  if (!isObject(value)) return [];
  const next = (value as Record<string, Value>)[isList ? part.slice(0, -2) : part];
  if (!isList || !Array.isArray(next)) return valuesAt(next, rest);
  return next.flatMap((item) => valuesAt(item, rest));
}

function isOutside(cause: string, resources: Readonly<Record<string, ResolvedResource>>): boolean {
  if (cause.startsWith("AWS::")) return false;
  const beside = resources[cause.split(".")[0] as string];
  return beside ? ANSWERING.test(beside.type) : true;
}
