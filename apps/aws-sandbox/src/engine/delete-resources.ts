import type { DependencyGraph } from "@greenroom/template";
import { deletionRefusal } from "../resources/deletion-protection";
import type { Run } from "../sandbox";
import type { ResourceState, StackResource } from "../state/types";
import { exists } from "./environment";
import { setResourceStatus, tellOfResource } from "./events";
import { ResourceFailure, waitUntil } from "./run";
import { type Failure, runGraph } from "./run-graph";

/**
 * Deletes the given resources of the stack, users before what they use. Entries stay in the stack's list with
 * their last status. A failed one keeps what it needs alive; everything else goes on.
 * @param isRollback They are new in this operation: RetainExceptOnCreate keeps a resource in a delete, not in
 * a rollback.
 */
export async function deleteResources(
  run: Run,
  resources: StackResource[],
  isRollback: boolean,
): Promise<Failure[]> {
  const byId = new Map(resources.map((resource) => [resource.logicalId, resource]));
  return runGraph(
    usersFirst(resources),
    (id) => deleteResource(run, byId.get(id) as StackResource, isRollback),
    { onFailure: "continue" },
  );
}

/** What must be gone before each resource: those that depend on it. */
function usersFirst(resources: StackResource[]): DependencyGraph {
  const graph: DependencyGraph = new Map(resources.map(({ logicalId }) => [logicalId, new Set<string>()]));
  for (const { logicalId, dependsOn } of resources) {
    for (const used of dependsOn) graph.get(used)?.add(logicalId);
  }
  return graph;
}

async function deleteResource(run: Run, resource: StackResource, isRollback: boolean): Promise<void> {
  const { sandbox, stack, operation } = run;
  if (["DELETE_COMPLETE", "DELETE_SKIPPED"].includes(resource.status)) return;
  if (isRetained(run, resource, isRollback) || operation.retainResources.includes(resource.logicalId)) {
    letGo(run, resource);
    setResourceStatus(sandbox, stack, resource, "DELETE_SKIPPED");
    return;
  }
  if (resource.physicalId === "") {
    resource.pending = undefined;
    setResourceStatus(sandbox, stack, resource, "DELETE_COMPLETE");
    return;
  }
  if (resource.pending?.action !== "delete") {
    const until = Date.now() + sandbox.durations.ofResource(stack, resource.type, "delete");
    resource.pending = { action: "delete", stage: "started", until };
    setResourceStatus(sandbox, stack, resource, "DELETE_IN_PROGRESS");
  }
  await waitUntil(run, resource.pending.until, { isCancellable: false });
  resource.pending = undefined;
  const fault = deletionRefusal(resource.type, resource.live) ?? faultOf(run, resource);
  if (fault !== undefined) {
    setResourceStatus(sandbox, stack, resource, "DELETE_FAILED", fault);
    throw new ResourceFailure(fault);
  }
  setResourceStatus(sandbox, stack, resource, "DELETE_COMPLETE");
}

/**
 * Deletes a physical resource that its entry in the stack has already parted from (the old one of a
 * replacement). A failure is told and otherwise of no consequence, as in AWS's cleanup phase.
 */
export async function deleteReplaced(run: Run, resource: StackResource, old: ResourceState): Promise<void> {
  const { sandbox, stack, operation } = run;
  const subject = { ...old, logicalId: resource.logicalId, type: resource.type };
  const key = `${resource.logicalId} ${old.physicalId}`;
  if (operation.cleanup[key]?.isDone) return;
  if (old.updateReplacePolicy === "Retain") {
    letGo(run, subject);
    operation.cleanup[key] = { until: 0, isDone: true };
    tellOfResource(sandbox, stack, subject, "DELETE_SKIPPED");
    sandbox.store.saveStack(stack);
    return;
  }
  let entry = operation.cleanup[key];
  if (!entry) {
    entry = {
      until: Date.now() + sandbox.durations.ofResource(stack, resource.type, "delete"),
      isDone: false,
    };
    operation.cleanup[key] = entry;
    tellOfResource(sandbox, stack, subject, "DELETE_IN_PROGRESS");
    sandbox.store.saveStack(stack);
  }
  await waitUntil(run, entry.until, { isCancellable: false });
  const fault = deletionRefusal(resource.type, old.live) ?? faultOf(run, resource);
  tellOfResource(sandbox, stack, subject, fault === undefined ? "DELETE_COMPLETE" : "DELETE_FAILED", fault);
  entry.isDone = true;
  sandbox.store.saveStack(stack);
}

function faultOf({ sandbox, stack }: Run, { logicalId, type }: StackResource): string | undefined {
  return sandbox.faults.take({ stackName: stack.stackName, logicalId, resourceType: type, phase: "delete" });
}

function isRetained({ operation }: Run, { deletionPolicy }: StackResource, isRollback: boolean): boolean {
  if (isRollback && operation.retainExceptOnCreate) return false;
  return deletionPolicy === "Retain" || (deletionPolicy === "RetainExceptOnCreate" && !isRollback);
}

/** The resource lives on, and nobody manages it any more. */
function letGo(run: Run, resource: Omit<StackResource, "status" | "timestamp">): void {
  const { logicalId, type, physicalId, live } = resource;
  if (physicalId === "") return;
  run.sandbox.store.retain({ stackId: run.stack.stackId, logicalId, type, physicalId, live });
}

/** Entries that still stand for something to delete. */
export function deletable(resources: Iterable<StackResource>): StackResource[] {
  return [...resources].filter(
    (resource) => exists(resource) || !["DELETE_COMPLETE", "DELETE_SKIPPED"].includes(resource.status),
  );
}
