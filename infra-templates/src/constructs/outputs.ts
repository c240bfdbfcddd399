import { CfnOutput, Fn, type Stack } from "aws-cdk-lib";
import type { BlueprintContext } from "../model/blueprint";
import { stackName } from "./create-stack";

/** An output that other stacks and people read. `id` is its logical id too, so no resource may have it. */
export function addOutput(stack: Stack, id: string, value: string, description: string): void {
  new CfnOutput(stack, id, { value, description });
}

/**
 * An output of another stack of the environment. CloudFormation reads it when this stack is deployed
 * (Fn::GetStackOutput), which locks nothing: Greenroom itself keeps the order. The producer must be among the
 * reader's `dependsOn`.
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
