import { isUnknown, type ResolvedResource, type Unknown, unknown, type Value } from "@greenroom/template";
import type { ModelInput } from "./cost-model";
import { resourceOfOtherStack } from "./other-stacks";
import { createPropertyReader, type PropertyReader } from "./properties";
import { readUnknown } from "./unknown-reads";
import type { UsageFigure } from "./usage";

type Stack = Readonly<Record<string, ResolvedResource>>;

interface Neighbour {
  logicalId: string;
  properties: PropertyReader;
}

type Index = Map<string, Neighbour[]>;

/** Key of those that may refer to anything: what they name comes from outside of the stack. */
const ELSEWHERE = "elsewhere";
/**
 * Resources of a type, by what a property of theirs refers to or says. Made once for a stack, a type and a
 * property.
 */
const indexes = new WeakMap<Stack, Map<string, Index>>();

/**
 * The resources of a type whose property names a resource of the stack, by Ref, Fn::GetAtt or within a text
 * made of them, or by the resource's own name.
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

function found(
  stack: Stack,
  type: string,
  property: string,
  logicalId: string,
  physicalName?: string,
): readonly Neighbour[] {
  const index = indexOf(stack, type, property);
  const byName = physicalName === undefined ? [] : (index.get(`name ${physicalName}`) ?? []);
  const certain = [...(index.get(`id ${logicalId}`) ?? []), ...byName];
  const perhaps = (index.get(ELSEWHERE) ?? []).filter((one) => {
    const value = one.properties.value(property);
    return isUnknown(value) && readUnknown(value, "presence", property, false) === true;
  });
  return [...new Set([...certain, ...perhaps])];
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
): Neighbour | null {
  for (const logicalId of referencesIn(value)) {
    const resource = stack[logicalId];
    if (resource?.type === type) return { logicalId, properties: createPropertyReader(resource.properties) };
  }
  for (const cause of isUnknown(value) ? value.causes : []) {
    const resource = resourceOfOtherStack(stack, cause);
    if (resource?.type === type)
      return { logicalId: "", properties: createPropertyReader(resource.properties) };
  }
  const named = nameProperty && typeof value === "string" && indexOf(stack, type, nameProperty);
  const found = named ? named.get(`name ${value as string}`)?.[0] : undefined;
  return found ?? outsider(stack, value, type);
}

/**
 * One that lies outside of the stack counts as none, unless a watch asks what it might say: nobody here
 * knows.
 */
function outsider(stack: Stack, value: Value | undefined, type: string): Neighbour | null {
  // A subnet gives no public address unless its own template is there and says so: nearly every template
  // takes its subnets from outside.
  if (type === "AWS::EC2::Subnet" && !(isUnknown(value) && value.isInput)) return null;
  const isNamed = typeof value === "string" && value !== "";
  const source = isNamed ? unknownOf(stack, value) : value;
  if (!isUnknown(source) || readUnknown(source, "presence", type, false) !== true) return null;
  return { logicalId: "", properties: createPropertyReader(source) };
}

const outside = new WeakMap<Stack, Map<string, Unknown>>();

function unknownOf(stack: Stack, name: string): Unknown {
  const ofStack = outside.get(stack) ?? new Map<string, Unknown>();
  outside.set(stack, ofStack);
  const source = ofStack.get(name) ?? unknown(name);
  ofStack.set(name, source);
  return source;
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
    const referrer = { logicalId, properties: createPropertyReader(resource.properties) };
    const value = referrer.properties.value(property);
    const ids = referencesIn(value);
    const isElsewhere = ids.some(
      (id) => !id.startsWith("AWS::") && !Object.hasOwn(stack, id) && !resourceOfOtherStack(stack, id),
    );
    const keys = typeof value === "string" ? [`name ${value}`] : ids.map((id) => `id ${id}`);
    if (isElsewhere) keys.push(ELSEWHERE);
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
