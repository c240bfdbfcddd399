import type { ResourceChange } from "@greenroom/provisioning/schema";
import { meaningOf } from "./meaning";

export type ChangeAction = ResourceChange["action"];

/** Most dangerous first: what an approver has to see stands on top. */
const SEVERITY: readonly ChangeAction[] = ["REPLACE", "DELETE", "MAY_REPLACE", "RETAIN", "UPDATE", "CREATE"];

/** Whether a change takes something away that is there today. */
export const isDestructive = (action: ChangeAction) =>
  action === "REPLACE" || action === "DELETE" || action === "MAY_REPLACE";

const TAGS = /^\w*Tags?(List)?(\.|$)/;

/**
 * Whether nothing but tags change: another end of life is a new tag on every resource, and hides what
 * matters.
 */
export const isTagsOnly = ({ action, properties }: ResourceChange): boolean =>
  action === "UPDATE" && properties.length > 0 && properties.every(({ path }) => TAGS.test(path));

/** How many changes of each kind there are, tags aside; kinds without any are absent. */
export function countChanges(changes: readonly ResourceChange[]): { action: ChangeAction; count: number }[] {
  const counted = changes.filter((change) => !isTagsOnly(change));
  return SEVERITY.map((action) => ({
    action,
    count: counted.filter((change) => change.action === action).length,
  })).filter(({ count }) => count > 0);
}

/** Resources of one type to which the same happens: told once, with all their names. */
export type ChangeGroup = [ResourceChange, ...ResourceChange[]];

export interface StackChanges {
  stackKey: string;
  changes: ResourceChange[];
  /** The most dangerous first. */
  groups: ChangeGroup[];
  /** Changes of tags alone, told in one line. */
  tagsOnly: ResourceChange[];
}

/** The changes of each stack: stacks that lose something first, then in the order they are built. */
export function groupByStack(
  stackKeys: readonly string[],
  changes: readonly ResourceChange[],
): StackChanges[] {
  const keys = [...new Set([...stackKeys, ...changes.map((change) => change.stackKey)])];
  return keys
    .map((stackKey) => {
      const own = changes.filter((change) => change.stackKey === stackKey);
      return {
        stackKey,
        changes: own,
        groups: groupAlike(own.filter((change) => !isTagsOnly(change))),
        tagsOnly: own.filter(isTagsOnly),
      };
    })
    .filter((stack) => stack.changes.length > 0)
    .sort((a, b) => gravityOf(a.groups[0]) - gravityOf(b.groups[0]));
}

function groupAlike(changes: readonly ResourceChange[]): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>();
  for (const change of changes) {
    const { resourceType, action, safeguards } = change;
    const likeness = JSON.stringify([resourceType, action, safeguards]);
    const known = groups.get(likeness);
    if (known) known.push(change);
    else groups.set(likeness, [change]);
  }
  // What is equally grave stays in the order of the template, where causes come before what follows from
  // them.
  return [...groups.values()].sort(
    ([a], [b]) => rankOf(a) - rankOf(b) || SEVERITY.indexOf(a.action) - SEVERITY.indexOf(b.action),
  );
}

/** Data that is lost, then what interrupts, then whatever else is taken away, then the rest. */
function rankOf(change: ResourceChange): number {
  if (!isDestructive(change.action)) return 3;
  const meaning = meaningOf(change);
  return meaning?.isLoss ? 0 : meaning ? 1 : 2;
}

/** Stacks without a danger keep the order they are built in. */
const gravityOf = (group: ChangeGroup | undefined): number => (group ? rankOf(group[0]) : 3);

/** A property that changes on some resources of a group. */
export interface PropertyChange {
  path: string;
  causesReplacement: ResourceChange["properties"][number]["causesReplacement"];
  /** One value where all change alike, else one for each resource. */
  values: { logicalIds: string[]; before: string | null; after: string | null }[];
}

const CAUSES = ["ALWAYS", "MAYBE", "NEVER"] as const;

/** What changes in a group, each property once: what causes a replacement first, tags last. */
export function propertiesOf(group: ChangeGroup): PropertyChange[] {
  const merged = new Map<string, PropertyChange>();
  for (const { logicalId, properties } of group) {
    for (const { path, before, after, causesReplacement } of properties) {
      const known = merged.get(path) ?? { path, causesReplacement, values: [] };
      merged.set(path, known);
      const same = known.values.find((value) => value.before === before && value.after === after);
      if (same) same.logicalIds.push(logicalId);
      else known.values.push({ logicalIds: [logicalId], before, after });
    }
  }
  const rank = ({ path, causesReplacement }: PropertyChange) =>
    TAGS.test(path) ? CAUSES.length : CAUSES.indexOf(causesReplacement);
  return [...merged.values()].sort((a, b) => rank(a) - rank(b));
}
