export { queueRun } from "./commands/queue-run";
export { stopRun } from "./commands/stop-run";
export { wakeRun } from "./jobs";
export { findPlan } from "./queries/find-plan";
export type { Failure } from "./schema";
