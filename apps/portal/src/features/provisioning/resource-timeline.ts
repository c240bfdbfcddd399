import type { ResourceOutcome, RunEventView } from "@greenroom/provisioning/schema";

/** One resource's way through a run, from the first event about it to the last. */
export interface ResourceTimeline {
  logicalId: string;
  resourceType: string;
  resourceStatus: string;
  outcome: ResourceOutcome;
  physicalId: string | null;
  reason: string | null;
  isRootCause: boolean;
  startedAt: Date;
  finishedAt: Date | null;
}

/**
 * The resources of a stack in the order they began. What failed first stays failed, whatever the rollback
 * does with it afterwards.
 */
export function resourceTimelines(events: readonly RunEventView[], stackKey: string): ResourceTimeline[] {
  const timelines = new Map<string, ResourceTimeline>();
  for (const { at, data } of events) {
    if (data.kind !== "RESOURCE" || data.stackKey !== stackKey) continue;
    const known = timelines.get(data.logicalId);
    if (known?.isRootCause) continue;
    timelines.set(data.logicalId, {
      logicalId: data.logicalId,
      resourceType: data.resourceType,
      resourceStatus: data.resourceStatus,
      outcome: data.outcome,
      physicalId: data.physicalId ?? known?.physicalId ?? null,
      reason: data.reason,
      isRootCause: data.isRootCause,
      startedAt: known?.startedAt ?? at,
      finishedAt: data.outcome === "MOVING" ? null : at,
    });
  }
  return [...timelines.values()];
}
