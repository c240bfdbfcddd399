import { isActive, RUN_STATUSES } from "@greenroom/provisioning/lifecycle";

/** What the queue asks for: runs that hold their environment, and runs that are over. */
export const ACTIVE_RUNS = { statuses: RUN_STATUSES.filter(isActive), limit: 100 };
export const SETTLED_RUNS = { statuses: RUN_STATUSES.filter((status) => !isActive(status)), limit: 30 };
