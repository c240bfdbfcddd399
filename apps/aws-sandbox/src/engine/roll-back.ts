import { dependencyGraph } from "@greenroom/template";
import type { Run } from "../sandbox";
import type { StackResource, Submission } from "../state/types";
import { deletable, deleteResources } from "./delete-resources";
import { templateOf } from "./environment";
import { setResourceStatus, setStackStatus } from "./events";
import { failedToDelete, finishOperation, ROLLBACK_FAILED } from "./finish-operation";
import { stateOf } from "./resource-steps";
import { ResourceFailure, waitUntil } from "./run";
import { runGraph } from "./run-graph";

/** After the id of the operation that had touched a resource: it is back to what it was. */
const UNDONE = " undone";

/** Undoes a failed creation: everything that was made is deleted. */
export async function rollBackCreate(run: Run): Promise<void> {
  const failures = await deleteResources(run, deletable(run.stack.resources.values()), true);
  if (failures.length > 0) return finishOperation(run, "ROLLBACK_FAILED", failedToDelete(failures));
  finishOperation(run, "ROLLBACK_COMPLETE");
}

/**
 * ContinueUpdateRollback: what a rollback that failed has left to be brought back belongs to the operation
 * that goes on with it.
 */
function takeOverRollback({ sandbox, stack, operation }: Run): void {
  for (const resource of stack.resources.values()) {
    const { touchedBy } = resource;
    if (touchedBy === undefined || touchedBy.endsWith(UNDONE) || touchedBy === operation.id) continue;
    resource.touchedBy = operation.id;
    sandbox.store.saveResource(stack, resource);
  }
}

/** Undoes a failed or cancelled update: changed resources go back to what they were. */
export async function rollBackUpdate(run: Run): Promise<void> {
  const { sandbox, stack, operation } = run;
  if (operation.isContinued) takeOverRollback(run);
  const touched = [...stack.resources.values()].filter(
    ({ touchedBy, previous }) => touchedBy === operation.id && previous,
  );
  const ids = new Set(touched.map(({ logicalId }) => logicalId));
  const template = templateOf(stack.deployed as Submission);
  const graph = new Map(
    [...dependencyGraph(template)]
      .filter(([id]) => ids.has(id))
      .map(([id, needs]) => [id, new Set([...needs].filter((need) => ids.has(need)))]),
  );
  const failures = await runGraph(graph, (id) => restore(run, stack.resources.get(id) as StackResource), {
    onFailure: "continue",
  });
  if (failures.length > 0) {
    const names = failures.map(({ logicalId }) => logicalId).join(", ");
    return finishOperation(run, ROLLBACK_FAILED, `The following resource(s) failed to update: [${names}].`);
  }
  operation.phase = "update-rollback-cleanup";
  setStackStatus(sandbox, stack, "UPDATE_ROLLBACK_COMPLETE_CLEANUP_IN_PROGRESS");
}

/**
 * Puts one resource back; what the update had made of it becomes its `previous`, to be deleted if it is
 * another.
 */
async function restore(run: Run, resource: StackResource): Promise<void> {
  const { sandbox, stack } = run;
  const { logicalId, type, previous } = resource;
  if (!previous) return;
  const isResumed = resource.pending !== undefined;
  const wasTold = resource.status === "UPDATE_COMPLETE" || resource.status === "UPDATE_FAILED";
  if (!wasTold && !isResumed) {
    // Only notes such as metadata had changed; no event was told then, none is told now.
    sandbox.store.saveResource(
      stack,
      Object.assign(resource, previous, { touchedBy: `${run.operation.id}${UNDONE}` }),
    );
    return;
  }
  if (!isResumed) {
    const until = Date.now() + sandbox.durations.ofResource(stack, type, "update");
    resource.pending = { action: "update", stage: "started", until };
    const attempted = stateOf(resource);
    Object.assign(resource, previous, { previous: attempted });
    setResourceStatus(sandbox, stack, resource, "UPDATE_IN_PROGRESS");
  }
  await waitUntil(run, resource.pending?.until ?? 0, { isCancellable: false });
  resource.pending = undefined;
  const fault = sandbox.faults.take({
    stackName: stack.stackName,
    logicalId,
    resourceType: type,
    phase: "update",
  });
  if (fault !== undefined) {
    // It stays what the update had made of it, to be put back by a later try.
    const wanted = stateOf(resource);
    Object.assign(resource, resource.previous, { previous: wanted });
    setResourceStatus(sandbox, stack, resource, "UPDATE_FAILED", fault);
    throw new ResourceFailure(fault);
  }
  resource.touchedBy = `${run.operation.id}${UNDONE}`;
  setResourceStatus(sandbox, stack, resource, "UPDATE_COMPLETE");
}
