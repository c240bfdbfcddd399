import { dependencyGraph, topologicalOrder } from "./dependency-graph";
import { parseTemplate } from "./parse-template";
import { collectReferences, dependsOn } from "./references";
import { createScope, isIncluded, resolveOutputs, resolveResource } from "./resolve-template";
import type { Environment, Scope, StackOutputReference } from "./scope";
import type { Json, Template } from "./template";

/** A stack as it is (to be) deployed. `dependsOn` names the keys of stacks that come before it. */
export interface StackSource {
  key: string;
  stackName: string;
  region: string;
  /** JSON or YAML text, or the parsed template. */
  template: string | object;
  dependsOn: readonly string[];
}

/** Resources of one type that need the same kinds of things: eight route associations are one group. */
interface ResourceGroup {
  type: string;
  /** Logical ids, the shortest first where none needs another. */
  members: string[];
  /**
   * Groups of the same stack (by place in its list) that these resources refer to, and by what: "Arn", "Ref",
   * "DependsOn".
   */
  needs: { group: number; via: string[] }[];
  /** Outputs of other stacks that these resources read. */
  reads: { source: string; outputs: string[] }[];
}

interface ArchitectureStack {
  key: string;
  stackName: string;
  region: string;
  /** In an order in which each comes after what it needs. */
  groups: ResourceGroup[];
}

/** One stack after another; `outputs` is empty when it only has to come later. */
interface StackLink {
  reader: string;
  source: string;
  outputs: string[];
}

/** What an environment is made of, as its templates tell it. */
export interface Architecture {
  stacks: ArchitectureStack[];
  links: StackLink[];
}

interface OpenStack extends StackSource {
  template: Template;
  scope: Scope;
  /** What the resource at hand reads; emptied between resources. */
  noted: Noted;
}
interface Noted {
  outputs: StackOutputReference[];
  imports: string[];
}
interface Read {
  source: string;
  output: string;
}

/**
 * Works out stacks, resources and what connects them from the templates alone: Ref, Fn::GetAtt, Fn::Sub and
 * DependsOn within a stack; Fn::GetStackOutput, Fn::ImportValue and the stated order between stacks. Names
 * that are computed are evaluated; what is read from a stack that is not among these is left out. Resources
 * whose condition is false do not exist. The order in which a template is written means nothing: a database
 * may give its keys back in another.
 * @throws TemplateError for a template that cannot be evaluated
 */
export function architectureOf(sources: readonly StackSource[]): Architecture {
  const stacks = sources.map(openStack);
  const find = finderOf(stacks);
  const keys = new Set(stacks.map(({ key }) => key));
  const drawn = stacks.map((stack) => {
    const resources = readResources(stack, find);
    return {
      reads: [...resources.values()].flatMap(({ reads }) => reads),
      stack: {
        key: stack.key,
        stackName: stack.stackName,
        region: stack.region,
        groups: groupsOf(resources, keys),
      },
    };
  });
  const links = stacks.flatMap(({ key, dependsOn: order }, index) => {
    const reads = bySource(drawn[index]?.reads ?? [], keys);
    const later = order.filter((source) => keys.has(source) && !reads.some((read) => read.source === source));
    return [...reads, ...later.map((source) => ({ source, outputs: [] as string[] }))].map((link) => ({
      reader: key,
      ...link,
    }));
  });
  return { stacks: drawn.map(({ stack }) => stack), links };
}

function openStack(source: StackSource): OpenStack {
  const written =
    typeof source.template === "string" ? parseTemplate(source.template) : fromObject(source.template);
  const template = { ...written, Resources: inOrder(written.Resources) };
  const noted: Noted = { outputs: [], imports: [] };
  const environment: Environment = {
    region: source.region,
    stackName: source.stackName,
    allowMissingParameters: true,
    stackOutput: (reference) => {
      noted.outputs.push(reference);
      return undefined;
    },
    importValue: (name) => {
      noted.imports.push(name);
      return undefined;
    },
  };
  return { ...source, template, noted, scope: createScope(template, environment) };
}

/** Short names first: they name what a stack is about. */
function inOrder<T>(resources: Record<string, T>): Record<string, T> {
  const ids = Object.keys(resources).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return Object.fromEntries(ids.map((id) => [id, resources[id] as T]));
}

function fromObject(template: object): Template {
  return { Parameters: {}, Mappings: {}, Conditions: {}, Resources: {}, Outputs: {}, ...template };
}

type Find = (noted: Noted, reader: OpenStack) => Read[];

/**
 * Leads from a stack's name or an export's name to the stack that has it. Exports are known within their
 * region.
 */
function finderOf(stacks: readonly OpenStack[]): Find {
  const place = (region: string, name: string) => `${region} ${name}`;
  const byName = new Map(stacks.map(({ key, region, stackName }) => [place(region, stackName), key]));
  const exports = new Map<string, Read>();
  for (const { key, region, scope } of stacks) {
    for (const [output, { exportName }] of Object.entries(resolveOutputs(scope))) {
      if (typeof exportName === "string") exports.set(place(region, exportName), { source: key, output });
    }
  }
  return (noted, reader) => {
    const outputs = noted.outputs.flatMap(({ stackName, outputName, region }) => {
      const source = byName.get(place(region, stackName));
      return source ? [{ source, output: outputName }] : [];
    });
    const imports = noted.imports.flatMap((name) => exports.get(place(reader.region, name)) ?? []);
    return [...outputs, ...imports].filter(({ source }) => source !== reader.key);
  };
}

interface OpenResource {
  type: string;
  /** Logical id → the ways it is referred to. */
  needs: Map<string, Set<string>>;
  reads: Read[];
}

/** The resources that will exist, each after what it needs. */
function readResources(stack: OpenStack, find: Find): Map<string, OpenResource> {
  const { template, scope, noted } = stack;
  const order = topologicalOrder(dependencyGraph(template, scope.conditions));
  const resources = new Map<string, OpenResource>();
  for (const id of order) {
    const resource = template.Resources[id];
    if (!resource || !isIncluded(resource.Condition, scope)) continue;
    noted.outputs.length = 0;
    noted.imports.length = 0;
    resolveResource(id, scope);
    const needs = new Map<string, Set<string>>();
    const note = (name: string, via: string) => {
      if (Object.hasOwn(template.Resources, name)) needs.set(name, (needs.get(name) ?? new Set()).add(via));
    };
    for (const { name, attribute } of collectReferences(resource.Properties as Json, scope.conditions)) {
      note(name, attribute ?? "Ref");
    }
    for (const name of dependsOn(template, id)) if (!needs.has(name)) note(name, "DependsOn");
    resources.set(id, { type: resource.Type, needs, reads: find(noted, stack) });
  }
  return resources;
}

/**
 * Resources are alike when they have the same type, need alike resources and read from the same stacks. As
 * each comes after what it needs, one pass decides.
 */
function groupsOf(resources: ReadonlyMap<string, OpenResource>, keys: ReadonlySet<string>): ResourceGroup[] {
  const groupOf = new Map<string, number>();
  const known = new Map<string, number>();
  const groups: ResourceGroup[] = [];
  for (const [id, { type, needs, reads }] of resources) {
    const targets = [...needs.keys()].map((name) => groupOf.get(name) ?? -1);
    const sources = reads.map(({ source }) => source);
    const likeness = JSON.stringify([type, sortedSet(targets), sortedSet(sources)]);
    const index = known.get(likeness) ?? groups.length;
    known.set(likeness, index);
    groupOf.set(id, index);
    groups[index] ??= { type, members: [], needs: [], reads: [] };
    groups[index].members.push(id);
  }
  for (const group of groups) {
    const members = group.members.map((id) => resources.get(id) as OpenResource);
    group.needs = mergeNeeds(members, groupOf);
    group.reads = bySource(
      members.flatMap(({ reads }) => reads),
      keys,
    );
  }
  return groups;
}

function mergeNeeds(members: readonly OpenResource[], groupOf: ReadonlyMap<string, number>) {
  const merged = new Map<number, Set<string>>();
  for (const { needs } of members) {
    for (const [name, vias] of needs) {
      const group = groupOf.get(name);
      if (group === undefined) continue;
      const all = merged.get(group) ?? new Set();
      for (const via of vias) all.add(via);
      merged.set(group, all);
    }
  }
  return [...merged].sort(([a], [b]) => a - b).map(([group, via]) => ({ group, via: [...via].sort() }));
}

/** What is read of each stack, in the order of the stacks' keys. */
function bySource(
  reads: readonly Read[],
  keys: ReadonlySet<string>,
): { source: string; outputs: string[] }[] {
  return [...keys].flatMap((key) => {
    const outputs = sortedSet(reads.filter(({ source }) => source === key).map(({ output }) => output));
    return outputs.length > 0 ? [{ source: key, outputs }] : [];
  });
}

const sortedSet = <T>(items: readonly T[]): T[] => [...new Set(items)].sort();
