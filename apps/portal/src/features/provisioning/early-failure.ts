import { verbatim } from "@greenroom/messages";
import type { Failure, RunEventView } from "@greenroom/provisioning/schema";

/**
 * The root cause as soon as its event is there: the rollback that follows takes a while before the run says
 * it failed.
 */
export function earlyFailure(events: readonly RunEventView[]): Failure | null {
  for (const { data } of events) {
    if (data.kind !== "RESOURCE" || !data.isRootCause) continue;
    const { stackKey, logicalId, resourceType, resourceStatus, reason } = data;
    return {
      code: resourceStatus,
      message: verbatim(reason ?? resourceStatus),
      remedy: null,
      stackKey,
      logicalId,
      resourceType,
    };
  }
  return null;
}
