import { deepEqual } from "@aws-cdk/cloudformation-diff";
import {
  collectReferences,
  collectStackOutputs,
  type Json,
  type TemplateResource,
} from "@greenroom/template";
import { applyDefaults } from "./apply-defaults";
import { isMention, type MovedOutput } from "./moved-outputs";
import { causesReplacement, isIdentity, isStateful } from "./resource-model";
import { safeguardsOf } from "./safeguards";
import type { TemplateChange } from "./template-change";
import { leafChanges, textOf } from "./template-text";

type Resources = Record<string, TemplateResource>;

/**
 * What sending the template `after` would do to a stack that was made from `before`; null stands for no
 * stack. Tells at least what CloudFormation's change set will: also resources that change only because
 * something they refer to is replaced, here or (`moved`) in another stack whose output they read.
 */
export function diffTemplates(
  before: object | null,
  after: object | null,
  moved: readonly MovedOutput[] = [],
): TemplateChange[] {
  return diffSettled(before && applyDefaults(before), after && applyDefaults(after), moved);
}

function diffSettled(
  before: object | null,
  after: object | null,
  moved: readonly MovedOutput[],
): TemplateChange[] {
  const resources = resourcesOf(after);
  const old = resourcesOf(before);
  const changes = new Map<string, TemplateChange>();
  for (const logicalId of new Set([...Object.keys(resources), ...Object.keys(old)])) {
    const change = ownChange(logicalId, old[logicalId], resources[logicalId]);
    if (change) changes.set(logicalId, change);
  }
  for (const output of moved) followOutput(changes, resources, output);
  followReferences(changes, resources);
  const order = [...Object.keys(resources), ...Object.keys(old)];
  return [...changes.values()]
    .map((change) => {
      const safeguards = safeguardsOf(change.action, old[change.logicalId], resources[change.logicalId]);
      return safeguards.length > 0 ? { ...change, safeguards } : change;
    })
    .sort((a, b) => order.indexOf(a.logicalId) - order.indexOf(b.logicalId));
}

const resourcesOf = (template: object | null): Resources =>
  (template as { Resources?: Resources } | null)?.Resources ?? {};

/** The change that is written in the templates themselves, and does not only follow from another resource. */
function ownChange(
  logicalId: string,
  old: TemplateResource | undefined,
  resource: TemplateResource | undefined,
): TemplateChange | null {
  if (old && resource) return contentChange(logicalId, old, resource);
  if (resource) return { ...unchanged(logicalId, resource), action: "CREATE" };
  if (!old) return null;
  return { ...unchanged(logicalId, old), action: keepsOnDelete(old.DeletionPolicy) ? "RETAIN" : "DELETE" };
}

function contentChange(
  logicalId: string,
  old: TemplateResource,
  resource: TemplateResource,
): TemplateChange | null {
  const change = unchanged(logicalId, resource);
  if (old.Type !== resource.Type) return { ...change, action: "REPLACE" };

  const properties: TemplateChange["properties"] = [];
  for (const [name, from, to] of differences(old.Properties, resource.Properties)) {
    const cause = causesReplacement(resource.Type, name);
    properties.push(...leafChanges(name, from, to).map((leaf) => ({ ...leaf, causesReplacement: cause })));
  }
  for (const [name, from, to] of differences(attributesOf(old), attributesOf(resource))) {
    const leaf = { path: name, before: textOf(name, from), after: textOf(name, to) };
    properties.push({ ...leaf, causesReplacement: "NEVER" });
  }
  return properties.length > 0 ? { ...change, properties, action: actionOf(properties) } : null;
}

type Entries = Record<string, Json | undefined>;

/** Entries that are not the same to CloudFormation, for which 10 is "10". */
function differences(before: Entries = {}, after: Entries = {}) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !deepEqual(before[name], after[name]))
    .map((name) => [name, before[name], after[name]] as const);
}

/** What a resource says beside its type and properties; the order of what it depends on says nothing. */
function attributesOf({ Type: _, Properties: __, ...attributes }: TemplateResource): Entries {
  const { DependsOn } = attributes;
  const needed = typeof DependsOn === "string" ? [DependsOn] : DependsOn;
  return { ...attributes, ...(needed && { DependsOn: needed.toSorted() }) };
}

function keepsOnDelete(policy: Json | undefined): boolean {
  return policy === "Retain" || policy === "RetainExceptOnCreate";
}

function actionOf(properties: TemplateChange["properties"]): TemplateChange["action"] {
  const causes = new Set(properties.map((property) => property.causesReplacement));
  return causes.has("ALWAYS") ? "REPLACE" : causes.has("MAYBE") ? "MAY_REPLACE" : "UPDATE";
}

const STRENGTH: TemplateChange["action"][] = ["UPDATE", "MAY_REPLACE", "REPLACE"];

/** Adds what changes because it reads an output of another stack that gets another value, or may. */
function followOutput(changes: Map<string, TemplateChange>, resources: Resources, output: MovedOutput): void {
  for (const [logicalId, resource] of Object.entries(resources)) {
    const known = changes.get(logicalId);
    if (known && !STRENGTH.includes(known.action)) continue;
    const affected = Object.entries((resource.Properties ?? {}) as Record<string, Json>).filter(([, value]) =>
      collectStackOutputs(value).some((mention) => isMention(mention, output)),
    );
    if (affected.length === 0) continue;
    const cause = { logicalId: output.label, action: output.isSure ? "REPLACE" : "MAY_REPLACE" } as const;
    changes.set(logicalId, followed(known ?? unchanged(logicalId, resource), affected, cause));
  }
}

/**
 * Adds what changes because a resource it refers to is (or may be) replaced, and what follows from that in
 * turn.
 */
function followReferences(changes: Map<string, TemplateChange>, resources: Resources): void {
  const pending = [...changes.values()];
  for (let cause = pending.shift(); cause; cause = pending.shift()) {
    if (!STRENGTH.includes(cause.action)) continue;
    for (const [logicalId, resource] of Object.entries(resources)) {
      const known = changes.get(logicalId);
      if (known && !STRENGTH.includes(known.action)) continue;
      const affected = affectedProperties(resource, cause);
      if (affected.length === 0) continue;
      const change = followed(known ?? unchanged(logicalId, resource), affected, cause);
      if (change.action === known?.action && change.properties.length === known.properties.length) continue;
      changes.set(logicalId, change);
      pending.push(change);
    }
  }
}

const unchanged = (logicalId: string, { Type }: TemplateResource): TemplateChange => ({
  logicalId,
  resourceType: Type,
  action: "UPDATE",
  isStateful: isStateful(Type),
  properties: [],
});

function affectedProperties(resource: TemplateResource, cause: TemplateChange): [string, Json][] {
  const isMoved = cause.action !== "UPDATE";
  return Object.entries((resource.Properties ?? {}) as Record<string, Json>).filter(([, value]) =>
    collectReferences(value).some(
      ({ name, attribute }) =>
        name === cause.logicalId && (isMoved || (attribute !== undefined && !isIdentity(attribute))),
    ),
  );
}

function followed(
  change: TemplateChange,
  affected: [string, Json][],
  cause: Pick<TemplateChange, "logicalId" | "action">,
): TemplateChange {
  const properties = [...change.properties];
  let action = change.action;
  for (const [name, value] of affected) {
    const replacement = causesReplacement(change.resourceType, name);
    const isSure = replacement === "ALWAYS" && cause.action === "REPLACE";
    const follows = isSure ? "REPLACE" : replacement === "NEVER" ? "UPDATE" : "MAY_REPLACE";
    if (STRENGTH.indexOf(follows) > STRENGTH.indexOf(action)) action = follows;
    if (properties.some(({ path }) => path === name || path.startsWith(`${name}.`))) continue;
    const text = textOf(name, value);
    const after = `${text} (new ${cause.logicalId})`;
    properties.push({ path: name, before: text, after, causesReplacement: replacement });
  }
  return { ...change, action, properties };
}
