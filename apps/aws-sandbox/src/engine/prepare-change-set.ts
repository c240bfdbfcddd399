import { setImmediate, setTimeout } from "node:timers/promises";
import { TemplateError } from "@greenroom/template";
import { AwsError } from "../errors";
import type { Sandbox } from "../sandbox";
import type { ChangeSet } from "../state/types";
import { planChanges } from "./plan-changes";

const NO_CHANGES =
  "The submitted information didn't contain changes. Submit different information to create a change set.";

/** Compares a new change set with its stack, after the time that AWS takes for it. Never rejects. */
export async function prepareChangeSet(sandbox: Sandbox, changeSet: ChangeSet): Promise<void> {
  const { signal } = { signal: sandbox.shutdown };
  const delay = sandbox.durations.ofChangeSet();
  try {
    await (delay > 0 ? setTimeout(delay, undefined, { signal }) : setImmediate(undefined, { signal }));
  } catch {
    return;
  }
  const { store } = sandbox;
  if (!store.changeSets.has(changeSet.changeSetId)) return;
  store.saveChangeSet(Object.assign(changeSet, outcomeOf(sandbox, changeSet)));
}

function outcomeOf(sandbox: Sandbox, { stackId, submission }: ChangeSet): Partial<ChangeSet> {
  const failed = (statusReason: string) => ({
    status: "FAILED",
    executionStatus: "UNAVAILABLE",
    statusReason,
  });
  const stack = sandbox.store.stacks.get(stackId);
  if (!stack) return failed(`Stack [${stackId}] does not exist`);
  try {
    const plan = planChanges(sandbox, stack, submission, false);
    if (!plan.hasChanges) return failed(NO_CHANGES);
    const { changes: changesWithValues } = planChanges(sandbox, stack, submission, true);
    return {
      status: "CREATE_COMPLETE",
      executionStatus: "AVAILABLE",
      changes: plan.changes,
      changesWithValues,
    };
  } catch (error) {
    if (error instanceof TemplateError || error instanceof AwsError) return failed(error.message);
    return failed(`The sandbox failed: ${error instanceof Error ? error.message : String(error)}`);
  }
}
