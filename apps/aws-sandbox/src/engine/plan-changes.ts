import {
  createScope,
  dependencyGraph,
  isUnknown,
  type Json,
  type JsonObject,
  type ResolvedResource,
  resolveOutputs,
  resolveResource,
  type Scope,
  type Template,
  topologicalOrder,
  unknown,
  type Value,
} from "@greenroom/template";
import type { Sandbox } from "../sandbox";
import type { Stack, StackResource, Submission } from "../state/types";
import { isSame } from "./canonical";
import { environmentOf, exists, templateOf } from "./environment";
import { findLeftBehind } from "./left-behind";
import { maskedValues } from "./no-echo";
import {
  type Detail,
  type DetailContext,
  detailOfAttribute,
  detailsOfProperty,
  type Outcome,
  replacementOf,
} from "./plan-details";
import { comparedProperties, isGone } from "./revert-drift";

export interface Plan {
  /** As DescribeChangeSet lists them, by logical id. */
  changes: Json[];
  /** False when executing the submission would do nothing at all. */
  hasChanges: boolean;
}

/**
 * What deploying the submission would do to the stack, found by evaluating the new template against the
 * resources as they are: what is new or replaced has no known Ref or attributes yet, and that spreads to
 * those who refer to it.
 * @param withValues As with IncludePropertyValues: attributes of resources changed in place count as they are
 * now.
 */
export function planChanges(
  sandbox: Sandbox,
  stack: Stack,
  submission: Submission,
  withValues: boolean,
): Plan {
  const template = templateOf(submission);
  const deployed = stack.deployed ? templateOf(stack.deployed) : undefined;
  const outcomes = new Map<string, Outcome>();
  const outcomeOf = (logicalId: string): Outcome => outcomes.get(logicalId) ?? "new";
  const scope = planScope(sandbox, stack, submission, template, outcomeOf, withValues);
  const context: DetailContext = {
    conditions: scope.conditions,
    changedParameters: changedParameters(stack.deployed, submission),
    outcomeOf,
    withValues,
  };
  const mask = maskedValues(submission, stack.deployed);
  const changes = new Map<string, JsonObject>();
  for (const id of topologicalOrder(dependencyGraph(template, scope.conditions))) {
    const next = resolveResource(id, scope);
    const current = stack.resources.get(id);
    if (!current || !exists(current) || isGone(current, submission)) {
      outcomes.set(id, "new");
      const kept = findLeftBehind(sandbox, stack, submission, next);
      changes.set(id, added(id, next, withValues, kept?.physicalId));
      continue;
    }
    const details = compare(
      sandbox,
      {
        id,
        current,
        before: comparedProperties(current, submission),
        next,
        template,
        deployed,
        tags: submission.tags,
      },
      context,
    );
    const replacement = replacementOf(details);
    outcomes.set(id, details.length === 0 ? "same" : replacement === "True" ? "replaced" : "modified");
    if (details.length > 0) changes.set(id, modified(id, current, next, details, replacement, withValues));
  }
  for (const current of stack.resources.values()) {
    if (!exists(current)) continue;
    if (!outcomes.has(current.logicalId)) changes.set(current.logicalId, removed(current, withValues));
  }
  const listed = [...changes]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, change]) => masked(change, mask));
  const hasChanges = listed.length > 0 || settingsChange(stack, submission, scope);
  return { changes: listed.map((ResourceChange) => ({ Type: "Resource", ResourceChange })), hasChanges };
}

/** Values of NoEcho parameters are hidden; ids and names of the change itself stay. */
function masked(change: JsonObject, mask: ReturnType<typeof maskedValues>): JsonObject {
  const { Details = [], BeforeContext, AfterContext } = change;
  return {
    ...change,
    Details: mask(Details),
    ...(BeforeContext !== undefined && { BeforeContext: mask(BeforeContext) }),
    ...(AfterContext !== undefined && { AfterContext: mask(AfterContext) }),
  };
}

function planScope(
  sandbox: Sandbox,
  stack: Stack,
  submission: Submission,
  template: Template,
  outcomeOf: (logicalId: string) => Outcome,
  withValues: boolean,
): Scope {
  const environment = environmentOf(sandbox, stack, submission);
  const isPending = (id: string) => outcomeOf(id) === "new" || outcomeOf(id) === "replaced";
  return createScope(template, {
    ...environment,
    ref: (id) => (isPending(id) ? unknown(id) : environment.ref?.(id)),
    getAtt: (id, attribute) => {
      const mayChange = isPending(id) || (outcomeOf(id) === "modified" && !withValues);
      return mayChange ? unknown(`${id}.${attribute}`) : environment.getAtt?.(id, attribute);
    },
  });
}

function changedParameters(deployed: Submission | undefined, submission: Submission): Set<string> {
  const before = new Map(deployed?.parameters.map((parameter) => [parameter.ParameterKey, parameter]));
  const changed = submission.parameters.filter(
    (parameter) => !isSame(before.get(parameter.ParameterKey), parameter),
  );
  return new Set(changed.map(({ ParameterKey }) => ParameterKey));
}

interface Comparison {
  id: string;
  current: StackResource;
  before: JsonObject;
  next: ResolvedResource;
  template: Template;
  deployed: Template | undefined;
  tags: Submission["tags"];
}

function compare(sandbox: Sandbox, comparison: Comparison, context: DetailContext): Detail[] {
  const { id, current, before, next, template, deployed, tags } = comparison;
  const textBefore = deployed?.Resources[id]?.Properties ?? {};
  const textAfter = template.Resources[id]?.Properties ?? {};
  const names = [...new Set([...Object.keys(before), ...Object.keys(next.properties)])];
  const details = names.flatMap((name) =>
    detailsOfProperty(
      {
        name,
        textBefore: textBefore[name],
        textAfter: textAfter[name],
        before: before[name],
        after: next.properties[name],
        recreation: sandbox.specification.recreation(current.type, name, before[name], next.properties[name]),
      },
      context,
    ),
  );
  const isTaggable = sandbox.specification.isTaggable(current.type);
  if (isTaggable && !isSame(current.stackTags, tags)) details.push(detailOfAttribute("Tags"));
  if (!isSame(current.metadata, next.metadata)) details.push(detailOfAttribute("Metadata"));
  if (!isSame(current.deletionPolicy, next.deletionPolicy)) details.push(detailOfAttribute("DeletionPolicy"));
  if (!isSame(current.updateReplacePolicy, next.updateReplacePolicy)) {
    details.push(detailOfAttribute("UpdateReplacePolicy"));
  }
  return details;
}

/** @param kept physical id of what is taken over instead of being created */
function added(id: string, next: ResolvedResource, withValues: boolean, kept?: string): JsonObject {
  return {
    Action: kept === undefined ? "Add" : "Import",
    LogicalResourceId: id,
    ...(kept !== undefined && { PhysicalResourceId: kept }),
    ResourceType: next.type,
    Scope: [],
    Details: [],
    ...(withValues && { AfterContext: contextOf(next.properties) }),
  };
}

function modified(
  id: string,
  current: StackResource,
  next: ResolvedResource,
  details: Detail[],
  replacement: string,
  withValues: boolean,
): JsonObject {
  const policy = replacePolicy(next.updateReplacePolicy);
  return {
    ...(replacement !== "False" && { PolicyAction: policy }),
    Action: "Modify",
    LogicalResourceId: id,
    PhysicalResourceId: current.physicalId,
    ResourceType: current.type,
    Replacement: replacement,
    Scope: [...new Set(details.map(({ Target }) => Target.Attribute))],
    Details: details.map((one) => ({ ...one })),
    ...(withValues && {
      BeforeContext: contextOf(current.properties),
      AfterContext: contextOf(next.properties),
    }),
  };
}

function removed(current: StackResource, withValues: boolean): JsonObject {
  const policy = current.deletionPolicy;
  return {
    PolicyAction: policy === "Retain" || policy === "Snapshot" ? policy : "Delete",
    Action: "Remove",
    LogicalResourceId: current.logicalId,
    PhysicalResourceId: current.physicalId,
    ResourceType: current.type,
    Scope: [],
    Details: [],
    ...(withValues && { BeforeContext: contextOf(current.properties) }),
  };
}

function replacePolicy(policy: string | undefined): string {
  if (policy === "Retain") return "ReplaceAndRetain";
  return policy === "Snapshot" ? "ReplaceAndSnapshot" : "ReplaceAndDelete";
}

function contextOf(properties: Record<string, Value>): string {
  return JSON.stringify({ Properties: properties });
}

/** Outputs, tags and notification targets can change without any resource changing. */
function settingsChange(stack: Stack, submission: Submission, scope: Scope): boolean {
  const { deployed } = stack;
  if (!deployed) return true;
  if (!isSame(deployed.tags, submission.tags)) return true;
  if (!isSame(deployed.notificationArns, submission.notificationArns)) return true;
  const next = Object.entries(resolveOutputs(scope));
  if (next.length !== stack.outputs.length) return true;
  return next.some(([name, output]) => {
    const current = stack.outputs.find(({ OutputKey }) => OutputKey === name);
    const isNew = isUnknown(output.value) || outputText(output.value) !== current?.OutputValue;
    return isNew || output.exportName !== current?.ExportName || output.description !== current?.Description;
  });
}

/** Outputs are strings, whatever the template computed. */
export function outputText(value: Value): string {
  return typeof value === "string" ? value : Array.isArray(value) ? value.join(",") : JSON.stringify(value);
}
