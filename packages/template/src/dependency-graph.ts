import { collectReferences, dependsOn } from "./references";
import type { Json, Template } from "./template";
import { TemplateError } from "./template-error";
import type { Value } from "./unknown";

/** Logical id → the logical ids it needs first. */
export type DependencyGraph = Map<string, Set<string>>;

/**
 * What each resource needs before it: Ref, Fn::GetAtt, Fn::Sub and DependsOn. With `conditions`, resources
 * whose condition is false are left out and only the branches of Fn::If that apply are followed.
 */
export function dependencyGraph(template: Template, conditions?: Record<string, Value>): DependencyGraph {
  const included = Object.entries(template.Resources).filter(
    ([, resource]) => !resource.Condition || conditions?.[resource.Condition] !== false,
  );
  const ids = new Set(included.map(([id]) => id));
  const graph: DependencyGraph = new Map();
  for (const [id, resource] of included) {
    const names = collectReferences((resource.Properties ?? {}) as Json, conditions).map(({ name }) => name);
    const needs = [...names, ...dependsOn(template, id)].filter((name) => ids.has(name));
    graph.set(id, new Set(needs));
  }
  return graph;
}

/**
 * Logical ids so that each comes after everything it needs; ties keep the order of the template.
 * @throws TemplateError "Circular dependency between resources: [...]"
 */
export function topologicalOrder(graph: DependencyGraph): string[] {
  const waiting = new Map([...graph].map(([id, needs]) => [id, needs.size]));
  const dependents = new Map<string, string[]>();
  for (const [id, needs] of graph) {
    for (const need of needs) dependents.set(need, [...(dependents.get(need) ?? []), id]);
  }
  const order = [...graph.keys()].filter((id) => waiting.get(id) === 0);
  for (let next = 0; next < order.length; next++) {
    const done = order[next] as string;
    waiting.delete(done);
    for (const id of dependents.get(done) ?? []) {
      const left = (waiting.get(id) ?? 0) - 1;
      waiting.set(id, left);
      if (left === 0) order.push(id);
    }
  }
  if (waiting.size > 0) {
    throw new TemplateError(`Circular dependency between resources: [${inCycle(graph, waiting).join(", ")}]`);
  }
  return order;
}

/** Of the resources that could not be ordered, those that stand on a cycle rather than merely behind one. */
function inCycle(graph: DependencyGraph, waiting: Map<string, number>): string[] {
  const stuck = new Set(waiting.keys());
  const stuckNeeds = (id: string) => [...(graph.get(id) ?? [])].filter((need) => stuck.has(need));
  const neededBy = new Map<string, number>();
  for (const need of [...stuck].flatMap(stuckNeeds)) neededBy.set(need, (neededBy.get(need) ?? 0) + 1);
  const loose = [...stuck].filter((id) => !neededBy.has(id));
  // The list grows while it is read: taking one away may leave another that nothing needs.
  for (const id of loose) {
    stuck.delete(id);
    for (const need of stuckNeeds(id)) {
      const left = (neededBy.get(need) ?? 0) - 1;
      neededBy.set(need, left);
      if (left === 0) loose.push(need);
    }
  }
  return [...stuck];
}
