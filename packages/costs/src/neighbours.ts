import { isUnknown, type ResolvedResource, type Value } from "@greenroom/template";
import { createPropertyReader, type PropertyReader } from "./properties";

type Stack = Readonly<Record<string, ResolvedResource>>;

/** Referring resources of a stack, by what they refer to. Made once for a stack, a type and a property. */
const indexes = new WeakMap<Stack, Map<string, Map<string, PropertyReader[]>>>();

/**
 * The resources of a type whose property names a resource of the stack, by Ref, Fn::GetAtt or within a text made of them, or by
 * the resource's own name.
 * @param physicalName the name that the template gives the resource, if any, as the property would hold it
 */
export function referrers(
  stack: Stack,
  type: string,
  property: string,
  logicalId: string,
  physicalName?: string,
): readonly PropertyReader[] {
  const index = indexOf(stack, type, property);
  const byName = physicalName === undefined ? [] : (index.get(`name ${physicalName}`) ?? []);
  return [...(index.get(`id ${logicalId}`) ?? []), ...byName];
}

/** The resource of the stack that a value refers to, when it is of the type. */
export function referred(
  stack: Stack,
  value: Value | undefined,
  type: string,
): { logicalId: string; properties: PropertyReader } | null {
  for (const logicalId of referencesIn(value)) {
    const resource = stack[logicalId];
    if (resource?.type === type) return { logicalId, properties: createPropertyReader(resource.properties) };
  }
  return null;
}

/** Bounds of Application Auto Scaling for a dimension of a resource of the stack. */
export function scalableBounds(
  stack: Stack,
  logicalId: string,
  dimension: string,
  resourceId?: string,
): { minimum: number; maximum: number }[] {
  const type = "AWS::ApplicationAutoScaling::ScalableTarget";
  return referrers(stack, type, "ResourceId", logicalId, resourceId).flatMap((target) => {
    if (target.text("ScalableDimension") !== dimension) return [];
    const minimum = target.number("MinCapacity");
    const maximum = target.number("MaxCapacity");
    return minimum === undefined || maximum === undefined
      ? []
      : [{ minimum, maximum: Math.max(minimum, maximum) }];
  });
}

function indexOf(stack: Stack, type: string, property: string): Map<string, PropertyReader[]> {
  const ofStack = indexes.get(stack) ?? new Map<string, Map<string, PropertyReader[]>>();
  indexes.set(stack, ofStack);
  const key = `${type} ${property}`;
  const index = ofStack.get(key) ?? buildIndex(stack, type, property);
  ofStack.set(key, index);
  return index;
}

function buildIndex(stack: Stack, type: string, property: string): Map<string, PropertyReader[]> {
  const index = new Map<string, PropertyReader[]>();
  for (const resource of Object.values(stack)) {
    if (resource.type !== type) continue;
    const reader = createPropertyReader(resource.properties);
    const value = reader.value(property);
    const keys = typeof value === "string" ? [`name ${value}`] : referencesIn(value).map((id) => `id ${id}`);
    for (const key of keys) {
      const found = index.get(key);
      if (found) found.push(reader);
      else index.set(key, [reader]);
    }
  }
  return index;
}

/** Logical ids within the causes of an unknown value: "Group" and "Group.Arn" both stand for Group. */
function referencesIn(value: Value | undefined): string[] {
  if (!isUnknown(value)) return [];
  return [...new Set(value.causes.map((cause) => cause.split(".")[0] as string))];
}
