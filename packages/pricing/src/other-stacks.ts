import { isUnknown, type ResolvedResource, Unknown, type Value } from "@greenroom/template";

type Stack = Readonly<Record<string, ResolvedResource>>;

/**
 * What means the same in every stack: paths of the parameter store, dynamic references, pseudo parameters.
 */
const EVERYWHERE = /^(\/|\{\{|AWS::)/;

/**
 * A value as another stack sees it: "AppSubnet1" of the stack "network" is "network/AppSubnet1" there, since
 * the other may have a resource or parameter of that name itself.
 */
export function qualifyUnknowns(value: Value, key: string): Value {
  if (isUnknown(value)) {
    const causes = value.causes.map((cause) => outsideName(cause, key));
    return new Unknown(causes, value.isInput);
  }
  if (Array.isArray(value)) return value.map((one) => qualifyUnknowns(one, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, qualifyUnknowns(one, key)]));
}

const outsideName = (cause: string, key: string) =>
  EVERYWHERE.test(cause) || cause.includes("/") ? cause : `${key}/${cause}`;

const stacksBeside = new WeakMap<Stack, ReadonlyMap<string, Stack>>();

/** Lets what is asked of one stack's resources find those of the stacks that are priced with it. */
export function linkStacks(stacks: ReadonlyMap<string, Stack>): void {
  for (const stack of stacks.values()) stacksBeside.set(stack, stacks);
}

/**
 * The resource of another given stack that a cause such as "network/AppSubnet1" or "network/Topic.Arn" names.
 */
export function resourceOfOtherStack(stack: Stack, cause: string): ResolvedResource | undefined {
  const at = cause.lastIndexOf("/");
  if (at < 1) return undefined;
  const [logicalId = ""] = cause.slice(at + 1).split(".");
  return stacksBeside.get(stack)?.get(cause.slice(0, at))?.[logicalId];
}
