import type { Run } from "../sandbox";
import type { Submission } from "../state/types";
import { deletable, deleteReplaced, deleteResources } from "./delete-resources";
import { environmentOf, templateOf } from "./environment";
import { setFinalStatus } from "./events";
import { includedIds } from "./included-resources";
import { stateOf } from "./resource-steps";

export const ROLLBACK_FAILED = "UPDATE_ROLLBACK_FAILED";
/** Ends the operation: the stack rests in this status and the traces of the operation on its resources go. */
export function finishOperation(run: Run, status: string, reason?: string): void {
  const { sandbox, stack } = run;
  // What is left to be brought back is needed by ContinueUpdateRollback.
  for (const resource of status === ROLLBACK_FAILED ? [] : stack.resources.values()) {
    if (resource.touchedBy === undefined) continue;
    resource.touchedBy = undefined;
    resource.previous = undefined;
    sandbox.store.saveResource(stack, resource);
  }
  const changeSet = sandbox.store.changeSets.get(stack.changeSetId ?? "");
  if (changeSet?.executionStatus === "EXECUTE_IN_PROGRESS") {
    const isDone = status === "CREATE_COMPLETE" || status === "UPDATE_COMPLETE";
    const executionStatus = isDone ? "EXECUTE_COMPLETE" : "EXECUTE_FAILED";
    sandbox.store.saveChangeSet(Object.assign(changeSet, { executionStatus }));
  }
  setFinalStatus(sandbox, stack, status, reason?.trimEnd());
}

/** Deletes the stack and frees its name. */
export async function deletePhase(run: Run): Promise<void> {
  const { sandbox, stack } = run;
  const failures = await deleteResources(run, deletable(stack.resources.values()), false);
  if (failures.length > 0) return finishOperation(run, "DELETE_FAILED", failedToDelete(failures));
  stack.deletionTime = sandbox.now();
  stack.outputs = [];
  stack.imports = [];
  for (const changeSet of sandbox.store.changeSetsOf(stack.stackId)) {
    sandbox.store.removeChangeSet(changeSet.changeSetId);
  }
  finishOperation(run, "DELETE_COMPLETE");
}

/** After an update or its rollback: deletes what was replaced or is no longer in the template. */
export async function cleanUp(
  run: Run,
  status: "UPDATE_COMPLETE" | "UPDATE_ROLLBACK_COMPLETE",
): Promise<void> {
  const { sandbox, stack } = run;
  const kept = includedIds(
    templateOf(stack.deployed as Submission),
    environmentOf(sandbox, stack, stack.deployed as Submission),
  );
  const resources = [...stack.resources.values()];
  const dropped = resources.filter(({ logicalId }) => !kept.has(logicalId));
  const replaced = resources.filter(
    ({ logicalId, previous, physicalId }) =>
      kept.has(logicalId) && previous && previous.physicalId !== "" && previous.physicalId !== physicalId,
  );
  await Promise.all([
    // In a rollback, what is not in the old template is what the update had made.
    deleteResources(run, deletable(dropped), status === "UPDATE_ROLLBACK_COMPLETE"),
    ...replaced.map((resource) => deleteReplaced(run, resource, resource.previous ?? stateOf(resource))),
  ]);
  for (const { logicalId } of dropped) sandbox.store.removeResource(stack, logicalId);
  finishOperation(run, status);
}

export function failedToDelete(failures: { logicalId: string }[]): string {
  return `The following resource(s) failed to delete: [${failures.map(({ logicalId }) => logicalId).join(", ")}].`;
}
