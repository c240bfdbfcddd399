import { type App, Aws, CfnCondition, CfnParameter, Fn, type Stack, Token } from "aws-cdk-lib";
import { CfnRole } from "aws-cdk-lib/aws-iam";
import type { BlueprintContext } from "../model/blueprint";
import { type StackModel, stacksOf } from "../model/stack-model";
import { createStack, stackName } from "./create-stack";

/** A stack's other half: adds its resources. Only the synthesis child loads it. */
export interface StackBuilder<Spec> {
  model: StackModel<Spec>;
  build(stack: Stack, spec: Spec, context: BlueprintContext): void;
}

/** Adds every stack that is on, in its region, with its dependencies, tags and the permissions boundary of its roles. */
export function buildStacks<Spec>(
  app: App,
  builders: readonly StackBuilder<Spec>[],
  spec: Spec,
  context: BlueprintContext,
): void {
  const built = new Map<string, Stack>();
  const on = stacksOf(
    builders.map(({ model }) => model),
    spec,
  );
  for (const { model, build } of builders) {
    if (!on.includes(model)) continue;
    const region = model.region?.(spec, context) ?? context.region;
    const stack = createStack(app, model.key, { ...context, region }, model.summary.en);
    for (const needed of model.dependsOn) {
      const producer = built.get(needed);
      if (producer) stack.addStackDependency(producer);
    }
    build(stack, spec, context);
    boundRoles(stack);
    built.set(model.key, stack);
  }
}

/**
 * An output of another stack of the environment. CloudFormation reads it when this stack is deployed (Fn::GetStackOutput), which
 * locks nothing: Greenroom itself keeps the order. The producer must be among the reader's `dependsOn`.
 */
export function readOutput(
  reader: Stack,
  context: BlueprintContext,
  producer: string,
  output: string,
): string {
  const source = reader.dependencies.find((stack) => stack.node.id === producer);
  if (!source)
    throw new Error(`${reader.node.id} reads ${producer}, which is not among the stacks it depends on`);
  const region = source.region === reader.region ? undefined : source.region;
  return Fn.getStackOutput(stackName(context, producer), output, region);
}

/** An output that holds a list with commas between; its length is known from the spec. */
export function readListOutput(
  reader: Stack,
  context: BlueprintContext,
  producer: string,
  output: string,
  length: number,
): string[] {
  return Fn.split(",", readOutput(reader, context, producer, output), length);
}

/** An ARN in this stack's account; region and account can be overridden (empty for global services). */
export function arnOf(
  stack: Stack,
  service: string,
  resource: string,
  region: string = stack.region,
): string {
  return Fn.join("", ["arn:", Aws.PARTITION, `:${service}:${region}:${stack.account}:${resource}`]);
}

/** Every role takes the account's permissions boundary, when the account has one. */
function boundRoles(stack: Stack): void {
  const roles = stack.node.findAll().filter((construct) => construct instanceof CfnRole);
  if (roles.length === 0) return;
  const boundary = new CfnParameter(stack, "PermissionsBoundary", {
    type: "String",
    default: "",
    description: "ARN of the managed policy that bounds every role; empty for none",
  });
  const isBound = new CfnCondition(stack, "HasPermissionsBoundary", {
    expression: Fn.conditionNot(Fn.conditionEquals(boundary.valueAsString, "")),
  });
  const value = Token.asString(Fn.conditionIf(isBound.logicalId, boundary.valueAsString, Aws.NO_VALUE));
  for (const role of roles) role.permissionsBoundary = value;
}
