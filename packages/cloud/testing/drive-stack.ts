import { setImmediate as turn } from "node:timers/promises";
import type { ChangeSetSnapshot, CloudStacks, StackSnapshot, StackTarget } from "../src/contract";
import type { StackPhase } from "../src/statuses";
import { hashSubmission } from "../src/submission";

/** Below the limit of a test, so that the last answer is what fails it. */
const DEADLINE_MS = 170_000;

/** Asks again until the answer is the wanted one; fails with the last answer when that takes too long. */
export async function until<T>(ask: () => Promise<T>, isWanted: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    const answer = await ask();
    if (isWanted(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Still ${JSON.stringify(answer)} after ${DEADLINE_MS} ms`);
    await turn();
  }
}

/** A template with settings, and the hash that would have been approved. */
export function approved(stacks: CloudStacks, target: StackTarget, template: string) {
  const settings = { tags: {}, importExisting: false, ...stacks.settingsFor(target) };
  return { template, settings, approvedHash: hashSubmission({ ...target, template, settings }) };
}

/** A change set that is finished preparing. */
export async function prepare(
  stacks: CloudStacks,
  target: StackTarget,
  name: string,
  template: object | string,
  kind: "CREATE" | "UPDATE" = "CREATE",
): Promise<ChangeSetSnapshot> {
  const text = typeof template === "string" ? template : JSON.stringify(template);
  await stacks.createChangeSet(target, { name, token: name, kind, ...approved(stacks, target, text) });
  const changeSet = await until(
    () => stacks.findChangeSet(target, name),
    (found) => found?.status !== "PENDING",
  );
  if (!changeSet) throw new Error(`The change set ${name} is gone`);
  return changeSet;
}

/** The stack once it rests. */
export async function settle(stacks: CloudStacks, target: StackTarget): Promise<StackSnapshot> {
  const resting = (found: StackSnapshot | null) => found !== null && !MOVING.has(found.phase);
  const found = await until(() => stacks.findStack(target), resting);
  if (!found) throw new Error(`The stack ${target.stackName} is gone`);
  return found;
}
const MOVING = new Set<StackPhase>(["MOVING", "REVIEW"]);

/** Brings the stack to the template and returns it, with the change set that did it. */
export async function apply(
  stacks: CloudStacks,
  target: StackTarget,
  name: string,
  template: object | string,
  kind: "CREATE" | "UPDATE" = "CREATE",
): Promise<{ changeSet: ChangeSetSnapshot; stack: StackSnapshot }> {
  const changeSet = await prepare(stacks, target, name, template, kind);
  if (changeSet.status !== "READY") return { changeSet, stack: await settle(stacks, target) };
  await stacks.executeChangeSet(target, name, `${name}-execute`);
  return { changeSet, stack: await settle(stacks, target) };
}
