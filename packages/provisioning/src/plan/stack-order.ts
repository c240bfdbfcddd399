import { architectureOf } from "@greenroom/template";
import { describedStacks } from "../queries/described-stacks";
import type { EnvironmentRecord, RunSubject } from "./run-subject";

export interface StackOrder {
  key: string;
  /** Keys of stacks that come before it, and are deleted after it. */
  dependsOn: readonly string[];
}

/** The order among the stacks that a run carries out, and those that its plan takes away. */
export function stackOrderOf({ plan }: Pick<RunSubject, "plan">): StackOrder[] {
  return plan ? [...plan.stacks, ...plan.removed] : [];
}

/**
 * The order among the stacks that are there, for deleting them: what their own templates read of each other,
 * what the blueprint says of the spec that was deployed, and for a stack of which neither tells anything,
 * that it came after those before it. Never a circle: what would close one is left out, the least certain
 * first.
 */
export function orderOfDeployed({ blueprint, spec, stacks }: EnvironmentRecord): StackOrder[] {
  const described = describedStacks(blueprint, spec)?.stacks ?? [];
  const sources = stacks.map(({ key, stackName, region, template }) => ({
    key,
    stackName,
    region,
    template: template as object,
    dependsOn: [],
  }));
  const keys = new Set(stacks.map(({ key }) => key));
  const order = new Map<string, Set<string>>(stacks.map(({ key }) => [key, new Set()]));
  const add = (key: string, needed: string) => {
    if (keys.has(needed) && needed !== key && !reaches(order, needed, key)) order.get(key)?.add(needed);
  };
  for (const { reader, source } of architectureOf(sources).links) add(reader, source);
  for (const { key, dependsOn } of described) for (const needed of dependsOn) add(key, needed);
  for (const [index, { key }] of stacks.entries()) {
    const isKnown = order.get(key)?.size || described.some((stack) => stack.key === key);
    if (!isKnown) for (const earlier of stacks.slice(0, index)) add(key, earlier.key);
  }
  return stacks.map(({ key }) => ({ key, dependsOn: [...(order.get(key) ?? [])] }));
}

/** Whether `from` comes after `to`, however far. */
function reaches(order: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  if (from === to) return true;
  return [...(order.get(from) ?? [])].some((next) => reaches(order, next, to));
}
