import { setImmediate as turn } from "node:timers/promises";
import { createStack, deleteStack } from "../src/actions/stacks";
import { exists } from "../src/engine/environment";
import type { Query } from "../src/protocol/query";
import type { Sandbox } from "../src/sandbox";
import type { Stack } from "../src/state/types";

/** A stack as a blueprint synthesizes it; `template` is the text that is sent. */
export interface PlatformStack {
  key: string;
  stackName: string;
  region: string;
  template: string;
  dependsOn: readonly string[];
}

const ACCOUNT_ID = "111122223333";

/**
 * Deploys the stacks on a sandbox in this process, without HTTP: each as soon as those it depends on are
 * complete.
 * @throws with the stack's events when one ends in anything but CREATE_COMPLETE
 */
export async function deployPlatform(sandbox: Sandbox, stacks: readonly PlatformStack[]): Promise<void> {
  await inOrder(
    stacks,
    ({ dependsOn }) => dependsOn,
    (stack) => deploy(sandbox, stack),
  );
}

/** Deletes them again, users first. @throws when one ends in anything but DELETE_COMPLETE */
export async function deletePlatform(sandbox: Sandbox, stacks: readonly PlatformStack[]): Promise<void> {
  const usersOf = ({ key }: PlatformStack) =>
    stacks.filter(({ dependsOn }) => dependsOn.includes(key)).map((user) => user.key);
  await inOrder(stacks, usersOf, (stack) => remove(sandbox, stack));
}

/**
 * Switches deletion protection off, as a change of the settings would before people delete an environment.
 */
export function unprotect({ store }: Sandbox): void {
  for (const { resources } of store.stacks.values()) {
    for (const { live } of resources.values()) {
      if (live?.DeletionProtection !== undefined) live.DeletionProtection = false;
      delete live?.LoadBalancerAttributes;
    }
  }
}

/** What the account still holds: stacks that are not deleted, and resources in them. */
export function leftovers({ store }: Sandbox): string[] {
  const stacks = [...store.stacks.values()];
  return [
    ...stacks.filter(({ status }) => status !== "DELETE_COMPLETE").map(({ stackName }) => stackName),
    ...stacks.flatMap(({ stackName, resources }) =>
      [...resources.values()].filter(exists).map(({ logicalId }) => `${stackName}.${logicalId}`),
    ),
  ];
}

async function inOrder(
  stacks: readonly PlatformStack[],
  needs: (stack: PlatformStack) => readonly string[],
  act: (stack: PlatformStack) => Promise<void>,
): Promise<void> {
  const done = new Map<string, Promise<void>>();
  const byKey = new Map(stacks.map((stack) => [stack.key, stack]));
  const visit = (stack: PlatformStack): Promise<void> => {
    const known = done.get(stack.key);
    if (known) return known;
    const before = needs(stack).map((key) => visit(byKey.get(key) as PlatformStack));
    const work = Promise.all(before).then(() => act(stack));
    done.set(stack.key, work);
    return work;
  };
  await Promise.all(stacks.map(visit));
}

async function deploy(sandbox: Sandbox, { stackName, region, template }: PlatformStack): Promise<void> {
  createStack(
    callOf(sandbox, region, {
      StackName: stackName,
      TemplateBody: template,
      Capabilities: { member: { 1: "CAPABILITY_NAMED_IAM" } },
    }),
  );
  const stack = sandbox.store.findStack({ accountId: ACCOUNT_ID, region }, stackName) as Stack;
  await rest(stack, "CREATE_COMPLETE");
}

async function remove(sandbox: Sandbox, { stackName, region }: PlatformStack): Promise<void> {
  const stack = sandbox.store.findStack({ accountId: ACCOUNT_ID, region }, stackName) as Stack;
  deleteStack(callOf(sandbox, region, { StackName: stackName }));
  await rest(stack, "DELETE_COMPLETE");
}

async function rest(stack: Stack, wanted: string): Promise<void> {
  while (stack.operation) await turn();
  if (stack.status === wanted) return;
  const story = stack.events.map(
    ({ LogicalResourceId, ResourceStatus, ResourceStatusReason = "" }) =>
      `${LogicalResourceId} ${ResourceStatus} ${ResourceStatusReason}`,
  );
  throw new Error(`${stack.stackName} is ${stack.status}:\n${story.join("\n")}`);
}

const callOf = (sandbox: Sandbox, region: string, query: Query) => ({
  sandbox,
  accountId: ACCOUNT_ID,
  callerArn: `arn:aws:iam::${ACCOUNT_ID}:user/sandbox`,
  region,
  query,
});
