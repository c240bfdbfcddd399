export { queueRun, wakeRun } from "./commands/queue-run";
export { stopRun } from "./commands/stop-run";
export { findPlan } from "./queries/find-plan";
export type { Failure } from "./schema";
