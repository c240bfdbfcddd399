// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a program for another context is given as text
import { createHash } from "node:crypto";
import { runInNewContext } from "node:vm";
import { type Environment, isObject, parseTemplate, type Template, TemplateError } from "@greenroom/template";
import { readAttribute } from "../resources/attributes";
import type { Sandbox } from "../sandbox";
import type { Place } from "../state/store";
import type { Stack, StackParameter, StackResource, Submission } from "../state/types";

/** Longest evaluation of one AllowedPattern: a hostile pattern must not stop the sandbox. */
const PATTERN_TIMEOUT_MS = 100;

/** The stack a template is evaluated for, which may not exist yet. */
export type Subject = Place & Pick<Stack, "stackId" | "stackName" | "resources">;

/** A submission never changes, and its template is asked for at every step. */
const parsed = new WeakMap<Submission, Template>();

/** The template that is deployed or to be deployed, parsed. Not to be changed. */
export function templateOf(submission: Submission): Template {
  return parsed.get(submission) ?? rememberTemplate(submission, parseTemplate(submission.processedTemplate));
}

/** Spares the next `templateOf` the parsing. */
export function rememberTemplate(submission: Submission, template: Template): Template {
  parsed.set(submission, template);
  return template;
}

/** The environment in which a stack's template is evaluated: its own resources, other stacks, the region. */
export function environmentOf(
  sandbox: Sandbox,
  stack: Subject,
  submission: { parameters: StackParameter[]; notificationArns: string[] },
): Environment {
  const values = submission.parameters.map(({ ParameterKey, ParameterValue }) => [
    ParameterKey,
    ParameterValue,
  ]);
  return {
    region: stack.region,
    accountId: stack.accountId,
    stackName: stack.stackName,
    stackId: stack.stackId,
    notificationArns: submission.notificationArns,
    parameters: Object.fromEntries(values) as Record<string, string>,
    matchesPattern,
    ref: (logicalId) => {
      const resource = stack.resources.get(logicalId);
      return resource && exists(resource) ? resource.physicalId : undefined;
    },
    getAtt: (logicalId, attribute) => {
      const resource = stack.resources.get(logicalId);
      if (!resource || !exists(resource)) return undefined;
      return readAttribute(resource.live ?? resource.properties, attribute, resource.physicalId);
    },
    importValue: (name) => {
      const found = findExport(sandbox, stack, name);
      if (!found) throw new TemplateError(`No export named ${name} found`);
      return found.value;
    },
    stackOutput: ({ stackName, outputName, region }) => {
      const other = sandbox.store.findStack({ accountId: stack.accountId, region }, stackName);
      const output = other?.outputs.find(({ OutputKey }) => OutputKey === outputName);
      if (!other) throw new TemplateError(`Stack [${stackName}] in ${region} does not exist`);
      if (!output)
        throw new TemplateError(`Stack [${stackName}] in ${region} has no output named ${outputName}`);
      return output.OutputValue;
    },
    ssmParameter: (name) => ssmParameter(sandbox, stack, name),
  };
}

/** Is there a usable physical resource behind this entry of the stack? */
export function exists({ physicalId, status }: StackResource): boolean {
  return physicalId !== "" && !["CREATE_FAILED", "DELETE_COMPLETE", "DELETE_SKIPPED"].includes(status);
}

/** An export of the account and region, with the stack it belongs to. */
export function findExport(
  sandbox: Sandbox,
  place: Place,
  name: string,
): { value: string; stack: Stack } | undefined {
  for (const stack of sandbox.store.stacksIn(place)) {
    if (stack.status === "DELETE_COMPLETE") continue;
    const output = stack.outputs.find(({ ExportName }) => ExportName === name);
    if (output) return { value: output.OutputValue, stack };
  }
  return undefined;
}

/** Names of the stacks that import this export. */
export function importersOf(sandbox: Sandbox, place: Place, exportName: string): string[] {
  return sandbox.store
    .stacksIn(place)
    .filter((stack) => stack.status !== "DELETE_COMPLETE" && stack.imports.includes(exportName))
    .map((stack) => stack.stackName);
}

/**
 * The value of a parameter that a stack of the sandbox made, or of one of AWS's public ones under
 * /aws/service.
 */
export function findSsmParameter(sandbox: Sandbox, place: Place, name: string): string | undefined {
  for (const stack of sandbox.store.stacksIn(place)) {
    for (const { type, physicalId, live } of stack.resources.values()) {
      if (type === "AWS::SSM::Parameter" && physicalId === name && live) return String(live.Value);
    }
  }
  if (name.startsWith("/aws/service/")) {
    return `ami-0${createHash("sha256").update(`${place.region}${name}`).digest("hex").slice(0, 16)}`;
  }
  return undefined;
}

function ssmParameter(sandbox: Sandbox, place: Place, name: string): string {
  const found = findSsmParameter(sandbox, place, name);
  if (found !== undefined) return found;
  throw new TemplateError(`Unable to fetch parameters [${name}] from parameter store for this account.`);
}

function matchesPattern(pattern: string, value: string): boolean {
  try {
    return runInNewContext(
      "new RegExp(`^(?:${pattern})$`).test(value)",
      { pattern, value },
      {
        timeout: PATTERN_TIMEOUT_MS,
      },
    ) as boolean;
  } catch (error) {
    const isTimeout = isObject(error) && error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
    if (isTimeout)
      throw new TemplateError(`Template error: AllowedPattern ${pattern} takes too long to evaluate`);
    // Java's dialect, which JavaScript cannot read: do not refuse a good value for it.
    return true;
  }
}
