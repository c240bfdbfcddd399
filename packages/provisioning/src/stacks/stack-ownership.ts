import type { StackSnapshot, StackTarget } from "@greenroom/cloud";
import { ENVIRONMENT_TAG, type Slice } from "../slice";
import { isOurToken } from "./operation-name";

/**
 * Whether a stack that bears the right name is this environment's: its id was written down, it bears the
 * environment's tag, or an operation of Greenroom made it. A stack in review has no tags and no events with a
 * token yet: a change set of ours is its proof.
 */
export async function isOurStack(
  { deps, subject }: Slice,
  stackKey: string,
  target: StackTarget,
  { stackId, phase, tags }: StackSnapshot,
): Promise<boolean> {
  const known = subject.environment?.stacks.find((stack) => stack.key === stackKey);
  if (known?.stackId === stackId) return true;
  const owner = tags[ENVIRONMENT_TAG];
  if (owner !== undefined) return owner === subject.context.environmentName;
  if (phase === "REVIEW") {
    const names = await deps.stacks.listChangeSets({ ...target, stackId });
    return names.some(isOurToken);
  }
  const events = await deps.stacks.listEvents({ ...target, stackId }, null);
  return events.some(({ token }) => isOurToken(token));
}
