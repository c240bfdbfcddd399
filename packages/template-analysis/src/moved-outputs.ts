import {
  collectReferences,
  collectStackOutputs,
  type Json,
  type StackOutputMention,
} from "@greenroom/template";
import { isIdentity } from "./resource-model";
import type { TemplateChange } from "./template-change";

/** An output that gets another value when its stack is changed, or (not sure) may get one. */
export interface MovedOutput {
  stackName: string;
  outputName: string;
  /**
   * Region of the stack, and of the reader that is asked about: a mention without a region means the reader's
   * own.
   */
  region: string;
  readerRegion: string;
  isSure: boolean;
  /** For people: "network.VpcId". */
  label: string;
}

export function isMention(
  { stackName, outputName, region }: StackOutputMention,
  output: MovedOutput,
): boolean {
  return (
    stackName === output.stackName &&
    outputName === output.outputName &&
    (region ?? output.readerRegion) === output.region
  );
}

interface ChangedStack {
  key: string;
  stackName: string;
  region: string;
  before: object | null;
  after: object | null;
}

/** Outputs of a changed stack that others may already read, and that do not keep their value. */
export function movedOutputs(
  stack: ChangedStack,
  changes: readonly TemplateChange[],
  moved: readonly MovedOutput[],
): Omit<MovedOutput, "readerRegion">[] {
  const [before, after] = [outputsOf(stack.before), outputsOf(stack.after)];
  return Object.entries(after).flatMap(([outputName, value]) => {
    const old = before[outputName];
    if (old === undefined) return [];
    const isRewritten = JSON.stringify(old) !== JSON.stringify(value);
    const certainty = isRewritten ? "SURE" : certaintyOf(value, changes, moved);
    if (certainty === null) return [];
    const { key, stackName, region } = stack;
    return [{ stackName, outputName, region, isSure: certainty === "SURE", label: `${key}.${outputName}` }];
  });
}

function outputsOf(template: object | null): Record<string, Json> {
  const { Outputs = {} } = (template ?? {}) as { Outputs?: Record<string, { Value: Json }> };
  return Object.fromEntries(Object.entries(Outputs).map(([name, { Value }]) => [name, Value]));
}

function certaintyOf(
  value: Json,
  changes: readonly TemplateChange[],
  moved: readonly MovedOutput[],
): "SURE" | "PERHAPS" | null {
  const references = collectReferences(value);
  const causes = changes.filter(({ logicalId, action }) =>
    references.some(
      ({ name, attribute }) =>
        name === logicalId &&
        (action === "REPLACE" ||
          action === "MAY_REPLACE" ||
          (attribute !== undefined && !isIdentity(attribute))),
    ),
  );
  const foreign = moved.filter((output) =>
    collectStackOutputs(value).some((mention) => isMention(mention, output)),
  );
  if (causes.length === 0 && foreign.length === 0) return null;
  const isSure = causes.some(({ action }) => action === "REPLACE") || foreign.some((output) => output.isSure);
  return isSure ? "SURE" : "PERHAPS";
}
