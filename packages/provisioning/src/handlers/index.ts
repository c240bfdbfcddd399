import type { Handler } from "@greenroom/queue";
import type { ProvisioningDeps } from "../deps";
import { advanceNextPlan, advanceRun } from "../runs/advance-run";

export type { ProvisioningDeps } from "../deps";
export { SWEEP_INTERVAL_MS } from "../limits";
export { pruneRuns } from "../runs/prune-runs";
export { createSweeper } from "../runs/sweep";
export { keepPresence, type Presence } from "../runs/worker-presence";

/** The worker's side of the three jobs: each advances a run by one slice, that of plans whichever is next (`claimPlan`). */
export function createProvisioningHandlers(deps: ProvisioningDeps) {
  const advance: Handler<{ runId: string }> = ({ runId }, signal) => advanceRun(deps, runId, signal);
  return {
    "provisioning.plan": (_: { runId: string }, signal: AbortSignal) => advanceNextPlan(deps, signal),
    "provisioning.apply": advance,
    "provisioning.destroy": advance,
  };
}
