import { diffTemplates } from "./diff-templates";
import { type MovedOutput, movedOutputs } from "./moved-outputs";
import type { TemplateChange } from "./template-change";

/** A stack of an environment as it is and as it shall be; null stands for no stack. */
export interface StackChange {
  key: string;
  stackName: string;
  region: string;
  before: object | null;
  after: object | null;
}

/**
 * What a plan would do to the stacks of an environment, given in the order in which they are applied: also
 * what changes in a stack only because it reads an output of another one (Fn::GetStackOutput) that gets
 * another value.
 */
export function diffStacks(stacks: readonly StackChange[]): (TemplateChange & { stackKey: string })[] {
  const moved: Omit<MovedOutput, "readerRegion">[] = [];
  return stacks.flatMap((stack) => {
    const known = moved.map((output) => ({ ...output, readerRegion: stack.region }));
    const changes = diffTemplates(stack.before, stack.after, known);
    moved.push(...movedOutputs(stack, changes, known));
    return changes.map((change) => ({ ...change, stackKey: stack.key }));
  });
}
