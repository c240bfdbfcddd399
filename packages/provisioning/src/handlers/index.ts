export type { ProvisioningDeps } from "../deps";
export { SWEEP_INTERVAL_MS } from "../limits";
export { createProvisioningHandlers } from "../runs/advance-run";
export { pruneRuns } from "../runs/prune-runs";
export { createSweeper } from "../runs/sweep";
export { keepPresence, type Presence } from "../runs/worker-presence";
