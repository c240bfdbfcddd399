import type { Handler } from "@greenroom/queue";
import { advanceRun } from "../advance-run";
import type { ProvisioningDeps } from "../deps";

export type { ProvisioningDeps } from "../deps";
export { keepSweeping } from "../sweep";
export { keepPresence, type Presence } from "../worker-presence";

/** The worker's side of the three jobs: each advances the run by one slice. */
export function createProvisioningHandlers(deps: ProvisioningDeps) {
  const advance: Handler<{ runId: string }> = ({ runId }, signal) => advanceRun(deps, runId, signal);
  return {
    "provisioning.plan": advance,
    "provisioning.apply": advance,
    "provisioning.destroy": advance,
  };
}
