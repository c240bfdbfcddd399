import { type App, Aws, CfnCondition, CfnParameter, Fn, type Stack, Token } from "aws-cdk-lib";
import { CfnRole } from "aws-cdk-lib/aws-iam";
import { createStack } from "../constructs/create-stack";
import type { BlueprintContext } from "../model/blueprint";
import { type StackList, stacksOf } from "../model/stack-list";

/** A stack's other half: adds its resources. Only the synthesis child loads it. */
export type StackBuilder<Spec> = (stack: Stack, spec: Spec, context: BlueprintContext) => void;

/** A blueprint's other half: the templates of its stacks. */
export interface BlueprintTemplates {
  /**
   * Adds the stacks of a spec to the app, keyed as in `BlueprintModel.stacks`; a stack's construct id is its
   * key.
   */
  build(app: App, spec: unknown, context: BlueprintContext): void;
}

/** The templates of these stacks: what does not compile until each of them has its builder. */
export function templatesOf<Spec, Key extends string>(
  list: StackList<Spec, Key>,
  builders: Record<NoInfer<Key>, StackBuilder<NoInfer<Spec>>>,
): BlueprintTemplates {
  return {
    build: (app, spec, context) => buildStacks(app, list, builders, list.specSchema.parse(spec), context),
  };
}

/**
 * Adds every stack that is on, in its region, with its dependencies, tags and the permissions boundary of its
 * roles.
 */
function buildStacks<Spec, Key extends string>(
  app: App,
  { stacks }: StackList<Spec, Key>,
  builders: Record<Key, StackBuilder<Spec>>,
  spec: Spec,
  context: BlueprintContext,
): void {
  const built = new Map<string, Stack>();
  for (const model of stacksOf(stacks, spec)) {
    const region = model.region?.(spec, context) ?? context.region;
    const stack = createStack(app, model.key, { ...context, region }, model.summary.en);
    for (const needed of model.dependsOn) {
      const producer = built.get(needed);
      if (producer) stack.addStackDependency(producer);
    }
    builders[model.key](stack, spec, context);
    boundRoles(stack);
    built.set(model.key, stack);
  }
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
