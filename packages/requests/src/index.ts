export { expireRequests } from "./commands/expire-requests";
export { recordPlanFailed } from "./commands/record-plan-failed";
export { recordPlanned } from "./commands/record-planned";
