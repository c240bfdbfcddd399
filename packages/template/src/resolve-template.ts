import { resolveConditions } from "./conditions";
import { resolveParameters } from "./parameters";
import { resolveValue } from "./resolve-value";
import { type Environment, partitionOf, type Scope } from "./scope";
import type { Json, JsonObject, Template } from "./template";
import { isUnknown, type Unknown, unknown, type Value } from "./unknown";

export interface ResolvedResource {
  type: string;
  properties: Record<string, Value>;
  dependsOn: string[];
  /** Name of the condition on the resource, when there is one. */
  condition?: string;
  /** What decides whether there is such a resource, when its condition is not known. */
  existence?: Unknown;
  /** Delete (default), Retain, Snapshot or RetainExceptOnCreate. */
  deletionPolicy?: string;
  updateReplacePolicy?: string;
  metadata?: JsonObject;
}

export interface ResolvedOutput {
  value: Value;
  description?: string;
  exportName?: Value;
}

export interface ResolvedTemplate {
  /**
   * Resources that will exist: those whose condition is false are left out, those of unknown condition are
   * in.
   */
  resources: Record<string, ResolvedResource>;
  outputs: Record<string, ResolvedOutput>;
  conditions: Record<string, Value>;
  parameters: Record<string, Value>;
}

/**
 * Parameters, pseudo parameters and conditions of a template in an environment: what `resolveValue` works
 * with.
 * @throws TemplateError with CloudFormation's text for bad parameters or conditions.
 */
export function createScope(template: Template, environment: Environment): Scope {
  const { region, accountId = "000000000000", stackName = "stack" } = environment;
  const partition = partitionOf(region);
  const scope: Scope = {
    template,
    environment,
    parameters: resolveParameters(template, environment),
    conditions: {},
    pseudoParameters: {
      "AWS::AccountId": accountId,
      "AWS::NotificationARNs": environment.notificationArns ?? [],
      "AWS::Partition": partition,
      "AWS::Region": region,
      "AWS::StackId": environment.stackId ?? unknown("AWS::StackId"),
      "AWS::StackName": stackName,
      "AWS::URLSuffix": partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com",
    },
  };
  scope.conditions = resolveConditions(scope);
  return scope;
}

/**
 * Resolves a whole template.
 * @throws TemplateError with CloudFormation's text for anything that cannot be evaluated.
 */
export function resolveTemplate(template: Template, environment: Environment): ResolvedTemplate {
  const scope = createScope(template, environment);
  const { conditions, parameters } = scope;
  const resources = Object.keys(template.Resources)
    .filter((id) => isIncluded(template.Resources[id]?.Condition, scope))
    .map((id) => [id, resolveResource(id, scope)] as const);
  return {
    resources: Object.fromEntries(resources),
    outputs: resolveOutputs(scope),
    conditions,
    parameters,
  };
}

/** False only when the condition is known to be false. */
export function isIncluded(condition: string | undefined, scope: Scope): boolean {
  return !condition || scope.conditions[condition] !== false;
}

/** One resource with all its properties resolved. */
export function resolveResource(logicalId: string, scope: Scope): ResolvedResource {
  const declared = scope.template.Resources[logicalId];
  if (!declared) throw new Error(`The template has no resource ${logicalId}`);
  const deletionPolicy = resolvePolicy(declared.DeletionPolicy, scope);
  const updateReplacePolicy = resolvePolicy(declared.UpdateReplacePolicy, scope);
  const { DependsOn = [], Condition, Metadata } = declared;
  const existence = Condition ? scope.conditions[Condition] : true;
  return {
    type: declared.Type,
    properties: (resolveValue((declared.Properties ?? {}) as Json, scope) ?? {}) as Record<string, Value>,
    dependsOn: Array.isArray(DependsOn) ? DependsOn : [DependsOn],
    ...(Condition && { condition: Condition }),
    ...(isUnknown(existence) && { existence }),
    ...(deletionPolicy && { deletionPolicy }),
    ...(updateReplacePolicy && { updateReplacePolicy }),
    ...(Metadata && { metadata: Metadata }),
  };
}

function resolvePolicy(policy: Json | undefined, scope: Scope): string | undefined {
  const resolved = policy === undefined ? undefined : resolveValue(policy, scope);
  return typeof resolved === "string" ? resolved : undefined;
}

/** The outputs that apply, resolved; an output without a value (AWS::NoValue) is left out. */
export function resolveOutputs(scope: Scope): Record<string, ResolvedOutput> {
  const outputs: Record<string, ResolvedOutput> = {};
  for (const [name, output] of Object.entries(scope.template.Outputs)) {
    if (!isIncluded(output.Condition, scope)) continue;
    const value = resolveValue(output.Value, scope);
    if (value === undefined) continue;
    const exportName = output.Export ? resolveValue(output.Export.Name, scope) : undefined;
    outputs[name] = {
      value,
      ...(output.Description && { description: output.Description }),
      ...(exportName !== undefined && { exportName }),
    };
  }
  return outputs;
}
