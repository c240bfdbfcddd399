import type { StackSnapshot, StackTarget } from "@greenroom/cloud";
import type { Slice } from "./slice";
import { isOurToken } from "./stack-checkpoint";

/**
 * Whether a stack that bears the right name is this environment's: its id was written down, or an operation of Greenroom made it.
 * A stack in review holds nothing yet and needs no proof.
 */
export async function isOurStack(
  { deps, subject }: Slice,
  stackKey: string,
  target: StackTarget,
  { stackId, phase }: StackSnapshot,
): Promise<boolean> {
  const known = subject.environment?.stacks.find((stack) => stack.key === stackKey);
  if (known?.stackId === stackId || phase === "REVIEW") return true;
  const events = await deps.stacks.listEvents({ ...target, stackId }, null);
  return events.some(({ token }) => isOurToken(token));
}
