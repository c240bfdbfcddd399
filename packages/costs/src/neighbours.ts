import { isUnknown, type ResolvedResource, type Value } from "@greenroom/template";
import type { ModelInput } from "./cost-model";
import { createPropertyReader, type PropertyReader } from "./properties";
import type { UsageFigure } from "./usage";

type Stack = Readonly<Record<string, ResolvedResource>>;

/** Referring resources of a stack, by what they refer to. Made once for a stack, a type and a property. */
const indexes = new WeakMap<Stack, Map<string, Map<string, Referrer[]>>>();

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
  return found(stack, type, property, logicalId, physicalName).map(({ properties }) => properties);
}

interface Referrer {
  logicalId: string;
  properties: PropertyReader;
}

function found(
  stack: Stack,
  type: string,
  property: string,
  logicalId: string,
  physicalName?: string,
): readonly Referrer[] {
  const index = indexOf(stack, type, property);
  const byName = physicalName === undefined ? [] : (index.get(`name ${physicalName}`) ?? []);
  return [...(index.get(`id ${logicalId}`) ?? []), ...byName];
}

/**
 * The resource of the stack that a value refers to, when it is of the type.
 * @param nameProperty the property that gives such a resource its name, for values that are the name itself
 */
export function referred(
  stack: Stack,
  value: Value | undefined,
  type: string,
  nameProperty?: string,
): Referrer | null {
  for (const logicalId of referencesIn(value)) {
    const resource = stack[logicalId];
    if (resource?.type === type) return { logicalId, properties: createPropertyReader(resource.properties) };
  }
  if (!nameProperty || typeof value !== "string") return null;
  for (const [logicalId, resource] of Object.entries(stack)) {
    const properties = createPropertyReader(resource.properties);
    if (resource.type === type && properties.text(nameProperty) === value) return { logicalId, properties };
  }
  return null;
}

/** What Application Auto Scaling keeps a dimension of a resource within. */
export interface ScalingBounds {
  minimum: number;
  maximum: number;
  /** Where it is on average: Infracost's usage `capacity` of the scaling target. */
  capacity: UsageFigure | null;
}

/** Bounds of Application Auto Scaling for a dimension of a resource of the stack. */
export function scalableBounds(
  { stack, logicalId, usageOf }: ModelInput,
  dimension: string,
  resourceId?: string,
): ScalingBounds[] {
  const type = "AWS::ApplicationAutoScaling::ScalableTarget";
  return found(stack, type, "ResourceId", logicalId, resourceId).flatMap((target) => {
    if (target.properties.text("ScalableDimension") !== dimension) return [];
    const minimum = target.properties.number("MinCapacity");
    const maximum = target.properties.number("MaxCapacity");
    if (minimum === undefined || maximum === undefined) return [];
    const capacity = usageOf(target.logicalId).get("capacity");
    return [{ minimum, maximum: Math.max(minimum, maximum), capacity }];
  });
}

function indexOf(stack: Stack, type: string, property: string): Map<string, Referrer[]> {
  const ofStack = indexes.get(stack) ?? new Map<string, Map<string, Referrer[]>>();
  indexes.set(stack, ofStack);
  const key = `${type} ${property}`;
  const index = ofStack.get(key) ?? buildIndex(stack, type, property);
  ofStack.set(key, index);
  return index;
}

function buildIndex(stack: Stack, type: string, property: string): Map<string, Referrer[]> {
  const index = new Map<string, Referrer[]>();
  for (const [logicalId, resource] of Object.entries(stack)) {
    if (resource.type !== type) continue;
    const referrer = { logicalId, properties: createPropertyReader(resource.properties) };
    const value = referrer.properties.value(property);
    const keys = typeof value === "string" ? [`name ${value}`] : referencesIn(value).map((id) => `id ${id}`);
    for (const key of keys) {
      const known = index.get(key);
      if (known) known.push(referrer);
      else index.set(key, [referrer]);
    }
  }
  return index;
}

/** Logical ids within the causes of an unknown value: "Group" and "Group.Arn" both stand for Group. */
function referencesIn(value: Value | undefined): string[] {
  if (!isUnknown(value)) return [];
  return [...new Set(value.causes.map((cause) => cause.split(".")[0] as string))];
}
