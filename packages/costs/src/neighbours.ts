import { isUnknown, type ResolvedResource, type Value } from "@greenroom/template";
import { createPropertyReader, type PropertyReader } from "./properties";

type Stack = Readonly<Record<string, ResolvedResource>>;

export interface Neighbour {
  logicalId: string;
  properties: PropertyReader;
}

type Index = Map<string, Neighbour[]>;

/** Resources of a type, by what a property of theirs refers to or says. Made once for a stack, a type and a property. */
const indexes = new WeakMap<Stack, Map<string, Index>>();

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
  return [...(index.get(`id ${logicalId}`) ?? []), ...byName].map(({ properties }) => properties);
}

/**
 * The resource of the stack that a value refers to, when it is of the type.
 * @param nameProperty the property that names such a resource, when the value may be that name written out
 */
export function referred(
  stack: Stack,
  value: Value | undefined,
  type: string,
  nameProperty?: string,
): Neighbour | null {
  for (const logicalId of referencesIn(value)) {
    const resource = stack[logicalId];
    if (resource?.type === type) return { logicalId, properties: createPropertyReader(resource.properties) };
  }
  if (nameProperty === undefined || typeof value !== "string") return null;
  return indexOf(stack, type, nameProperty).get(`name ${value}`)?.[0] ?? null;
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

function indexOf(stack: Stack, type: string, property: string): Index {
  const ofStack = indexes.get(stack) ?? new Map<string, Index>();
  indexes.set(stack, ofStack);
  const key = `${type} ${property}`;
  const index = ofStack.get(key) ?? buildIndex(stack, type, property);
  ofStack.set(key, index);
  return index;
}

function buildIndex(stack: Stack, type: string, property: string): Index {
  const index: Index = new Map();
  for (const [logicalId, resource] of Object.entries(stack)) {
    if (resource.type !== type) continue;
    const found = { logicalId, properties: createPropertyReader(resource.properties) };
    const value = found.properties.value(property);
    const keys = typeof value === "string" ? [`name ${value}`] : referencesIn(value).map((id) => `id ${id}`);
    for (const key of keys) {
      const same = index.get(key);
      if (same) same.push(found);
      else index.set(key, [found]);
    }
  }
  return index;
}

/** Logical ids within the causes of an unknown value: "Group" and "Group.Arn" both stand for Group. */
function referencesIn(value: Value | undefined): string[] {
  if (!isUnknown(value)) return [];
  return [...new Set(value.causes.map((cause) => cause.split(".")[0] as string))];
}
