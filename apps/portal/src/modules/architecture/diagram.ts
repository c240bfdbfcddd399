import type { ArchitectureStack, ArchitectureView } from "@greenroom/provisioning/schema";

export type Group = ArchitectureStack["groups"][number];

export type DiagramNode =
  | { id: string; kind: "stack"; stack: ArchitectureStack }
  /** Resources of one kind within the stack that is open. */
  | { id: string; kind: "group"; stack: ArchitectureStack; group: Group; index: number }
  /** Another stack, at the edge of the one that is open. */
  | { id: string; kind: "neighbour"; stack: ArchitectureStack };

/** From what is needed to what needs it. */
export interface DiagramEdge {
  from: string;
  to: string;
  /** What is read: outputs or attributes; empty when one only comes after the other. */
  reads: readonly string[];
}

export interface Diagram {
  nodes: DiagramNode[];
  edges: DiagramEdge[];
}

/**
 * The stacks and what they read of each other. An order that others imply is left out: it would say nothing
 * new.
 */
export function stacksDiagram(view: ArchitectureView): Diagram {
  const readersOf = new Map<string, string[]>();
  for (const { reader, source } of view.links) {
    readersOf.set(source, [...(readersOf.get(source) ?? []), reader]);
  }
  const isImplied = (source: string, reader: string) =>
    (readersOf.get(source) ?? []).some(
      (between) => between !== reader && reaches(readersOf, between, reader),
    );
  return {
    nodes: view.stacks.map((stack) => ({ id: stack.key, kind: "stack", stack })),
    edges: view.links
      .filter(({ reader, source, outputs }) => outputs.length > 0 || !isImplied(source, reader))
      .map(({ reader, source, outputs }) => ({ from: source, to: reader, reads: outputs })),
  };
}

function reaches(
  next: ReadonlyMap<string, string[]>,
  from: string,
  to: string,
  seen = new Set<string>(),
): boolean {
  if (from === to) return true;
  if (seen.has(from)) return false;
  seen.add(from);
  return (next.get(from) ?? []).some((step) => reaches(next, step, to, seen));
}

/** One stack from inside: its resources by kind, and at its edge the stacks it reads from and is read by. */
export function resourcesDiagram(view: ArchitectureView, key: string): Diagram {
  const stack = view.stacks.find((candidate) => candidate.key === key);
  if (!stack) return { nodes: [], edges: [] };
  const neighbour = (one: string): DiagramNode[] =>
    view.stacks
      .filter((other) => other.key === one)
      .map((other) => ({ id: `stack ${one}`, kind: "neighbour", stack: other }));
  const sources = [...new Set(stack.groups.flatMap(({ reads }) => reads.map(({ source }) => source)))];
  return {
    nodes: [
      ...sources.flatMap(neighbour),
      ...stack.groups.map(
        (group, index): DiagramNode => ({ id: groupId(index), kind: "group", stack, group, index }),
      ),
    ],
    edges: stack.groups.flatMap((group, index) => [
      ...group.reads.map(({ source, outputs }) => ({
        from: `stack ${source}`,
        to: groupId(index),
        reads: outputs,
      })),
      ...group.needs.map((need) => ({
        from: groupId(need.group),
        to: groupId(index),
        reads: need.via.filter((via) => via !== "DependsOn"),
      })),
    ]),
  };
}

const groupId = (index: number) => `group ${index}`;

/** The resources of a group cost this much together; "0" when nothing of it costs anything. */
export function pricedMembers({ stack, group }: { stack: ArchitectureStack; group: Group }): {
  costs: string[];
  unpricedCount: number;
} {
  return {
    costs: group.members.flatMap((id) => stack.costs.resources[id] ?? []),
    unpricedCount: group.members.filter((id) => stack.costs.unpriced.includes(id)).length,
  };
}
