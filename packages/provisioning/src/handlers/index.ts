import type { Handler } from "@greenroom/queue";
import { advanceNextPlan, advanceRun } from "../advance-run";
import type { ProvisioningDeps } from "../deps";

export type { ProvisioningDeps } from "../deps";
export { pruneRuns } from "../prune-runs";
export { keepSweeping } from "../sweep";
export { keepPresence, type Presence } from "../worker-presence";

/** The worker's side of the three jobs: each advances a run by one slice, that of plans whichever is next (`claimPlan`). */
export function createProvisioningHandlers(deps: ProvisioningDeps) {
  const advance: Handler<{ runId: string }> = ({ runId }, signal) => advanceRun(deps, runId, signal);
  return {
    "provisioning.plan": (_: { runId: string }, signal: AbortSignal) => advanceNextPlan(deps, signal),
    "provisioning.apply": advance,
    "provisioning.destroy": advance,
  };
}
